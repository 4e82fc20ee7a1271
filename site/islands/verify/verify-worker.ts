import { countRules } from '#shared/verification/count-rules.ts';
import { answerAsked, NeedsRegisters } from './answer-asked.ts';

/** Checks elections without notices and filings; of others it says so, and leaves them to the worker that knows registers. */
answerAsked((needed) => {
  if (needed === 'count') return countRules;
  throw new NeedsRegisters();
});
