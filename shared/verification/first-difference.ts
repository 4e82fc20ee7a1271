import { firstDifferentCell } from './csv-cells.ts';
import { firstJsonDifference } from './json-difference.ts';
import { type Subject, subjectInJson, subjectInRow } from './subject.ts';

/** Where a file parts from what the ledger gives, as its format tells it. */
export type Place =
  | { readonly form: 'empty' | 'cut-off' | 'length' }
  | { readonly form: 'byte'; readonly actual: number; readonly expected: number }
  /** Not what its name says any more. */
  | { readonly form: 'not-utf8' | 'not-json' }
  /** The same values, written in another way. */
  | { readonly form: 'only-written'; readonly unit: 'value' | 'cell' }
  | {
      readonly form: 'json';
      readonly path: string;
      readonly actual: unknown;
      readonly expected: unknown;
      readonly subject: Subject;
    }
  | {
      readonly form: 'csv';
      /** From 1, as a spreadsheet counts rows. */
      readonly line: number;
      readonly column: string;
      readonly actual: string | undefined;
      readonly expected: string | undefined;
      readonly subject: Subject;
    };

/** The first difference between a file as published and as the ledger gives it. */
export interface Difference {
  /** Offset of the first byte that differs. */
  readonly at: number;
  /** Bytes that the file has, and those that it should have. */
  readonly bytes: number;
  readonly expectedBytes: number;
  readonly place: Place;
}

/** Where two byte strings part, or -1; a plain loop, because whole elections run through it. */
const partAt = (a: Uint8Array, b: Uint8Array): number => {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) if (a[at] !== b[at]) return at;
  return a.length === b.length ? -1 : shorter;
};

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const readJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

const inJson = (name: string, actual: string, expected: string): Place => {
  const read = readJson(actual);
  if (read === undefined) return { form: 'not-json' };
  const whole = readJson(expected)?.value;
  const found = firstJsonDifference(read.value, whole);
  if (found === null) return { form: 'only-written', unit: 'value' };
  const { path, steps } = found;
  const subject = subjectInJson(name, whole, steps);
  return { form: 'json', path, actual: found.actual, expected: found.expected, subject };
};

const inCsv = (actual: string, expected: string): Place => {
  const found = firstDifferentCell(actual, expected);
  if (found === null) return { form: 'only-written', unit: 'cell' };
  const { row, ...cell } = found;
  return { form: 'csv', ...cell, subject: subjectInRow(row) };
};

const placeOf = (name: string, at: number, actual: Uint8Array, expected: Uint8Array): Place => {
  if (actual.length === 0) return { form: 'empty' };
  if (at === actual.length) return { form: 'cut-off' };
  if (name.endsWith('.json') || name.endsWith('.csv')) {
    const [found, wanted] = [utf8(actual), utf8(expected)];
    if (found === undefined || wanted === undefined) return { form: 'not-utf8' };
    return name.endsWith('.json') ? inJson(name, found, wanted) : inCsv(found, wanted);
  }
  const [is, was] = [actual[at], expected[at]];
  return is === undefined || was === undefined
    ? { form: 'length' }
    : { form: 'byte', actual: is, expected: was };
};

/** Whether a published file is what the ledger gives, and if not, the first place where it is not. */
export const firstDifference = (
  name: string,
  actual: Uint8Array,
  expected: Uint8Array,
): Difference | null => {
  const at = partAt(actual, expected);
  if (at < 0) return null;
  const place = placeOf(name, at, actual, expected);
  return { at, bytes: actual.length, expectedBytes: expected.length, place };
};
