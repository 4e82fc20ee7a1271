import type { Part } from '#shared/advertisements/findings.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { identityNumbersIn } from '#shared/identity-numbers.ts';
import { asBuffer, utf16From } from './bytes.ts';
import { finding } from './report.ts';

/** Programs stamp files with such names; one in a few hundred begins like an identity-card number. */
const UNIQUE_NAMES = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** How many identity-card numbers stand in a part of a file: a count, never the numbers [2016 App.5 ¶19]. */
export const identityFindings = (text: string, part: Part, page?: number): readonly Finding[] => {
  const count = identityNumbersIn(text.replace(UNIQUE_NAMES, '')).length;
  if (count === 0) return [];
  return [finding('identity-number', { count }, page === undefined ? { part } : { part, page })];
};

/** The same in bytes of no known order, such as metadata and what was deleted but not removed; chance alone gives no such text. */
export const identityFindingsInBytes = (bytes: Uint8Array, part: Part): readonly Finding[] => {
  const narrow = asBuffer(bytes).toString('latin1');
  const spellings = [narrow, utf16From(bytes, 0), utf16From(bytes, 1)];
  const numbers = new Set(spellings.flatMap((spelling) => rawNumbersIn(spelling)));
  return numbers.size === 0 ? [] : [finding('identity-number', { count: numbers.size }, { part })];
};

/** Only what is about a number is normalised: a whole film is looked through for it. */
const AROUND = /[A-Za-z]{1,2}[ -]?\d{6}[ -]?\(?[0-9Aa]\)?/g;

const rawNumbersIn = (text: string): readonly string[] =>
  [...text.matchAll(AROUND)].flatMap(({ 0: found, index }) => {
    const before = text.slice(Math.max(0, index - 1), index);
    const after = text.slice(index + found.length, index + found.length + 1);
    if (/^-[0-9a-f]{4}-/i.test(text.slice(index + found.length, index + found.length + 6))) return [];
    return identityNumbersIn(`${before}${found}${after}`);
  });
