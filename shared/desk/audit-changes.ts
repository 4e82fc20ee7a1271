import { jsonPath } from '../election/input-problem.ts';
import type { StationReport } from '../election/report.ts';
import { differencesOf, figuresOf } from './differences.ts';

type Leaf = string | number | boolean;

/** One field before and after an act; `null` where there was nothing, or is nothing any more. */
export interface AuditChange {
  /** JSONPath in what was written. */
  readonly path: string;
  readonly before: Leaf | null;
  readonly after: Leaf | null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';

const leavesInto = (leaves: Map<string, Leaf>, value: unknown, steps: readonly PropertyKey[]): void => {
  if (Array.isArray(value)) {
    if (value.every(isPlain)) leaves.set(jsonPath(steps), value.join(', '));
    else for (const [index, item] of value.entries()) leavesInto(leaves, item, [...steps, index]);
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) leavesInto(leaves, item, [...steps, name]);
  } else if (value !== undefined && value !== null) {
    leaves.set(jsonPath(steps), value as Leaf);
  }
};

/** Every field of a value by its path; a list of plain values is one field. */
export const leavesOf = (value: unknown, steps: readonly PropertyKey[] = []): ReadonlyMap<string, Leaf> => {
  const leaves = new Map<string, Leaf>();
  leavesInto(leaves, value, steps);
  return leaves;
};

/** Where two sets of fields differ, in the order of the later one; what is gone comes last. */
export const changedLeaves = (
  before: ReadonlyMap<string, Leaf>,
  after: ReadonlyMap<string, Leaf>,
): readonly AuditChange[] =>
  [...new Set([...after.keys(), ...before.keys()])]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((change) => change.before !== change.after);

/** What stands in columns of its own is no change besides. */
const TOLD_ELSEWHERE = ['constituency', 'station', 'reason', 'number', 'sha256', 'revision'] as const;

const untold = (body: unknown): unknown => {
  if (!isObject(body)) return body;
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !(TOLD_ELSEWHERE as readonly string[]).includes(name)),
  );
};

/** What an act or a record says, against the one before it in its series. */
export const bodyChanges = (before: unknown, after: unknown): readonly AuditChange[] =>
  changedLeaves(leavesOf(untold(before)), leavesOf(untold(after)));

/** A report against the one before it, field by field; all its figures where it is the first. */
export const reportChanges = (before: StationReport | null, after: StationReport): readonly AuditChange[] => {
  const figures = before
    ? differencesOf(before, after).map(({ path, first, second }) => ({ path, before: first, after: second }))
    : [...figuresOf(after)].map(([path, figure]) => ({ path, before: null, after: figure }));
  const said = (report: StationReport | null) => leavesOf(report?.explanations, ['explanations']);
  return [...figures, ...changedLeaves(said(before), said(after))];
};
