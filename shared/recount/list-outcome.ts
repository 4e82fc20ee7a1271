import { allocateListSeats } from '../allocation/list-pr.ts';
import { standingNames } from '../election/check-definition.ts';
import type { Constituency } from '../election/definition.ts';
import { format } from '../fraction.ts';
import { type Circumstances, emptyOutcome, lotsState, type Outcome } from './outcome.ts';
import type { Tally } from './tally.ts';

/** List system of proportional representation [2016 ¶2.21-2.26]. */
export const listOutcome = (
  constituency: Constituency,
  { votes, valid }: Tally,
  { quotaFraction, draws, struck }: Circumstances,
): Outcome => {
  const allocation = allocateListSeats({
    seats: constituency.seats,
    lists: constituency.contestants.map((list) => ({
      id: list.id,
      votes: votes.get(list.id) ?? 0,
      names: standingNames(list, constituency).filter(({ id }) => !struck.has(id)).length,
    })),
    quotaFraction,
    draws,
  });
  const { lastSeat } = allocation;
  return {
    ...emptyOutcome(votes),
    valid,
    quota: allocation.quota && format(allocation.quota),
    quotaExact: allocation.quotaExact && format(allocation.quotaExact),
    quotaRule: allocation.quotaRule,
    quotaSeats: new Map(allocation.lists.map(({ id, quotaSeats }) => [id, quotaSeats])),
    remainders: new Map(allocation.lists.map(({ id, remainder }) => [id, remainder && format(remainder)])),
    seats: allocation.order.map(({ seat, list, by, remainder }) => ({
      seat,
      contestant: list,
      by,
      figure: remainder && format(remainder),
    })),
    lots: lotsState(allocation.tie),
    flags: [
      ...(allocation.quotaRuleSensitive ? ['quotaRuleSensitive'] : []),
      ...(allocation.quotaOverflow ? ['QUOTA_OVERFLOW'] : []),
      ...(allocation.lotsProblem ? ['lotsNotApplicable'] : []),
    ],
    otherRuleSeats: allocation.quotaRuleSensitive?.seats ?? null,
    lastSeat: lastSeat && {
      contestant: lastSeat.list,
      figure: format(lastSeat.remainder),
      next: lastSeat.next,
      nextFigure: lastSeat.nextRemainder && format(lastSeat.nextRemainder),
      gap: lastSeat.gap && format(lastSeat.gap),
    },
    unfilled: allocation.unfilled,
  };
};
