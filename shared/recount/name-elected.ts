import { standingNames } from '../election/check-definition.ts';
import type { Constituency } from '../election/definition.ts';
import type { Outcome } from './outcome.ts';
import type { SeatFilled } from './results.ts';

export interface Named {
  readonly seatOrder: readonly SeatFilled[];
  /** Candidate ids by contestant, in list order. */
  readonly elected: ReadonlyMap<string, readonly string[]>;
  /** Seats won by contestant, also those for which no name is left. */
  readonly seats: ReadonlyMap<string, number>;
  /** Seats won for which no name is left. */
  readonly vacant: number;
}

/** Names a contestant can still be given seats for: struck and lost ones passed over, nobody added [2016 ¶2.23, ¶2.30, ¶3.42]. */
const availableNames = (constituency: Constituency, gone: ReadonlySet<string>): Map<string, string[]> =>
  new Map(
    constituency.contestants.map((contestant) => [
      contestant.id,
      standingNames(contestant, constituency)
        .map(({ id }) => id)
        .filter((id) => !gone.has(id)),
    ]),
  );

/**
 * Puts names to seats, in list order. Who died or was disqualified after the close keeps the place until here:
 * the next name of the same list takes it, and a seat never passes to another list [2016 ¶2.30].
 */
export const nameElected = (
  constituency: Constituency,
  seats: Outcome['seats'],
  gone: ReadonlySet<string>,
): Named => {
  const names = availableNames(constituency, gone);
  const elected = new Map<string, string[]>();
  const won = new Map<string, number>();
  const seatOrder = seats.map((seat): SeatFilled => {
    const candidate = names.get(seat.contestant)?.shift() ?? null;
    won.set(seat.contestant, (won.get(seat.contestant) ?? 0) + 1);
    if (candidate !== null) {
      elected.set(seat.contestant, [...(elected.get(seat.contestant) ?? []), candidate]);
    }
    return { ...seat, candidate };
  });
  return {
    seatOrder,
    elected,
    seats: won,
    vacant: seatOrder.filter(({ candidate }) => candidate === null).length,
  };
};

/** Without a poll everybody who stands is elected, in ballot order, up to the seats [2016 ¶2.22]. */
export const uncontestedSeats = (
  constituency: Constituency,
  struck: ReadonlySet<string>,
): Pick<Outcome, 'seats' | 'unfilled'> => {
  const standing = constituency.contestants.flatMap((contestant) =>
    standingNames(contestant, constituency)
      .filter(({ id }) => !struck.has(id))
      .map(() => contestant.id),
  );
  return {
    seats: standing
      .slice(0, constituency.seats)
      .map((contestant, index) => ({ seat: index + 1, contestant, by: 'uncontested', figure: null })),
    unfilled: Math.max(0, constituency.seats - standing.length),
  };
};
