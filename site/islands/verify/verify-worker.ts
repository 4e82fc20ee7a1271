import { countRules } from '#shared/verification/count-rules.ts';
import { answerAsked, NeedsWholeRules } from './answer-asked.ts';

/** Checks elections by votes alone, without notices and filings; of others it says so, and leaves them to the worker that knows everything. */
answerAsked((needed) => {
  if (needed === 'count') return countRules;
  throw new NeedsWholeRules();
});
