/**
 * The part of `zod/mini` that entries of a count are read with, for the one page whose scripts have to be small: the library is a sixth of them.
 * The build puts it in the library's place in the worker that checks elections, and nowhere else. It takes and refuses the same, with the same
 * values, codes and paths; a test holds both against each other.
 */

interface Issue {
  readonly code: string;
  readonly path: PropertyKey[];
  readonly message: string;
  readonly [more: string]: unknown;
}
interface Payload {
  value: unknown;
  issues: Issue[];
}
type Check = ((payload: Payload) => void) & { readonly ofLength?: true };
type Run = (payload: Payload) => Payload;

interface Schema {
  readonly _zod: { run: Run; isOptional: boolean };
  check(...checks: readonly Check[]): Schema;
}

const issue = (code: string, more: object = {}): Issue => ({
  code,
  path: [],
  message: 'Invalid input',
  ...more,
});

/** Of what a value is, and not of its type: the value can be looked at further. */
const mild = (code: string, more: object = {}): Issue => issue(code, { isMild: true, ...more });
const isMild = (one: Issue): boolean => one['isMild'] === true;

const schema = (run: Run, isOptional = false): Schema => {
  const made: Schema = {
    _zod: { run, isOptional },
    check: (...checks) =>
      schema((payload) => {
        const before = payload.issues.length;
        made._zod.run(payload);
        // Of a value of another type nothing more is said but its length, if it has one.
        const isRightType = payload.issues.slice(before).every(isMild);
        for (const one of checks) if (isRightType || one.ofLength) one(payload);
        return payload;
      }),
  };
  return made;
};

const typed = (expected: string, isRight: (value: unknown) => boolean): (() => Schema) => {
  const made = schema((payload) => {
    if (!isRight(payload.value)) payload.issues.push(issue('invalid_type', { expected }));
    return payload;
  });
  return () => made;
};

const isRecordOrList = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part of a value, its issues told with the step that leads to it. */
const part = (of: Payload, step: PropertyKey, value: unknown, { _zod }: Schema): unknown => {
  const found = _zod.run({ value, issues: [] });
  for (const one of found.issues) of.issues.push({ ...one, path: [step, ...one.path] });
  return found.value;
};

export const string = typed('string', (value) => typeof value === 'string');
export const boolean = typed('boolean', (value) => typeof value === 'boolean');
export const number = typed('number', (value) => typeof value === 'number' && Number.isFinite(value));
const integer = schema((payload) => {
  const { value } = payload;
  const expected = typeof value === 'number' ? 'int' : 'number';
  if (!Number.isInteger(value)) payload.issues.push(issue('invalid_type', { expected }));
  else if (!Number.isSafeInteger(value))
    payload.issues.push(
      mild(Number(value) > 0 ? 'too_big' : 'too_small', {
        maximum: Number.MAX_SAFE_INTEGER,
        minimum: Number.MIN_SAFE_INTEGER,
      }),
    );
  return payload;
});
export const int = (): Schema => integer;
const nothing = typed('null', (value) => value === null);

export { nothing as null };

const oneOf = (values: readonly unknown[]): Schema =>
  schema((payload) => {
    if (!values.includes(payload.value)) payload.issues.push(issue('invalid_value', { values }));
    return payload;
  });

export const literal = (value: unknown): Schema => oneOf([value]);
const choice = (values: readonly string[]) => Object.assign(oneOf(values), { values });

export { choice as enum };

export const optional = (inner: Schema): Schema =>
  schema((payload) => (payload.value === undefined ? payload : inner._zod.run(payload)), true);

export const nullable = (inner: Schema): Schema =>
  schema((payload) => (payload.value === null ? payload : inner._zod.run(payload)), inner._zod.isOptional);

export const array = (inner: Schema): Schema =>
  schema((payload) => {
    const { value } = payload;
    if (!Array.isArray(value)) payload.issues.push(issue('invalid_type', { expected: 'array' }));
    else payload.value = Array.from(value, (element, index) => part(payload, index, element, inner));
    return payload;
  });

type Shape = Readonly<Record<string, Schema>>;

export const strictObject = (shape: Shape): Schema & { readonly shape: Shape } => {
  const members = Object.entries(shape);
  const made = schema((payload) => {
    const { value } = payload;
    if (!isRecord(value)) {
      payload.issues.push(issue('invalid_type', { expected: 'object' }));
      return payload;
    }
    const read: Record<string, unknown> = {};
    for (const [key, inner] of members) {
      const found = part(payload, key, value[key], inner);
      if (found !== undefined || key in value) read[key] = found;
    }
    const keys = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
    if (keys.length > 0) payload.issues.push(mild('unrecognized_keys', { keys }));
    payload.value = read;
    return payload;
  });
  return Object.assign(made, { shape });
};

