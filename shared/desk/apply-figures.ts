import { canonicalJson } from '../canonical-json.ts';
import type { Ranking, StationReport } from '../election/report.ts';

/** A decided figure; `null` leaves the field empty. */
export interface DecidedFigure {
  /** JSONPath in the report, as `differencesOf` names it. */
  readonly path: string;
  readonly value: number | null;
}

const STEP = /\.([A-Za-z_][A-Za-z0-9_]*)|\[("(?:[^"\\]|\\.)*")\]/g;

/** `$.votes["12"]` as its steps. */
export const stepsOf = (path: string): readonly string[] =>
  [...path.matchAll(STEP)].map(([, plain, quoted]) => plain ?? (JSON.parse(quoted ?? '""') as string));

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null;

const withFigure = (group: Group, steps: readonly string[], value: number | null): Group => {
  const [step = '', ...rest] = steps;
  const { [step]: old, ...others } = group;
  if (rest.length > 0) return { ...others, [step]: withFigure(isGroup(old) ? old : {}, rest, value) };
  return value === null ? others : { ...others, [step]: value };
};

/** All papers with this ranking, however many lines they were typed in, become one line. */
const withRanking = (
  rankings: readonly Ranking[],
  order: string,
  papers: number | null,
): readonly Ranking[] => {
  const others = rankings.filter((ranking) => canonicalJson(ranking.order) !== order);
  return papers === null || papers === 0
    ? others
    : [...others, { order: JSON.parse(order) as Ranking['order'], papers }];
};

const withOne = (report: StationReport, { path, value }: DecidedFigure): StationReport => {
  const steps = stepsOf(path);
  if (steps[0] !== 'rankings') return withFigure(report, steps, value) as StationReport;
  return { ...report, rankings: [...withRanking(report.rankings ?? [], steps[1] ?? '[]', value)] };
};

/** A report with the figures that were decided in the place of those that differed. */
export const applyFigures = (report: StationReport, decided: readonly DecidedFigure[]): StationReport =>
  decided.reduce(withOne, report);
