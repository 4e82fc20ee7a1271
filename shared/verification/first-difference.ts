import { shownValue } from '../election/input-problem.ts';
import { firstDifferentCell } from './csv-cells.ts';
import { firstJsonDifference } from './json-difference.ts';

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

const quoted = (value: unknown): string => {
  if (value === undefined) return 'absent';
  try {
    return JSON.stringify(shownValue(value));
  } catch {
    // Only what is nested too deeply to be written again.
    return 'a value without end';
  }
};

const inJson = (actual: string, expected: string): string => {
  const read = readJson(actual);
  if (read === undefined) return ', and it is not JSON any more';
  const found = firstJsonDifference(read.value, readJson(expected)?.value);
  return found === null
    ? ', which changes no value, only how it is written'
    : `: ${found.path} is ${quoted(found.actual)}, but the ledger gives ${quoted(found.expected)}`;
};

const inCsv = (actual: string, expected: string): string => {
  const found = firstDifferentCell(actual, expected);
  return found === null
    ? ', which changes no cell, only how it is written'
    : `: line ${found.line}, column ${found.column} is ${quoted(found.actual)}, but the ledger gives ${quoted(found.expected)}`;
};

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;

const inBytes = (at: number, actual: Uint8Array, expected: Uint8Array): string => {
  const [is, was] = [actual[at], expected[at]];
  return is === undefined || was === undefined ? '' : `: it is ${hex(is)}, but the ledger gives ${hex(was)}`;
};

const detail = (name: string, at: number, actual: Uint8Array, expected: Uint8Array): string => {
  const isText = name.endsWith('.json') || name.endsWith('.csv');
  if (!isText) return inBytes(at, actual, expected);
  const [found, wanted] = [utf8(actual), utf8(expected)];
  if (found === undefined || wanted === undefined) return ', where it is not valid UTF-8 any more';
  return name.endsWith('.json') ? inJson(found, wanted) : inCsv(found, wanted);
};

const lengths = (actual: Uint8Array, expected: Uint8Array): string =>
  actual.length === expected.length ? '' : ` (it has ${actual.length} bytes instead of ${expected.length})`;

/** Whether a published file is what the ledger gives, and if not, the first place where it is not. */
export const firstDifference = (name: string, actual: Uint8Array, expected: Uint8Array): string | null => {
  const at = partAt(actual, expected);
  if (at < 0) return null;
  if (actual.length === 0) return `is empty; it should have ${expected.length} bytes`;
  if (at === actual.length) return `is cut off after ${actual.length} of ${expected.length} bytes`;
  return `differs from byte ${at} on${lengths(actual, expected)}${detail(name, at, actual, expected)}`;
};
