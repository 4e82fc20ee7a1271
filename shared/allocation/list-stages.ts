import { compare, type Fraction, fraction, multiply, subtract } from '../fraction.ts';
import { fillPlaces } from './fill-places.ts';
import { type QuotaFraction, quotaOf, type UsedQuota } from './quota.ts';
import { figureAt, sumOf } from './whole-figures.ts';

export interface ListVotes {
  readonly id: string;
  readonly votes: number;
  /** Names on the list as it stood for election, at most the seats to fill [2016 ¶2.23]. */
  readonly names: number;
}

/** A list after the quota seats: what it won and what it competes with for the seats left. */
export interface ListStanding extends ListVotes {
  readonly quotas: number;
  readonly quotaSeats: number;
  /** `null`, not 0, once every name is elected by quota: the list has left the competition [2016 ¶2.24]. */
  readonly remainder: Fraction | null;
}

export interface RemainderSeat {
  readonly list: ListStanding;
  readonly remainder: Fraction;
  /** 1, or more where lists with names left share seats that nobody's remainder could take. */
  readonly round: number;
}

export interface ListTie {
  readonly among: readonly string[];
  readonly places: number;
  readonly remainder: Fraction;
  readonly round: number;
}

/** The allocation up to the lots, which no software draws. */
export interface ListStages {
  readonly used: UsedQuota;
  readonly lists: readonly ListStanding[];
  /** In the order in which the seats fall. */
  readonly quotaSeats: readonly ListStanding[];
  readonly remainderSeats: readonly RemainderSeat[];
  readonly tie: ListTie | null;
  /** The largest remainder that won nothing although it still competed; lots name their own loser. */
  readonly next: { readonly list: string; readonly remainder: Fraction } | null;
}

const ZERO = fraction(0);

interface Competitor {
  readonly list: ListStanding;
  readonly remainder: Fraction;
}

const standingsAfterQuota = (lists: readonly ListVotes[], used: UsedQuota): readonly ListStanding[] =>
  lists.map((list, index) => {
    const quotas = figureAt(used.quotas, index);
    if (quotas >= list.names) return { ...list, quotas, quotaSeats: list.names, remainder: null };
    const taken = used.quota === null ? ZERO : multiply(used.quota, fraction(quotas));
    return { ...list, quotas, quotaSeats: quotas, remainder: subtract(fraction(list.votes), taken) };
  });

const quotaSeatsInOrder = (lists: readonly ListStanding[]): readonly ListStanding[] =>
  [...lists]
    .sort((a, b) => b.votes - a.votes)
    .flatMap((list) => Array.from({ length: list.quotaSeats }, () => list));

const byRemainder = (a: Competitor, b: Competitor): number => compare(a.remainder, b.remainder);

/** A list that took a seat in one round has used its remainder up, and competes again with 0. */
const nextRound = (competing: readonly Competitor[], round: number): readonly Competitor[] =>
  competing
    .filter(({ list }) => list.names > list.quotaSeats + round)
    .map(({ list }) => ({ list, remainder: ZERO }));

const shareRemainders = (
  lists: readonly ListStanding[],
  seats: number,
): Pick<ListStages, 'remainderSeats' | 'tie' | 'next'> => {
  const remainderSeats: RemainderSeat[] = [];
  let competing: readonly Competitor[] = lists.flatMap((list) =>
    list.remainder === null ? [] : [{ list, remainder: list.remainder }],
  );
  for (let round = 1; ; round += 1) {
    const filled = fillPlaces(competing, seats - remainderSeats.length, byRemainder);
    remainderSeats.push(...filled.seated.map((entry) => ({ ...entry, round })));
    const [first] = filled.tied;
    if (first !== undefined) {
      const among = filled.tied.map(({ list }) => list.id);
      return {
        remainderSeats,
        tie: { among, places: filled.places, remainder: first.remainder, round },
        next: null,
      };
    }
    const served = new Set(filled.seated);
    const [left] = competing.filter((entry) => !served.has(entry)).sort((a, b) => byRemainder(b, a));
    competing = nextRound(competing, round);
    if (remainderSeats.length === seats || competing.length === 0) {
      const next = left ? { list: left.list.id, remainder: left.remainder } : null;
      return { remainderSeats, tie: null, next };
    }
  }
};

/** Quota seats, then remainders, one seat a list and round, up to a tie across the last seat [2016 ¶2.24-2.25]. */
export const shareSeats = (lists: readonly ListVotes[], seats: number, rule: QuotaFraction): ListStages => {
  const used = quotaOf(
    lists.map(({ votes }) => votes),
    seats,
    rule,
  );
  const standings = standingsAfterQuota(lists, used);
  const won = sumOf(standings.map(({ quotaSeats }) => quotaSeats));
  return {
    used,
    lists: standings,
    quotaSeats: quotaSeatsInOrder(standings),
    ...shareRemainders(standings, seats - won),
  };
};
