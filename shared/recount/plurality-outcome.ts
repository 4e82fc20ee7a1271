import { allocatePlurality } from '../allocation/first-past-the-post.ts';
import type { Constituency } from '../election/definition.ts';
import { type Circumstances, emptyOutcome, lotsState, type Outcome } from './outcome.ts';
import type { Tally } from './tally.ts';

/** First past the post, and the block vote with several seats [2016 ¶3.35, ¶5.100]. */
export const pluralityOutcome = (
  constituency: Constituency,
  { votes, valid }: Tally,
  { draws, struck }: Circumstances,
): Outcome => {
  const allocation = allocatePlurality({
    seats: constituency.seats,
    candidates: constituency.contestants
      .filter(({ id, candidates }) => !struck.has(candidates?.[0]?.id ?? id))
      .map(({ id }) => ({ id, votes: votes.get(id) ?? 0 })),
    draws,
  });
  const { lastSeat } = allocation;
  return {
    ...emptyOutcome(votes),
    valid,
    seats: allocation.order.map(({ seat, candidate, by, votes: figure }) => ({
      seat,
      contestant: candidate,
      by,
      figure: String(figure),
    })),
    lots: lotsState(allocation.tie),
    flags: allocation.lotsProblem ? ['lotsNotApplicable'] : [],
    lastSeat: lastSeat && {
      contestant: lastSeat.candidate,
      figure: String(lastSeat.votes),
      next: lastSeat.next,
      nextFigure: lastSeat.nextVotes === null ? null : String(lastSeat.nextVotes),
      gap: lastSeat.gap === null ? null : String(lastSeat.gap),
    },
    unfilled: allocation.unfilled,
  };
};
