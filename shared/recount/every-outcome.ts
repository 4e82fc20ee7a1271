import type { OutcomeOf } from './outcome.ts';
import { outcomeByVotes } from './outcome-by-votes.ts';
import { netSupportOutcome, nominationOutcome } from './popvote-outcome.ts';
import { preferentialOutcome } from './preferential-outcome.ts';

/** The outcome by any voting system. */
export const everyOutcome: OutcomeOf = (counted) => {
  const { constituency, tally, rounds, circumstances } = counted;
  switch (constituency.system) {
    case 'list_pr':
    case 'first_past_the_post':
      return outcomeByVotes(counted);
    case 'preferential':
      return preferentialOutcome(constituency, tally, circumstances, rounds);
    case 'net_support':
      return netSupportOutcome(constituency, tally);
    case 'nomination':
      return nominationOutcome(constituency, tally);
  }
};
