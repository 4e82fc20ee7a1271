import { describerOf } from '../election/describe-problem.ts';
import { OFFICERS_PROBLEMS } from '../election/problem-words.ts';
import { PLATFORM_PROBLEMS_EN } from './problem-words-en.ts';
import { PLATFORM_PROBLEMS_ZH_HANS } from './problem-words-zh-hans.ts';
import { PLATFORM_PROBLEMS_ZH_HANT } from './problem-words-zh-hant.ts';

/** Describes what can be wrong with what is filed on the Central Platform; only its functions carry these words. */
export const describePlatformProblem = describerOf(OFFICERS_PROBLEMS, {
  en: PLATFORM_PROBLEMS_EN,
  'zh-Hant': PLATFORM_PROBLEMS_ZH_HANT,
  'zh-Hans': PLATFORM_PROBLEMS_ZH_HANS,
});
