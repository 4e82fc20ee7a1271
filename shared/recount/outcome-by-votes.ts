import type { Constituency } from '../election/definition.ts';
import { listOutcome } from './list-outcome.ts';
import type { OutcomeOf } from './outcome.ts';
import { pluralityOutcome } from './plurality-outcome.ts';

/** Whether seats follow from each contestant's votes alone: no rankings, no questions, no threshold. */
export const isByVotes = (system: Constituency['system']): boolean =>
  system === 'list_pr' || system === 'first_past_the_post';

/** Lists and first past the post: enough for most elections, and all that a program brings which counts only those. */
export const outcomeByVotes: OutcomeOf = ({ constituency, tally, circumstances }) => {
  switch (constituency.system) {
    case 'list_pr':
      return listOutcome(constituency, tally, circumstances);
    case 'first_past_the_post':
      return pluralityOutcome(constituency, tally, circumstances);
    default:
      throw new TypeError(`${constituency.id} is decided by ${constituency.system}, not by votes alone`);
  }
};
