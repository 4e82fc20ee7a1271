import type { Language } from '#shared/election/text.ts';
import type { ConstituencySummary } from '#shared/recount/results.ts';
import type { Words } from '../words/words.ts';
import { seatsHeading } from './election.ts';
import { plainName } from './names.ts';
import { electedIds } from './sentence.ts';
import { hasFigures } from './subject.ts';

/** Languages as networks that show titles of pages know them. */
export const SHARE_LOCALES: { readonly [language in Language]: string } = {
  en: 'en_GB',
  'zh-Hant': 'zh_HK',
  'zh-Hans': 'zh_CN',
};

const declaredWords = (result: ConstituencySummary, words: Words): string => {
  if (result.system === 'net_support') return words.highestNet;
  const elected = electedIds(result).length;
  if (elected === 0) return words.states[result.status].label;
  return result.system === 'nomination' ? words.nominated : words.share.elected(elected);
};

/** How far it is, in the words that stand over the seats: nobody is called elected before the declaration. */
const standsAt = (result: ConstituencySummary, words: Words): readonly string[] => {
  const heading = seatsHeading(result);
  if (heading === 'declared') return [declaredWords(result, words)];
  const state = words.states[result.status].label;
  if (heading === null || !hasFigures(result)) return [state];
  const reports = words.share.reports(result.stationsReported, result.stationsExpected);
  return [state, reports, ...(result.kind === 'referendum' ? [] : [words.seatsHeading[heading]])];
};

/** The title of a constituency's page where it is shared: `New Territories West · Counting · 121 of 164 reports in · Seats on the votes so far`. */
export const shareTitle = (result: ConstituencySummary, words: Words, language: Language): string =>
  [plainName(result.name, language), ...standsAt(result, words)].join(' · ');
