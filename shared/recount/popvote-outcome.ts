import { countNetSupport } from '../allocation/net-support.ts';
import { countNominations, nominationThreshold } from '../allocation/nomination.ts';
import type { Constituency } from '../election/definition.ts';
import type { Choices } from '../election/report.ts';
import { choicesOf } from './choices.ts';
import { emptyOutcome, type Outcome } from './outcome.ts';
import type { Tally } from './tally.ts';

const marks = ({ support, oppose, abstain }: Choices): number => support + oppose + abstain;

/** Support less oppose on each question; the highest net wins if it is above zero [PopVote]. */
export const netSupportOutcome = (constituency: Constituency, tally: Tally): Outcome => {
  const choices = choicesOf(constituency, tally);
  const count = countNetSupport([...choices].map(([id, choice]) => ({ id, ...choice })));
  const winner = count.candidates.find(({ id }) => id === count.winner);
  return {
    ...emptyOutcome(new Map([...choices].map(([id, { support }]) => [id, support]))),
    valid: Math.max(0, ...[...choices.values()].map(marks)),
    seats: winner ? [{ seat: 1, contestant: winner.id, by: 'net_support', figure: String(winner.net) }] : [],
    flags: count.equalTop.length > 0 ? ['netSupportTie'] : [],
  };
};

/** Civil nomination: whoever reaches one per cent of the registered electors, rounded down [PopVote]. */
export const nominationOutcome = (constituency: Constituency, { votes, valid }: Tally): Outcome => {
  const { electors } = constituency;
  if (electors === undefined) return { ...emptyOutcome(votes), valid, flags: ['electorsUnknown'] };
  const { nominated } = countNominations(
    electors,
    constituency.contestants.map(({ id }) => ({ id, votes: votes.get(id) ?? 0 })),
  );
  return {
    ...emptyOutcome(votes),
    valid,
    quota: String(nominationThreshold(electors)),
    seats: nominated.map((contestant, index) => ({
      seat: index + 1,
      contestant,
      by: 'threshold',
      figure: String(votes.get(contestant) ?? 0),
    })),
  };
};
