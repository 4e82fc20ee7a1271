import { describerOf } from '../election/describe-problem.ts';
import { OFFICERS_PROBLEMS } from '../election/problem-words.ts';
import { DESK_PROBLEMS_EN } from './problem-words-en.ts';
import { DESK_PROBLEMS_ZH_HANS } from './problem-words-zh-hans.ts';
import { DESK_PROBLEMS_ZH_HANT } from './problem-words-zh-hant.ts';

/** Describes the problems of the desk too; only its functions carry these words. */
export const describeDeskProblem = describerOf(OFFICERS_PROBLEMS, {
  en: DESK_PROBLEMS_EN,
  'zh-Hant': DESK_PROBLEMS_ZH_HANT,
  'zh-Hans': DESK_PROBLEMS_ZH_HANS,
});
