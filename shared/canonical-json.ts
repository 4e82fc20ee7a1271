/** One value, one spelling: JSON with sorted keys and no white space (RFC 8785 for the values used here). */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const write = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`Not a whole number that JSON carries exactly: ${value}`);
    return String(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`Not JSON: ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`);
  return `{${members.join(',')}}`;
};

/** The canonical text of a value; throws on anything that is not exact JSON. */
export const canonicalJson = (value: unknown): string => write(value);

/** UTF-8 of the canonical text: the bytes that are hashed and logged. */
export const canonicalBytes = (value: unknown): Uint8Array => new TextEncoder().encode(write(value));
