import { wholeRules } from '#shared/verification/whole-rules.ts';
import { answerAsked } from './answer-asked.ts';

/** Checks any election. It is almost twice as large as the one for a count by votes alone. */
answerAsked(() => wholeRules);
