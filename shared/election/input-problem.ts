import * as z from 'zod/mini';
import { ok, type Result, refuse } from '../result.ts';

/** Why an input is refused: where, what was found, and a stable code that words and tests hang on. */
export interface InputProblem {
  readonly code: string;
  /** JSONPath of the offending value, `$.votes["1"]`. */
  readonly path: string;
  readonly value: unknown;
  /** What the words of the code mention: limits, other places, allowed values. */
  readonly figures?: Readonly<Record<string, string | number>>;
}

export type Problems = readonly InputProblem[];

/** A refusal for one reason, `figures` for what its words mention. */
export const oneProblem = (
  code: string,
  path: string,
  value: unknown,
  figures: NonNullable<InputProblem['figures']> = {},
): Problems => [{ code, path, value, figures }];

const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `['constituencies', 0, 'zh-Hant']` becomes `$.constituencies[0]["zh-Hant"]`. */
export const jsonPath = (steps: readonly PropertyKey[]): string =>
  steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return PLAIN.test(String(step)) ? `${path}.${String(step)}` : `${path}[${JSON.stringify(String(step))}]`;
  }, '$');

export const valueAt = (input: unknown, steps: readonly PropertyKey[]): unknown =>
  steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  );

/** What a problem shows of a value: never more than a line, whatever was sent. */
export const shownValue = (value: unknown): unknown => {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  if (text.length <= 120) return value;
  return `${text.slice(0, 120).toWellFormed()}…`;
};

type Issue = z.core.$ZodIssue;

/** A check of ours says its code in the place of a message; the library's own messages are no codes. */
const isCode = (message: string): boolean => /^[a-z]+(-[a-z]+)+$/.test(message);

const codeOf = (issue: Issue, value: unknown): string => {
  if (isCode(issue.message)) return issue.message;
  const number = typeof value === 'number';
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return 'missing-field';
      return issue.expected === 'int' ? 'not-a-whole-number' : 'wrong-type';
    case 'too_big':
      return number ? 'too-great' : 'too-long';
    case 'too_small':
      return number ? 'too-small' : 'too-short';
    case 'invalid_value':
      return value === undefined ? 'missing-field' : 'not-one-of';
    default:
      return 'wrong-type';
  }
};

const figuresOf = (issue: Issue): Record<string, string | number> => {
  if (issue.code === 'invalid_type') return { expected: issue.expected };
  if (issue.code === 'too_big') return { limit: Number(issue.maximum) };
  if (issue.code === 'too_small') return { limit: Number(issue.minimum) };
  if (issue.code === 'invalid_value') return { allowed: issue.values.map(String).join(', ') };
  return {};
};

const depthOf = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

/** Of several allowed kinds the one meant is the one that fits furthest down; else the one with the least to say. */
const isNearer = (a: readonly Issue[], b: readonly Issue[]): boolean =>
  depthOf(a) === depthOf(b) ? a.length < b.length : depthOf(a) > depthOf(b);

const fromIssue = (input: unknown, issue: Issue): readonly InputProblem[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'unknown-field',
      path: jsonPath([...issue.path, key]),
      value: shownValue(valueAt(input, [...issue.path, key])),
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((a, b) => (isNearer(b, a) ? b : a));
    return nearest.flatMap((inner) => fromIssue(input, { ...inner, path: [...issue.path, ...inner.path] }));
  }
  if (issue.code === 'invalid_key') {
    const name = String(issue.path.at(-1));
    const reason = issue.issues[0]?.message ?? '';
    const code = isCode(reason) ? reason : 'not-one-of';
    return [{ code, path: jsonPath(issue.path), value: shownValue(name) }];
  }
  const value = valueAt(input, issue.path);
  return [
    {
      code: codeOf(issue, value),
      path: jsonPath(issue.path),
      value: shownValue(value),
      figures: figuresOf(issue),
    },
  ];
};

/** No format of the portal nests deeper than ten levels; what goes on would only exhaust the stack. */
const MAX_DEPTH = 32;

/**
 * `__proto__` as a key would be dropped silently by object code: it is refused wherever it stands, and so is bottomless nesting.
 * A large file has millions of values: one path serves for all of them, and keys are not listed to be looked at.
 */
const reservedKeys = (input: unknown): readonly InputProblem[] => {
  const found: InputProblem[] = [];
  const path: PropertyKey[] = [];
  const lookAt = (value: unknown, step: PropertyKey): void => {
    if (typeof value !== 'object' || value === null) return;
    path.push(step);
    lookInto(value);
    path.pop();
  };
  const lookAtElements = (list: readonly unknown[]): void => {
    for (let index = 0; index < list.length; index += 1) lookAt(list[index], index);
  };
  const lookAtMembers = (object: Readonly<Record<string, unknown>>): void => {
    for (const key in object) {
      if (!Object.hasOwn(object, key)) continue;
      if (key !== '__proto__') lookAt(object[key], key);
      else found.push({ code: 'reserved-name', path: jsonPath([...path, key]), value: key });
    }
  };
  const lookInto = (value: object): void => {
    if (path.length > MAX_DEPTH) {
      found.push({ code: 'wrong-type', path: jsonPath(path), value: null, figures: { depth: MAX_DEPTH } });
    } else if (Array.isArray(value)) lookAtElements(value);
    else lookAtMembers(value as Readonly<Record<string, unknown>>);
  };
  if (typeof input === 'object' && input !== null) lookInto(input);
  return found;
};

/** The schema's own outcome; null where so much is wrong (some hundred thousand values) that its stack cannot hold the issues. */
const outcomeOf = <S extends z.ZodMiniType>(schema: S, input: unknown) => {
  try {
    return z.safeParse(schema, input);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** Parses an input strictly: a typed value, or every problem found with its path. */
export const parseInput = <S extends z.ZodMiniType>(
  schema: S,
  input: unknown,
): Result<z.output<S>, readonly InputProblem[]> => {
  const reserved = reservedKeys(input);
  if (reserved.length > 0) return refuse(reserved);
  const parsed = outcomeOf(schema, input);
  if (!parsed) return refuse([{ code: 'wrong-type', path: '$', value: null }]);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.flatMap((issue) => fromIssue(input, issue));
  // One sentence for each place and kind: a number can break two limits at once.
  const last = new Map(problems.map((problem) => [`${problem.code} ${problem.path}`, problem]));
  return refuse([...last.values()]);
};
