import type { Language } from '../election/text.ts';
import { sha256Hex } from '../hash.ts';
import { visibleText } from './plain-text.ts';

/** Newest entries first; older ones are in the register's JSON, so that a reader's hourly look stays small. */
export const MOST_ENTRIES = 500;

/** A paragraph of an entry, in the language it is written in. */
export interface FeedParagraph {
  readonly text: string;
  readonly lang: Language;
}

/** What an entry tells of a constituency, and the ledger entry that brought it about: entries of a feed are new to whoever knows only earlier ones. */
export interface ResultTold {
  readonly constituency: string;
  readonly what: ResultOccasion;
  readonly entry: number;
}

export const RESULT_OCCASIONS = ['interim', 'declared', 'correction'] as const;
/** All reports are in; the result is declared; figures that were public were corrected. */
export type ResultOccasion = (typeof RESULT_OCCASIONS)[number];

export interface FeedEntry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly titleLang: Language;
  readonly published: string;
  readonly updated: string;
  readonly author: string;
  readonly tags: readonly string[];
  /** For programs, where an entry tells of a result. */
  readonly result?: ResultTold;
  readonly paragraphs: readonly FeedParagraph[];
}

/** What both formats of a feed are written from. */
export interface Feed {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly titleLang: Language;
  readonly updated: string;
  readonly homeUrl: string;
  readonly url: string;
  readonly jsonUrl: string;
  readonly allUrl: string;
  readonly isComplete: boolean;
  readonly entries: readonly FeedEntry[];
}

/** A name without an address (RFC 9562, version 8): the same on every mirror, and for ever. */
export const uuidOf = (name: string): string => {
  const hex = sha256Hex(new TextEncoder().encode(name));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** With seconds and in one time zone, as feeds want it. */
export const instant = (at: string): string => new Date(Date.parse(at)).toISOString();

export const line = (text: string, lang: Language): FeedParagraph => ({ text: visibleText(text), lang });
