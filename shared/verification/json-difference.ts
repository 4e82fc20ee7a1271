import { jsonPath } from '../election/input-problem.ts';

export interface JsonDifference {
  readonly path: string;
  readonly steps: readonly PropertyKey[];
  readonly actual: unknown;
  readonly expected: unknown;
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const stepOf = (parent: unknown, key: string): PropertyKey => (Array.isArray(parent) ? Number(key) : key);

/** The first place, in the order in which the expected value is written, where two JSON values differ. */
export const firstJsonDifference = (
  actual: unknown,
  expected: unknown,
  steps: readonly PropertyKey[] = [],
): JsonDifference | null => {
  if (Object.is(actual, expected)) return null;
  const here = { path: jsonPath(steps), steps, actual, expected };
  if (!isNode(actual) || !isNode(expected) || Array.isArray(actual) !== Array.isArray(expected)) return here;
  const keys = [
    ...Object.keys(expected),
    ...Object.keys(actual).filter((key) => !Object.hasOwn(expected, key)),
  ];
  for (const key of keys) {
    const [left, right] = [actual, expected].map((node) =>
      Object.hasOwn(node, key) ? node[key] : undefined,
    );
    const found = firstJsonDifference(left, right, [...steps, stepOf(expected, key)]);
    if (found !== null) return found;
  }
  return null;
};
