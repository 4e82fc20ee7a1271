import { describerOf, type MoreWords } from './describe-problem.ts';
import { OFFICERS_PROBLEMS_EN } from './officers-problem-words-en.ts';
import { OFFICERS_PROBLEMS_ZH_HANS } from './officers-problem-words-zh-hans.ts';
import { OFFICERS_PROBLEMS_ZH_HANT } from './officers-problem-words-zh-hant.ts';

/** Words for what only acts of officers, definitions and accounts can get wrong. */
export const OFFICERS_PROBLEMS: MoreWords = {
  en: OFFICERS_PROBLEMS_EN,
  'zh-Hant': OFFICERS_PROBLEMS_ZH_HANT,
  'zh-Hans': OFFICERS_PROBLEMS_ZH_HANS,
};

/** Describes whatever can be wrong with a definition, a report or an officer's act. */
export const describeProblem = describerOf(OFFICERS_PROBLEMS);
