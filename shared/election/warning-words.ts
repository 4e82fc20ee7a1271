import { must } from '../result.ts';
import type { Warning } from './acts.ts';
import { say } from './problem-words-sentence.ts';
import type { Language } from './text.ts';
import { UNKNOWN_WARNING_EN, WARNINGS_EN, type WarningWords } from './warning-words-en.ts';
import { UNKNOWN_WARNING_ZH_HANS, WARNINGS_ZH_HANS } from './warning-words-zh-hans.ts';
import { UNKNOWN_WARNING_ZH_HANT, WARNINGS_ZH_HANT } from './warning-words-zh-hant.ts';

interface Dictionary {
  readonly words: ReadonlyMap<string, WarningWords>;
  readonly unknown: WarningWords;
}

const wordsOf = (table: Readonly<Record<string, WarningWords>>): ReadonlyMap<string, WarningWords> =>
  new Map(Object.entries(table));

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = {
  en: { words: wordsOf(WARNINGS_EN), unknown: UNKNOWN_WARNING_EN },
  'zh-Hant': { words: wordsOf(WARNINGS_ZH_HANT), unknown: UNKNOWN_WARNING_ZH_HANT },
  'zh-Hans': { words: wordsOf(WARNINGS_ZH_HANS), unknown: UNKNOWN_WARNING_ZH_HANS },
};

/** A flag in words: what the figures show, and what can be done. */
export interface ToldWords {
  readonly title: string;
  readonly text: string;
  readonly remedy: string;
}

/** Words with a flag's figures filled in. */
export const fillWords = (told: WarningWords, warning: Warning, language: Language): ToldWords => {
  const fillings = { figures: { ...warning.figures, code: warning.code } };
  const sentence = (part: keyof WarningWords): string =>
    must(say(told[part], fillings, language), 'the plainest wording of a sentence can always be filled');
  return { title: sentence('title'), text: sentence('text'), remedy: sentence('remedy') };
};

/** A flag on a station's report, as the public page and the officer's answer say it: what the figures show, never why [C-3]. */
export const describeWarning = (warning: Warning, language: Language): ToldWords => {
  const { words, unknown } = DICTIONARIES[language];
  return fillWords(words.get(warning.code) ?? unknown, warning, language);
};