const recordOf = (keys: Schema, values: Schema): Schema =>
  schema((payload) => {
    const { value } = payload;
    if (!isRecord(value)) {
      payload.issues.push(issue('invalid_type', { expected: 'record' }));
      return payload;
    }
    const read: Record<string, unknown> = {};
    for (const key of Reflect.ownKeys(value) as string[]) {
      if (key === '__proto__') continue;
      const { issues } = keys._zod.run({ value: key, issues: [] });
      if (issues.length > 0) payload.issues.push({ ...issue('invalid_key', { issues }), path: [key] });
      else read[key] = part(payload, key, value[key], values);
    }
    payload.value = read;
    return payload;
  });

export { recordOf as record };

/** Names from a list, each of which may be absent, in the order of the value. */
export const partialRecord = ({ values }: ReturnType<typeof choice>, inner: Schema): Schema => {
  const known = new Set(values);
  const all = recordOf(string(), inner);
  return schema((payload) => {
    const { value } = payload;
    const keys = isRecord(value) ? Object.keys(value).filter((key) => !known.has(key)) : [];
    if (isRecord(value) && keys.length > 0) {
      payload.value = Object.fromEntries(Object.entries(value).filter(([key]) => known.has(key)));
    }
    all._zod.run(payload);
    if (keys.length > 0) payload.issues.push(mild('unrecognized_keys', { keys }));
    return payload;
  });
};

export const union = (options: readonly Schema[]): Schema =>
  schema((payload) => {
    const tried = options.map(({ _zod }) => _zod.run({ value: payload.value, issues: [] }));
    const nearly = tried.filter(({ issues }) => issues.every(isMild));
    const fits =
      tried.find(({ issues }) => issues.length === 0) ?? (nearly.length === 1 ? nearly[0] : undefined);
    if (fits) {
      payload.value = fits.value;
      payload.issues.push(...fits.issues);
    } else payload.issues.push(issue('invalid_union', { errors: tried.map(({ issues }) => issues) }));
    return payload;
  });

type ObjectSchema = ReturnType<typeof strictObject>;

export const discriminatedUnion = (key: string, options: readonly ObjectSchema[]): Schema =>
  schema((payload) => {
    const { value } = payload;
    if (!isRecord(value)) {
      payload.issues.push(issue('invalid_type', { expected: 'object' }));
      return payload;
    }
    const option = options.find(({ shape }) => {
      const { issues = [] } = shape[key]?._zod.run({ value: value[key], issues: [] }) ?? {};
      return shape[key] !== undefined && issues.length === 0;
    });
    if (option) return option._zod.run(payload);
    payload.issues.push({ ...issue('invalid_union', { errors: [] }), path: [key] });
    return payload;
  });

interface Refusal {
  readonly error?: string;
  readonly path?: readonly PropertyKey[];
}

export const refine =
  (isRight: (value: never) => boolean, { error = 'Invalid input', path = [] }: Refusal = {}): Check =>
  ({ value, issues }) => {
    if (!isRight(value as never)) issues.push({ ...mild('custom', { message: error }), path: [...path] });
  };

export const regex =
  (pattern: RegExp): Check =>
  ({ value, issues }) => {
    if (!pattern.test(value as string)) issues.push(mild('invalid_format', { format: 'regex' }));
  };

const atLeast =
  (minimum: number, sizeOf: (value: unknown) => number): Check =>
  ({ value, issues }) => {
    if (sizeOf(value) < minimum) issues.push(mild('too_small', { minimum }));
  };
const atMost =
  (maximum: number, sizeOf: (value: unknown) => number): Check =>
  ({ value, issues }) => {
    if (sizeOf(value) > maximum) issues.push(mild('too_big', { maximum }));
  };
const itself = (value: unknown): number => value as number;
const lengthOf = (value: unknown): number | undefined =>
  typeof value === 'string' || isRecordOrList(value) ? (value as { length?: number }).length : undefined;

const ofLength = (isRight: (length: number) => boolean, code: string, limit: object): Check =>
  Object.assign(
    ({ value, issues }: Payload) => {
      const length = lengthOf(value);
      if (length !== undefined && !isRight(length)) issues.push(mild(code, limit));
    },
    { ofLength: true as const },
  );

export const minLength = (minimum: number): Check =>
  ofLength((length) => length >= minimum, 'too_small', { minimum });
export const maxLength = (maximum: number): Check =>
  ofLength((length) => length <= maximum, 'too_big', { maximum });
export const gte = (least: number): Check => atLeast(least, itself);
export const lte = (most: number): Check => atMost(most, itself);

export const safeParse = ({ _zod }: Schema, input: unknown) => {
  const { value, issues } = _zod.run({ value: input, issues: [] });
  return issues.length === 0
    ? { success: true as const, data: value }
    : { success: false as const, error: { issues } };
};

export const parse = (of: Schema, input: unknown): unknown => {
  const parsed = safeParse(of, input);
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  return parsed.data;
};
