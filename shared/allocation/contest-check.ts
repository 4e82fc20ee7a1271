import { type PollOutcome, pollOutcome } from './after-poll.ts';
import { requireSeats, requireWhole, sumOf } from './whole-figures.ts';

export interface TruncatedList {
  readonly kept: readonly string[];
  /** Later names are struck off and never replaced. */
  readonly struck: readonly string[];
}

/** Only the first names, as many as there are seats, stay on a list [2016 ¶2.23]. */
export const truncateList = (names: readonly string[], seats: number): TruncatedList => {
  requireSeats(seats);
  return { kept: names.slice(0, seats), struck: names.slice(seats) };
};

export interface ContestCheck {
  /** People who stand, summed over lists: not the number of lists [2016 ¶2.22]. */
  readonly candidates: number;
  readonly contested: boolean;
  /** Seats for which nobody stands: to this extent the election failed. */
  readonly unfilled: number;
  /** What is declared without a poll; `null` where a poll is held. */
  readonly outcome: 'uncontested' | Exclude<PollOutcome, 'elected'> | null;
}

/** Whether a poll is held: only where more people stand than there are seats [2016 ¶2.22, ¶5.11]. */
export const checkContest = (seats: number, namesPerList: readonly number[]): ContestCheck => {
  requireSeats(seats);
  requireWhole('Names on a list', namesPerList);
  const candidates = sumOf(namesPerList.map((names) => Math.min(names, seats)));
  if (candidates > seats) return { candidates, contested: true, unfilled: 0, outcome: null };
  const unfilled = seats - candidates;
  const outcome = pollOutcome(candidates, unfilled);
  return { candidates, contested: false, unfilled, outcome: outcome === 'elected' ? 'uncontested' : outcome };
};

export interface RecheckedContest extends ContestCheck {
  readonly lists: readonly (readonly string[])[];
  /** The text does not repeat the rule on uncontested seats here: the Returning Officer confirms it. */
  readonly needsConfirmation: boolean;
}

/** Strikes the dead and the disqualified off before polling day, adds nobody, and looks again [2016 ¶2.23, ¶2.28, A-10]. */
export const recheckAfterStrike = (
  seats: number,
  lists: readonly (readonly string[])[],
  struck: ReadonlySet<string>,
): RecheckedContest => {
  const standing = lists.map((names) => truncateList(names, seats).kept);
  const left = standing.map((names) => names.filter((name) => !struck.has(name)));
  const count = (of: readonly (readonly string[])[]) => of.map((names) => names.length);
  const before = checkContest(seats, count(standing));
  const after = checkContest(seats, count(left));
  return { ...after, lists: left, needsConfirmation: before.contested && !after.contested };
};
