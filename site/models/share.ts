import type { Language } from '#shared/election/text.ts';
import type { ConstituencySummary } from '#shared/recount/results.ts';
import type { Words } from '../words/words.ts';
import { seatsHeading } from './election.ts';
import { plainName } from './names.ts';
import { electedIds } from './sentence.ts';
import { hasFigures, isDeclared } from './subject.ts';

export const SITE_NAME = 'Open Returns';

/** Of a picture that stands where a page is shared, in pixels: what networks show whole. */
export const IMAGE_WIDTH = 1200;
export const IMAGE_HEIGHT = 630;

/** The picture of a page: its address changes with what it shows, because networks keep what they have fetched. */
export interface ShareImage {
  readonly path: string;
  readonly version: number;
  /** The same in words. */
  readonly alt: string;
}

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

/** What is said beside the state: how far the count is, and what the seats are. Nobody is called elected before the declaration. */
export interface Standing {
  readonly reports: string | null;
  /** The words that stand over the seats. */
  readonly seats: string | null;
}

export const standingOf = (result: ConstituencySummary, words: Words): Standing => {
  const heading = seatsHeading(result);
  const reports = hasFigures(result)
    ? words.share.reports(result.stationsReported, result.stationsExpected)
    : null;
  if (heading === 'declared') return { reports, seats: declaredWords(result, words) };
  if (heading === null) return { reports: null, seats: null };
  return { reports, seats: result.kind === 'referendum' ? null : words.seatsHeading[heading] };
};

/** The title of a constituency's page where it is shared: `New Territories West · Counting · 121 of 164 reports in · Seats on the votes so far`. */
export const shareTitle = (result: ConstituencySummary, words: Words, language: Language): string => {
  const { reports, seats } = standingOf(result, words);
  const name = plainName(result.name, language);
  const told = isDeclared(result) ? [seats] : [words.states[result.status].label, reports, seats];
  return [name, ...told].filter((part) => part !== null).join(' · ');
};
