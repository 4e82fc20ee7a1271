import type { Language } from '#shared/election/text.ts';
import type { en } from './en/en.ts';

/** Every word of the desk in one language; the shape that each language fills. */
export type DeskWords = typeof en;

/** One language's words are one chunk: an officer loads one of them. */
const LOADERS: Readonly<Record<Language, () => Promise<DeskWords>>> = {
  en: async () => (await import('./en/en.ts')).en,
  'zh-Hant': async () => (await import('./zh-hant/zh-hant.ts')).zhHant,
  'zh-Hans': async () => (await import('./zh-hans/zh-hans.ts')).zhHans,
};

export const loadWords = (language: Language): Promise<DeskWords> => LOADERS[language]();
