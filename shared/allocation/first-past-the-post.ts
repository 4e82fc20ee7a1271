import { fillPlaces } from './fill-places.ts';
import { type Draw, type Lots, type LotsProblem, resolveLots } from './lots.ts';
import { requireDistinct, requireSeats, requireWhole, sumOf } from './whole-figures.ts';

export interface CandidateVotes {
  readonly id: string;
  readonly votes: number;
}

export interface PluralityPoll {
  readonly seats: number;
  /** In ballot order. */
  readonly candidates: readonly CandidateVotes[];
  readonly draws?: readonly Draw[] | undefined;
}

export interface PluralitySeat {
  /** From 1, in the order in which the seats fall. */
  readonly seat: number;
  readonly candidate: string;
  readonly by: 'votes' | 'lots';
  readonly votes: number;
}

export interface PluralityLots extends Lots {
  readonly votes: number;
}

export interface PluralityAllocation {
  /** All votes given, up to `seats` of them on one paper [2016 ¶3.35]. */
  readonly votesTotal: number;
  readonly elected: readonly string[];
  readonly order: readonly PluralitySeat[];
  readonly tie: PluralityLots | null;
  readonly lotsProblem: LotsProblem | null;
  /** What took the last seat against the best who did not win one; `null` while the last seat is open. */
  readonly lastSeat: {
    readonly candidate: string;
    readonly votes: number;
    readonly next: string | null;
    readonly nextVotes: number | null;
    readonly gap: number | null;
  } | null;
  readonly unfilled: number;
}

const lastSeatOf = (
  candidates: readonly CandidateVotes[],
  order: readonly PluralitySeat[],
): PluralityAllocation['lastSeat'] => {
  const last = order.at(-1);
  if (last === undefined) return null;
  const elected = new Set(order.map(({ candidate }) => candidate));
  const others = candidates.filter(({ id }) => !elected.has(id)).sort((a, b) => b.votes - a.votes);
  const [next] = others;
  return {
    candidate: last.candidate,
    votes: last.votes,
    next: next?.id ?? null,
    nextVotes: next?.votes ?? null,
    gap: next ? last.votes - next.votes : null,
  };
};

/** Most votes first, until the seats are filled; lots where a tied group does not fit [2016 ¶3.35, ¶5.100, A-8]. */
export const allocatePlurality = ({ seats, candidates, draws = [] }: PluralityPoll): PluralityAllocation => {
  requireSeats(seats);
  requireDistinct(candidates.map(({ id }) => id));
  requireWhole(
    'Votes',
    candidates.map(({ votes }) => votes),
  );
  const { seated, tied, places } = fillPlaces(candidates, seats, (a, b) => a.votes - b.votes);
  const [first] = tied;
  const { lots, problem } = resolveLots(
    tied.map(({ id }) => id),
    places,
    draws,
  );
  const votesAtTie = first?.votes ?? 0;
  const tie = first ? { ...lots, votes: votesAtTie } : null;
  const order: readonly PluralitySeat[] = [
    ...seated.map(({ id, votes }) => ({ candidate: id, by: 'votes' as const, votes })),
    ...lots.winners.map((id) => ({ candidate: id, by: 'lots' as const, votes: votesAtTie })),
  ].map((fall, index) => ({ seat: index + 1, ...fall }));
  const open = tie && !tie.resolved ? tie.places : 0;
  return {
    votesTotal: sumOf(candidates.map(({ votes }) => votes)),
    elected: order.map(({ candidate }) => candidate),
    order,
    tie,
    lotsProblem: problem,
    lastSeat: open > 0 ? null : lastSeatOf(candidates, order),
    unfilled: seats - order.length - open,
  };
};
