import type { Language } from '#shared/election/text.ts';
import { front as en } from './en/front.ts';
import { front as zhHans } from './zh-hans/front.ts';
import { front as zhHant } from './zh-hant/front.ts';

const FRONT: Readonly<Record<Language, typeof en>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

export const frontWords = (language: Language): typeof en => FRONT[language];
