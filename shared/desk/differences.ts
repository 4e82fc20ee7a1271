import { canonicalJson } from '../canonical-json.ts';
import { jsonPath } from '../election/input-problem.ts';
import type { StationReport } from '../election/report.ts';

/** One figure that two forms give differently; `null` where a form leaves it empty. */
export interface Difference {
  /** JSONPath in the report. */
  readonly path: string;
  readonly first: number | null;
  readonly second: number | null;
}

type Figures = ReadonlyMap<string, number>;

const addGroup = (
  figures: Map<string, number>,
  steps: readonly PropertyKey[],
  group: Readonly<Record<string, number | undefined>> | undefined,
): void => {
  for (const [name, figure] of Object.entries(group ?? {})) {
    if (figure !== undefined) figures.set(jsonPath([...steps, name]), figure);
  }
};

/** Every figure of a report by its path; a ranking stands under its order as written. */
export const figuresOf = (report: StationReport): Figures => {
  const figures = new Map<string, number>();
  addGroup(figures, ['votes'], report.votes);
  for (const [id, choices] of Object.entries(report.choices ?? {}))
    addGroup(figures, ['choices', id], choices);
  for (const { order, papers } of report.rankings ?? []) {
    const path = jsonPath(['rankings', canonicalJson(order)]);
    figures.set(path, (figures.get(path) ?? 0) + papers);
  }
  if (report.papers !== undefined) figures.set('$.papers', report.papers);
  addGroup(figures, ['invalid'], report.invalid);
  addGroup(figures, ['questionable'], { accepted: report.questionable?.accepted });
  addGroup(figures, ['questionable', 'rejected'], report.questionable?.rejected);
  addGroup(figures, ['account'], report.account);
  return figures;
};

/** Heads of an account that is not filled in say nothing; an empty row of papers says none. */
const isHead = (path: string): boolean => path.startsWith('$.account.') || path === '$.questionable.accepted';

const figureAt = (figures: Figures, path: string): number | null =>
  figures.get(path) ?? (isHead(path) ? null : 0);

/** Where two forms of one count differ, field by field; reasons and explanations are words and are not compared. */
export const differencesOf = (first: StationReport, second: StationReport): readonly Difference[] => {
  const [left, right] = [figuresOf(first), figuresOf(second)];
  const paths = [...new Set([...left.keys(), ...right.keys()])];
  return paths
    .map((path) => ({ path, first: figureAt(left, path), second: figureAt(right, path) }))
    .filter((difference) => difference.first !== difference.second);
};
