import * as z from 'zod/mini';
import { isDay } from '../calendar/day.ts';
import { AddressId, ContestantId, Instant, Papers } from './identifiers.ts';
import { LANGUAGES, lineOf, Reason, Text } from './text.ts';

/** The notices that the rules know, in their order there [platforms-and-notices.md §2]. */
export const NOTICE_TYPE_IDS = [
  'N1',
  'N2',
  'N3',
  'N4',
  'N5',
  'N6',
  'N7',
  'N8',
  'N9',
  'N10',
  'N11',
  'N12',
  'N13',
  'N14',
  'N15',
  'N16',
  'N17',
  'N18',
  'N19',
  'N20',
  'N21',
  'N22',
  'N23',
  'N24',
  'N25',
  'N26',
  'N27',
  'N28',
  'N29',
  'N30',
  'N31',
  'N32',
  'N33',
  'N34',
  'N35',
  'N36',
  'N37',
] as const;
export type NoticeTypeId = (typeof NOTICE_TYPE_IDS)[number];

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/** Paragraphs: lines of plain text, with nothing in them that only a machine sees. */
const paragraphsOf = (maxLength: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(maxLength),
    z.refine((text) => !UNSEEN.test(text), { error: 'control-character' }),
    z.refine((text) => text.isWellFormed(), { error: 'ill-formed-text' }),
    z.refine((text) => text.trim() !== '', { error: 'blank-text' }),
  );

const proseOf = (maxLength: number) => {
  const Paragraphs = z.optional(paragraphsOf(maxLength));
  return z.strictObject({ en: Paragraphs, 'zh-Hant': Paragraphs, 'zh-Hans': Paragraphs }).check(
    z.refine((text) => LANGUAGES.some((language) => text[language] !== undefined), {
      error: 'no-language',
    }),
  );
};

/** A notice's own text, in the languages its officer gave; it is never converted into another. */
export const Prose = proseOf(20_000);

const Day = z.string().check(z.refine(isDay, { error: 'not-a-day' }));

/** A person, body or place of a prescribed list, with the telephone number or figure that belongs to it. */
const Entry = z.strictObject({
  name: Text,
  telephone: z.optional(lineOf(40)),
  number: z.optional(Papers),
});

const Line = lineOf(200);

/** What a prescribed field may hold; which field holds which kind is `shared/notices`' matter. */
export const NoticeValue = z.union([
  Papers,
  Line,
  proseOf(5000),
  z.array(z.union([ContestantId, Entry])).check(z.maxLength(5000)),
]);

/** A file that belongs to a notice, known by its hash: whoever holds it can tell whether it is the one. */
const Attachment = z.strictObject({
  name: lineOf(200),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.gte(1), z.lte(1_000_000_000)),
  type: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
});

const NOTICE_ID = /^(e|c-[A-Za-z0-9][A-Za-z0-9._-]{0,63}|s-[A-Za-z0-9][A-Za-z0-9._-]{0,63})-[1-9]\d{0,3}$/;

/** `e-3` of the election, `c-LC1-12` of a constituency, `s-A0101-2` of a station: part of its page's address. */
const NoticeId = z.string().check(z.refine((id) => NOTICE_ID.test(id), { error: 'not-an-identifier' }));

/**
 * A notice as it was posted. A later revision of the same notice only adds to it, such as its number in the Gazette;
 * what was wrong is set right by a new notice that supersedes it.
 */
export const Notice = z.strictObject({
  type: z.enum(NOTICE_TYPE_IDS),
  constituency: z.optional(AddressId),
  station: z.optional(AddressId),
  /** The n-th notice of its station, else of its constituency, else of the election. */
  number: z.int().check(z.gte(1), z.lte(9999)),
  revision: z.int().check(z.gte(1), z.lte(99)),
  title: z.optional(Text),
  text: z.optional(Prose),
  contents: z.optional(z.record(z.string().check(z.regex(/^[a-z][A-Za-z]{0,39}$/)), NoticeValue)),
  /** Where and when it was really posted; the copy on the web never replaces it. */
  postedAt: z.strictObject({ place: Text, at: Instant }),
  gazette: z.optional(z.strictObject({ number: lineOf(60), date: Day })),
  attachment: z.optional(Attachment),
  supersedes: z.optional(NoticeId),
  /** Why it supersedes another, or what a later revision adds. */
  reason: z.optional(Reason),
});

export type Notice = z.infer<typeof Notice>;
export type Prose = z.infer<typeof Prose>;
export type NoticeValue = z.infer<typeof NoticeValue>;

/** Whose sequence of numbers a notice belongs to. */
export const noticeScope = ({ constituency, station }: Pick<Notice, 'constituency' | 'station'>): string => {
  if (station !== undefined) return `s-${station}`;
  return constituency === undefined ? 'e' : `c-${constituency}`;
};

/** A notice's name, the same in all its revisions. Scopes begin with different letters, so no two notices share one. */
export const noticeIdOf = (notice: Pick<Notice, 'constituency' | 'station' | 'number'>): string =>
  `${noticeScope(notice)}-${notice.number}`;
