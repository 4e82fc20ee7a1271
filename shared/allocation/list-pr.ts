import { type Fraction, subtract } from '../fraction.ts';
import { type ListStages, type ListVotes, shareSeats } from './list-stages.ts';
import { type Draw, type Lots, type LotsProblem, resolveLots } from './lots.ts';
import { exactQuota, type QuotaFraction } from './quota.ts';
import { requireDistinct, requireSeats, requireWhole, sumOf } from './whole-figures.ts';

export type { ListVotes } from './list-stages.ts';

export interface ListPoll {
  readonly seats: number;
  /** In ballot order. */
  readonly lists: readonly ListVotes[];
  readonly quotaFraction: QuotaFraction;
  /** All rounds of lots, one after the other, in drawing order. */
  readonly draws?: readonly Draw[] | undefined;
}

export interface AllocatedList {
  readonly id: string;
  readonly votes: number;
  /** Quotas reached, also those the list had no names for. */
  readonly quotas: number;
  readonly quotaSeats: number;
  /** Remaining votes after the quotas; `null` where the list has none, which is not 0 [2016 ¶2.24]. */
  readonly remainder: Fraction | null;
  /** Seats won after the quota stage, by remainder or lots. */
  readonly remainderSeats: number;
  readonly seats: number;
}

export interface ListSeat {
  /** From 1, in the order in which the seats fall. */
  readonly seat: number;
  readonly list: string;
  readonly by: 'quota' | 'remainder' | 'lots';
  readonly remainder: Fraction | null;
}

export interface ListLots extends Lots {
  readonly remainder: Fraction;
  /** The round of remainder seats that the tie stopped; above 1 only by reading A-2. */
  readonly round: number;
}

export interface ListAllocation {
  readonly valid: number;
  readonly quota: Fraction | null;
  readonly quotaExact: Fraction | null;
  /** The rule that was used, which A-4 may have changed. */
  readonly quotaRule: QuotaFraction;
  readonly quotaOverflow: boolean;
  /** In ballot order. */
  readonly lists: readonly AllocatedList[];
  readonly order: readonly ListSeat[];
  readonly tie: ListLots | null;
  readonly lotsProblem: LotsProblem | null;
  /** The last seat by remainder or lots against the next remainder; `null` where the last fell to a quota or is open. */
  readonly lastSeat: {
    readonly list: string;
    readonly remainder: Fraction;
    readonly next: string | null;
    readonly nextRemainder: Fraction | null;
    readonly gap: Fraction | null;
  } | null;
  /** Seats that no list has a name for. */
  readonly unfilled: number;
  /** Set where the other quota rule gives other seats or other lots, before any are drawn. */
  readonly quotaRuleSensitive: {
    readonly rule: QuotaFraction;
    readonly seats: Readonly<Record<string, number>>;
  } | null;
}

type SeatFall = Omit<ListSeat, 'seat'>;

const beforeLots = (stages: ListStages): readonly SeatFall[] => [
  ...stages.quotaSeats.map(({ id }): SeatFall => ({ list: id, by: 'quota', remainder: null })),
  ...stages.remainderSeats.map(
    ({ list, remainder }): SeatFall => ({ list: list.id, by: 'remainder', remainder }),
  ),
];

const seatsWon = (falls: readonly SeatFall[], id: string): number =>
  falls.filter(({ list }) => list === id).length;

/** Both rules are always tried, and compared before lots: a draw belongs to one rule only. */
const compareRules = (
  { lists, seats, quotaFraction }: ListPoll,
  stages: ListStages,
): ListAllocation['quotaRuleSensitive'] => {
  const rule = quotaFraction === 'keep' ? 'disregard' : 'keep';
  const other = shareSeats(lists, seats, rule);
  const mine = beforeLots(stages);
  const theirs = beforeLots(other);
  const sameSeats = lists.every(({ id }) => seatsWon(mine, id) === seatsWon(theirs, id));
  const sameTie = stages.tie?.among.join('\n') === other.tie?.among.join('\n');
  if (sameSeats && sameTie) return null;
  return { rule, seats: Object.fromEntries(lists.map(({ id }) => [id, seatsWon(theirs, id)])) };
};

const lastSeatOf = (
  last: ListSeat | undefined,
  tie: ListLots | null,
  stages: ListStages,
): ListAllocation['lastSeat'] => {
  if (!last?.remainder || (tie && !tie.resolved)) return null;
  const loser = tie?.among.find((id) => !tie.winners.includes(id));
  const next = tie && loser !== undefined ? { list: loser, remainder: tie.remainder } : stages.next;
  return {
    list: last.list,
    remainder: last.remainder,
    next: next?.list ?? null,
    nextRemainder: next?.remainder ?? null,
    gap: next ? subtract(last.remainder, next.remainder) : null,
  };
};

/** Turns the votes of a list poll into seats, by quota and largest remainder [2016 ¶2.21-2.26, A-1 to A-4]. */
export const allocateListSeats = (poll: ListPoll): ListAllocation => {
  const { seats, lists, quotaFraction, draws = [] } = poll;
  requireSeats(seats);
  requireDistinct(lists.map(({ id }) => id));
  requireWhole(
    'Votes and names',
    lists.flatMap(({ votes, names }) => [votes, names]),
  );

  const stages = shareSeats(lists, seats, quotaFraction);
  const { lots, problem } = resolveLots(stages.tie?.among ?? [], stages.tie?.places ?? 0, draws);
  const tiedAt = stages.tie?.remainder ?? null;
  const tie = stages.tie && { ...lots, remainder: stages.tie.remainder, round: stages.tie.round };
  const falls = [
    ...beforeLots(stages),
    ...lots.winners.map((list): SeatFall => ({ list, by: 'lots', remainder: tiedAt })),
  ];
  const order = falls.map((fall, index) => ({ seat: index + 1, ...fall }));
  const valid = sumOf(lists.map(({ votes }) => votes));
  return {
    valid,
    quota: stages.used.quota,
    quotaExact: exactQuota(valid, seats),
    quotaRule: stages.used.rule,
    quotaOverflow: stages.used.overflow,
    lists: stages.lists.map(({ id, votes, quotas, quotaSeats, remainder }) => {
      const total = seatsWon(falls, id);
      return { id, votes, quotas, quotaSeats, remainder, remainderSeats: total - quotaSeats, seats: total };
    }),
    order,
    tie,
    lotsProblem: problem,
    lastSeat: lastSeatOf(order.at(-1), tie, stages),
    unfilled: seats - order.length - (tie && !tie.resolved ? tie.places : 0),
    quotaRuleSensitive: compareRules(poll, stages),
  };
};
