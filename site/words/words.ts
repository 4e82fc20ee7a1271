import type { Language } from '#shared/election/text.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** The shape that every language fills. */
export type Words = typeof en;

const WORDS: { readonly [language in Language]: Words } = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

export const wordsOf = (language: Language): Words => WORDS[language];
