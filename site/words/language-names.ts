import type { Language } from '#shared/election/text.ts';

/** Names of the languages in themselves: in full, and as short as a phone needs. */
export const LANGUAGE_NAMES: { readonly [language in Language]: readonly [full: string, short: string] } = {
  en: ['English', 'EN'],
  'zh-Hant': ['繁體', '繁'],
  'zh-Hans': ['简体', '简'],
};
