import type { Entry } from '#shared/desk/entry.ts';
import { jsonPath } from '#shared/election/input-problem.ts';
import { count } from '../../words/format.ts';
import type { Draft } from '../offline/drafts.ts';
import type { SheetConstituency } from './fields.ts';
import { writtenRanking } from './rankings.ts';

type Figures = Readonly<Record<string, unknown>>;

/** Every figure of a nested group by its path, as its field shows it. */
const shown = (group: Figures, steps: readonly string[]): readonly (readonly [string, string])[] =>
  Object.entries(group).flatMap(([name, value]) => {
    if (typeof value === 'number') return [[jsonPath([...steps, name]), count(value)] as const];
    return typeof value === 'object' && value !== null ? shown(value as Figures, [...steps, name]) : [];
  });

/** A form as it was typed before, so that only what was wrong has to be typed again. */
export const fromEntry = (
  { report, validVotes }: Entry,
  { contestants }: SheetConstituency,
): Pick<Draft, 'typed' | 'rankings' | 'explanations'> => {
  const { votes, choices, invalid, questionable, account, papers } = report;
  const groups: Figures = { votes, choices, invalid, questionable, account, papers, validVotes };
  return {
    typed: Object.fromEntries(shown(groups, [])),
    rankings: (report.rankings ?? []).map(({ order, papers: of }) => ({
      order: writtenRanking(order, contestants),
      papers: count(of),
    })),
    explanations: { ...report.explanations },
  };
};
