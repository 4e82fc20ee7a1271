import type { StationReport } from '#shared/election/report.ts';
import { figureIn } from '../../forms/read-figure.ts';
import type { Values } from '../form/act-form.ts';

/** One figure of a report: where it stands, and what it is now. */
export interface ReportFigure {
  readonly keys: readonly (string | number)[];
  /** The field's name in a form. */
  readonly id: string;
  readonly value: number;
}

type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts of a report that hold figures; everything else says which report it is. */
const PARTS = ['votes', 'papers', 'choices', 'rankings', 'invalid', 'questionable', 'account'] as const;

const leaves = (value: unknown, keys: readonly (string | number)[]): readonly ReportFigure[] => {
  if (typeof value === 'number') return [{ keys, id: `figure-${keys.join('-')}`, value }];
  if (keys[0] === 'rankings') {
    if (!Array.isArray(value)) return [];
    return value.flatMap((ranking: { readonly papers: number }, index) =>
      leaves(ranking.papers, [...keys, index, 'papers']),
    );
  }
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...keys, key]));
};

/** Every figure of a report, in the order of the form. */
export const reportFigures = (report: StationReport): readonly ReportFigure[] =>
  PARTS.flatMap((part) => leaves(report[part], [part]));

const replaced = (tree: unknown, keys: readonly (string | number)[], value: number): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(tree)) {
    return tree.map((one: unknown, index) => (index === key ? replaced(one, rest, value) : one));
  }
  return isTree(tree) ? { ...tree, [key]: replaced(tree[key], rest, value) } : tree;
};

/** Figures that were typed anew and differ from those that stand. */
export const changedFigures = (
  report: StationReport,
  values: Values,
): readonly (ReportFigure & { readonly now: number })[] =>
  reportFigures(report).flatMap((figure) => {
    const now = figureIn(values[figure.id]);
    return now === null || now === figure.value ? [] : [{ ...figure, now }];
  });

/** The next revision of a report: the changed figures in the place of the old ones, with the reason. */
export const correctedReport = (report: StationReport, values: Values, reason: string): StationReport =>
  changedFigures(report, values).reduce<StationReport>(
    (made, { keys, now }) => replaced(made, keys, now) as StationReport,
    { ...report, revision: report.revision + 1, reason },
  );

/** Where the server speaks of a figure: `$.act.body.votes["1"]`. */
export const figurePaths = ({ keys }: ReportFigure): readonly string[] => {
  const [part, ...rest] = keys;
  const dotted = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  const quoted = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `["${key}"]`)).join('');
  return ['$.act.body', '$'].flatMap((root) => [`${root}.${part}${dotted}`, `${root}.${part}${quoted}`]);
};
