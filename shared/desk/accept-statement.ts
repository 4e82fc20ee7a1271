import { canonicalJson } from '../canonical-json.ts';
import { countingStations } from '../election/definition.ts';
import { oneProblem, type Problems } from '../election/input-problem.ts';
import type { StationReport } from '../election/report.ts';
import { ACCOUNT_HEADS, type Statement, type StatementFigures } from '../election/statement.ts';
import type { Known } from '../recount/accept-report.ts';
import type { Act, ActOf } from '../recount/act.ts';
import { constituencyOf } from '../recount/tally.ts';
import { ok, type Result, refuse } from '../result.ts';
import { rowsOf, standingRows } from './accept-decision.ts';
import type { DeskActing } from './accept-form.ts';
import { sumsOf } from './decision-sums.ts';
import type { Signed } from './desk-record.ts';
import { standingReport } from './station-work.ts';

/** The sums of the accounts that the standing reports brought; a head that none of them fills in is left out. */
const accountsOf = (reports: readonly StationReport[]): StatementFigures['accounts'] => {
  const accounts = reports.map(({ account }) => account ?? {});
  const heads = ACCOUNT_HEADS.flatMap((head) => {
    const figures = accounts.map((account) => account[head]).filter((figure) => figure !== undefined);
    return figures.length === 0 ? [] : [[head, figures.reduce((sum, figure) => sum + figure, 0)] as const];
  });
  const filled = accounts.filter((account) => ACCOUNT_HEADS.some((head) => account[head] !== undefined));
  return { places: reports.length, accounted: filled.length, ...Object.fromEntries(heads) };
};

/** What a constituency's statement says as its record and its reports stand. */
export const statementFigures = (
  { definition, acts }: Known,
  records: readonly Signed[],
  constituency: string,
): StatementFigures => {
  const reportsOf = Map.groupBy(acts, (act) => (act.type === 'report' ? act.body.station : ''));
  const stations = countingStations(definition, constituency);
  const reports = stations.flatMap(({ id }) => {
    const standing = standingReport({ station: id, acts: reportsOf.get(id) ?? [] });
    return standing ? [standing.body] : [];
  });
  return {
    questionable: sumsOf(stations.flatMap(({ id }) => standingRows(rowsOf(records, id)))),
    accounts: accountsOf(reports),
  };
};

export const statementsIn = (acts: readonly Act[]): readonly ActOf<'statement'>[] =>
  acts.filter((act) => act.type === 'statement').toSorted((a, b) => a.body.number - b.body.number);

/**
 * Takes the statement of a declared constituency: what the officer read must be what the record and the reports add up to [F-4].
 * An act of its own and not part of the declaration, so that each is one write and no crash can leave half of the two.
 */
export const acceptStatement = (
  { known, records }: { readonly known: Known; readonly records: readonly Signed[] },
  body: Statement,
  { role, now }: DeskActing,
): Result<ActOf<'statement'>, Problems> => {
  const { definition, acts, election } = known;
  const { constituency, number, questionable, accounts } = body;
  if (!constituencyOf(definition, constituency))
    return refuse(oneProblem('unknown-constituency', '$.constituency', constituency));
  if (!acts.some(({ type }) => type === 'declaration'))
    return refuse(oneProblem('not-declared', '$.constituency', constituency));
  const expected = statementsIn(acts).length + 1;
  const computed = statementFigures(known, records, constituency);
  const problems = [
    ...(number === expected ? [] : oneProblem('act-number', '$.number', number, { expected })),
    ...(canonicalJson({ questionable, accounts }) === canonicalJson(computed)
      ? []
      : oneProblem('statement-differs', '$.questionable', null)),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({ election, role, acceptedAt: now, type: 'statement', body });
};
