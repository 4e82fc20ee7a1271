import type { Part } from '#shared/advertisements/findings.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { identityNumbersIn } from '#shared/identity-numbers.ts';
import { asBuffer, utf16From, type Window, windowsOf } from './bytes.ts';
import { finding } from './report.ts';

/** Programs stamp files with such names; one in a few hundred begins like an identity-card number. */
const UNIQUE_NAMES = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** How many identity-card numbers stand in a part of a file: a count, never the numbers [2016 App.5 ¶19]. */
export const identityFindings = (text: string, part: Part, page?: number): readonly Finding[] => {
  const count = identityNumbersIn(text.replace(UNIQUE_NAMES, '')).length;
  if (count === 0) return [];
  return [finding('identity-number', { count }, page === undefined ? { part } : { part, page })];
};

/** Only what is about a number is normalised: a whole film is looked through for it. */
const AROUND = /[A-Za-z]{1,2}[ -]?\d{6}[ -]?\(?[0-9Aa]\)?/g;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Numbers that begin within a range; what stands around it says whether they are part of something longer. */
const rawNumbersIn = (text: string, { from, to }: Range): readonly string[] =>
  [...text.matchAll(AROUND)].flatMap(({ 0: found, index }) => {
    if (index < from || index >= to) return [];
    const before = text.slice(Math.max(0, index - 1), index);
    const after = text.slice(index + found.length, index + found.length + 1);
    if (/^-[0-9a-f]{4}-/i.test(text.slice(index + found.length, index + found.length + 6))) return [];
    return identityNumbersIn(`${before}${found}${after}`);
  });

const numbersInWindow = ({ bytes, from, to }: Window): readonly string[] => {
  const wide = { from: Math.floor(from / 2), to: Math.ceil(to / 2) };
  return [
    ...rawNumbersIn(asBuffer(bytes).toString('latin1'), { from, to }),
    ...rawNumbersIn(utf16From(bytes, 0), wide),
    ...rawNumbersIn(utf16From(bytes, 1), wide),
  ];
};

/** The same in bytes of no known order, such as metadata and what was deleted but not removed; chance alone gives no such text. */
export const identityFindingsInBytes = (bytes: Uint8Array, part: Part): readonly Finding[] => {
  const numbers = new Set<string>();
  for (const window of windowsOf(bytes)) for (const number of numbersInWindow(window)) numbers.add(number);
  return numbers.size === 0 ? [] : [finding('identity-number', { count: numbers.size }, { part })];
};
