import type { Language } from './text.ts';

/** A few words in every language of the portal. */
export type Words = Readonly<Record<Language, string>>;
export type WordTable<Code extends string> = Readonly<Record<Code, Words>>;

export const words = (en: string, hant: string, hans: string): Words => ({
  en,
  'zh-Hant': hant,
  'zh-Hans': hans,
});
