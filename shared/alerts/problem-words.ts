import { describerOf } from '../election/describe-problem.ts';
import { ALERT_PROBLEMS_EN } from './problem-words-en.ts';
import { ALERT_PROBLEMS_ZH_HANS } from './problem-words-zh-hans.ts';
import { ALERT_PROBLEMS_ZH_HANT } from './problem-words-zh-hant.ts';

/** Describes what can be wrong with a wish for alerts; only its functions carry these words. */
export const describeAlertProblem = describerOf({
  en: ALERT_PROBLEMS_EN,
  'zh-Hant': ALERT_PROBLEMS_ZH_HANT,
  'zh-Hans': ALERT_PROBLEMS_ZH_HANS,
});
