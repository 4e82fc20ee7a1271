import { QUESTIONABLE_GROUNDS, type StationReport } from '../election/report.ts';
import type { StatementFigures } from '../election/statement.ts';
import type { DecisionRow } from './accept-decision.ts';

export type DecisionSums = StatementFigures['questionable'];

const NONE = { accepted: 0, rejected: 0 };

/** Figures of the final decisions by ground, and the objections to them; rows that were mended count once. */
export const sumsOf = (rows: readonly DecisionRow[]): DecisionSums => {
  const sums = {
    grounds: {
      identifying_mark: { ...NONE },
      intention_unclear: { ...NONE },
      mutilated: { ...NONE },
      uncertain: { ...NONE },
    },
    objections: { acceptance_objected: 0, rejection_objected: 0 },
  };
  for (const { body } of rows) {
    sums.grounds[body.ground][body.final === 'accept' ? 'accepted' : 'rejected'] += 1;
    if (body.objection !== 'none') sums.objections[body.objection] += 1;
  }
  return sums;
};

/** A figure of the decisions that the form gives otherwise. */
export interface SumDifference {
  /** JSONPath in the report. */
  readonly path: string;
  readonly decided: number;
  readonly reported: number;
}

/** Holds the decisions against the form's questionable papers; a head that the form leaves empty says nothing. */
export const sumDifferences = (
  sums: DecisionSums,
  { questionable }: Pick<StationReport, 'questionable'>,
): readonly SumDifference[] => {
  const accepted = Object.values(sums.grounds).reduce((total, ground) => total + ground.accepted, 0);
  const figures = [
    { path: '$.questionable.accepted', decided: accepted, reported: questionable?.accepted ?? accepted },
    ...QUESTIONABLE_GROUNDS.map((ground) => ({
      path: `$.questionable.rejected.${ground}`,
      decided: sums.grounds[ground].rejected,
      reported: questionable?.rejected?.[ground] ?? 0,
    })),
  ];
  return figures.filter(({ decided, reported }) => decided !== reported);
};
