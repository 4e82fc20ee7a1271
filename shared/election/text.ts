import * as z from 'zod/mini';

/** The three languages of the portal, by their BCP 47 codes. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where pages of a language live: `/en/…`, `/zh-hant/…`, `/zh-hans/…`. */
export const languagePath = (language: Language): string => language.toLowerCase();

/** A name in the languages it was given in: at least one, never converted from another. */
export type Text = { readonly [language in Language]?: string | undefined };

/** C0 and C1 controls never belong in a name; direction marks may, and pages isolate them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
export const hasControlCharacter = (text: string): boolean => CONTROL.test(text);

/** Longest name accepted, in UTF-16 code units; a ballot paper line holds far fewer. */
export const MAX_NAME_LENGTH = 300;

/** One line of text: something to read, nothing that only a machine sees. */
export const lineOf = (maxLength: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(maxLength),
    z.refine((text) => !hasControlCharacter(text), { error: 'control-character' }),
    z.refine((text) => text.isWellFormed(), { error: 'ill-formed-text' }),
    z.refine((text) => text.trim() !== '', { error: 'blank-text' }),
  );

const Line = lineOf(MAX_NAME_LENGTH);

export const Text = z
  .strictObject({ en: z.optional(Line), 'zh-Hant': z.optional(Line), 'zh-Hans': z.optional(Line) })
  .check(z.refine((text) => Object.keys(text).length > 0, { error: 'no-language' }));

/** Free text an officer gives as a reason. */
export const Reason = z.string().check(
  z.minLength(1),
  z.maxLength(1000),
  z.refine((text) => text.isWellFormed() && !CONTROL.test(text.replace(/[\n\t]/g, '')), {
    error: 'control-character',
  }),
  z.refine((text) => text.trim() !== '', { error: 'blank-text' }),
);

/** Fallback order when a name is not given in the language of the page: Chinese readers meet Chinese first. */
const ORDER: { readonly [language in Language]: readonly Language[] } = {
  en: ['en', 'zh-Hant', 'zh-Hans'],
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
};

/** A name as it is shown on a page of `language`, with the language it is really in. */
export const textIn = (
  text: Text,
  language: Language,
): { readonly text: string; readonly lang: Language } => {
  for (const lang of ORDER[language]) {
    const found = text[lang];
    if (found !== undefined) return { text: found, lang };
  }
  return { text: '', lang: language };
};
