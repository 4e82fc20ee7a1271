import { wholeRules } from '#shared/verification/whole-rules.ts';
import { answerAsked } from './answer-asked.ts';

/** Checks any election. It is twice as large as the one for the count alone. */
answerAsked(() => wholeRules);
