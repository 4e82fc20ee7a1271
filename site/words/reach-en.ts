import type { Unit } from './facts.ts';
import * as format from './format.ts';
import { type Phrase, say, strong } from './phrase.ts';
import { counted } from './prose-en.ts';

/** The closest call with its names, for a screen that shows no sentence. */
export interface LastSeatFacts {
  readonly unit: Unit;
  readonly ahead: string;
  readonly aheadName: Phrase;
  readonly behind: string;
  readonly behindName: Phrase;
  readonly gap: string;
  readonly declared: boolean;
}

/** Pages in frames of other websites, and what a page says of them. */
export const embedEn = {
  all: (unit: Unit, value: number): string => `All ${counted(value, unit)}`,
  firstFive: (unit: Unit): string => `The five ${unit}s with the most votes`,
  squares: (heading: string): string => `Squares: ${heading}.`,
  firstChoices: 'First choices. The rounds that decide stand on the full page.',
  asOf: (when: string): string => `Figures as of ${when}, Hong Kong time`,
  noScript: (when: string): string =>
    `This shows the figures of ${when} and does not renew itself without scripts: load it again for newer ones.`,
  how: 'how this is counted',
  full: 'Full page at Open Returns',
  seats: 'Seats',
  seatsKey: {
    declared: 'Filled: declared.',
    soFar: 'Hollow: on the votes so far, not declared.',
    open: 'Dashed: too early to show, or not counted.',
  },
  seatsOf: (shown: number, seats: number): string =>
    `${format.count(shown)} of ${counted(seats, 'seat')} shown`,
  asTable: 'Show as a table',
  constituency: 'Constituency',
  seat: 'Seat',
  name: 'Name',
  state: 'State',
  reportsIn: 'Reports in',
  progress: 'Progress of the count',
  heading: 'Embed this',
  lead: 'Show these figures on your own website: they renew themselves there, and say so when they do not.',
  element: 'One element, which takes the height it needs',
  frame: 'A plain frame, without any script of ours in your page',
  origin: (origin: string): string => `Put the address of this site in place of ${origin}.`,
  show: 'Show what to copy',
};

/** Screens of a counting hall. */
export const hallEn = {
  title: 'Hall screens',
  overview: 'All constituencies',
  progress: 'Progress of the count',
  part: (part: number, of: number): string => `screen ${part} of ${of}`,
  asOf: 'as of',
  of: (expected: number): string => ` / ${counted(expected, 'report')}`,
  valid: (figure: string): string => `valid votes ${figure}`,
  quota: (figure: string): string => `quota ${figure} (dashed line)`,
  lastSeatHead: 'Last seat',
  lastSeat: (facts: LastSeatFacts): Phrase =>
    say`${facts.declared ? '' : 'On the votes so far, '}${facts.unit} ${facts.ahead} ${facts.aheadName} ahead of ${facts.unit} ${facts.behind} ${facts.behindName} by ${strong(facts.gap)} ${facts.unit === 'list' ? 'remaining ' : ''}vote${facts.gap === '1' ? '' : 's'}`,
  declaredOf: (declared: number, all: number): string =>
    `${format.count(declared)} of ${format.count(all)} declared`,
  support: 'Support',
  net: 'Net support',
  firstChoices: 'First choices',
  nominations: 'Nominations',
  all: 'All constituencies and their state',
  noScript:
    'Without scripts this screen does not renew itself and shows no other: load it again for newer figures.',
  /** Filled by the script. */
  live: {
    seconds: '{count} seconds ago',
    'seconds.one': '1 second ago',
    minutes: '{count} minutes ago',
    'minutes.one': '1 minute ago',
    hours: '{count} hours ago',
    'hours.one': '1 hour ago',
    'unknown-screen': 'This address asks for screens that do not exist: {found}. Screens are: {known}.',
    'unknown-value': 'This address asks for {found}, which cannot be. Possible: {known}.',
    stopped: 'Stopped by a key. Space goes on, arrows turn.',
    held: 'The state of this constituency has just changed. The next screen follows in a moment.',
  },
};

/** Titles of pages where they are shared. The same words as over the seats. */
export const shareEn = {
  elected: (candidates: number): string => `Elected: ${counted(candidates, 'candidate')}`,
  reports: (reported: number, expected: number): string =>
    `${format.count(reported)} of ${counted(expected, 'report')} in`,
  /** What a picture has no room for. */
  more: (unit: Unit, value: number): string => `${format.count(value)} more ${unit}${value === 1 ? '' : 's'}`,
  moreConstituencies: (value: number): string =>
    `${format.count(value)} more ${value === 1 ? 'constituency' : 'constituencies'}`,
};

export type EmbedWords = typeof embedEn;
export type HallWords = typeof hallEn;
export type ShareWords = typeof shareEn;
