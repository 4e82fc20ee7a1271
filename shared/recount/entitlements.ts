import { RATE_CENTS_2016 } from '../allocation/assistance.ts';
import { judgeDeposit, reachesPercent } from '../allocation/deposits.ts';
import type { Constituency, Contestant, ElectionDefinition } from '../election/definition.ts';
import type { ContestantResult } from './results.ts';

/** Votes decide deposit and assistance only where the rules of a Legislative Council election apply. */
const appliesTo = (constituency: Constituency): boolean => constituency.kind !== 'referendum';

export interface Polled {
  readonly definition: ElectionDefinition;
  readonly constituency: Constituency;
  readonly contestant: Contestant;
  readonly valid: number;
  readonly votes: number;
  readonly elected: readonly string[];
}

/**
 * Deposit and assistance as far as the count decides them: 3 % of the valid papers or a seat for the first name,
 * 5 % or a seat; the caps that need declared expenses come with the returns [2016 ¶4.25, ¶16.38, A-11, A-12].
 */
export const entitlements = ({
  definition,
  constituency,
  contestant,
  valid,
  votes,
  elected,
}: Polled): Pick<ContestantResult, 'depositReturned' | 'assistance'> => {
  if (!appliesTo(constituency) || valid === 0 || definition.edition !== '2016') {
    return { depositReturned: null, assistance: null };
  }
  const first = contestant.candidates?.[0]?.id ?? contestant.id;
  const deposit = judgeDeposit({
    names: (contestant.candidates ?? [contestant]).map(() => null),
    elected: elected.includes(first),
    votes,
    validPapers: valid,
  });
  return {
    depositReturned: deposit.returned,
    assistance: {
      eligible: elected.length > 0 || reachesPercent(votes, valid, 5),
      votesTimesRateCents: votes * RATE_CENTS_2016,
    },
  };
};
