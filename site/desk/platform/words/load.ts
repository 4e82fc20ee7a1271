import type { Language } from '#shared/election/text.ts';
import type { en } from './en.ts';

/** Every word of the Central Platform's screens in one language; officers of the count never load them. */
export type PlatformWords = typeof en;

const LOADERS: Readonly<Record<Language, () => Promise<PlatformWords>>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-Hant': async () => (await import('./zh-hant.ts')).zhHant,
  'zh-Hans': async () => (await import('./zh-hans.ts')).zhHans,
};

export const loadPlatformWords = (language: Language): Promise<PlatformWords> => LOADERS[language]();
