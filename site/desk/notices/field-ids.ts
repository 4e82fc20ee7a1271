import type { Language } from '#shared/election/text.ts';
import { LANGUAGES } from '#shared/election/text.ts';

/** What the answers of a notice's form are called; nothing else spells them. */
export const fieldIds = {
  place: 'place',
  content: (field: string) => `content-${field}`,
  /** One language of a text that is given in up to three. */
  spoken: (field: string, language: Language) => `${field}-${language}`,
  rows: (field: string) => `content-${field}-rows`,
  row: (field: string, row: number) => `content-${field}-${row}`,
  telephone: (row: string) => `${row}-telephone`,
  figure: (row: string) => `${row}-figure`,
  title: 'title',
  text: 'text',
  postedPlace: 'posted-place',
  postedAt: 'posted-at',
  gazetteNumber: 'gazette-number',
  gazetteDate: 'gazette-date',
  attachment: 'attachment',
  reason: 'reason',
} as const;

/** The officer's own language first. */
export const spokenFirst = (language: Language): readonly Language[] => [
  language,
  ...LANGUAGES.filter((other) => other !== language),
];

/** `$.text.en`, `$.text["zh-Hant"]`: where the server speaks of one language of a text. */
export const spokenPath = (path: string, language: Language): string =>
  /^\w+$/.test(language) ? `${path}.${language}` : `${path}["${language}"]`;
