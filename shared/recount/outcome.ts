import type { Draw } from '../election/acts.ts';
import type { Constituency } from '../election/definition.ts';
import type { RoundsEntry } from './count-entry.ts';
import type { CountRound, LastSeat, LotsState, SeatFilled } from './results.ts';
import type { Tally } from './tally.ts';

/** What any voting system makes of the votes; the same shape for all, so that one piece names the elected. */
export interface Outcome {
  readonly votes: ReadonlyMap<string, number>;
  readonly valid: number;
  /** Papers found invalid while counting, beyond those a station set aside. */
  readonly rejected: number;
  readonly quota: string | null;
  readonly quotaExact: string | null;
  readonly quotaRule: 'disregard' | 'keep' | null;
  readonly quotaSeats: ReadonlyMap<string, number>;
  readonly remainders: ReadonlyMap<string, string | null>;
  /** Seats in the order in which they fell; names are put to them afterwards. */
  readonly seats: readonly Omit<SeatFilled, 'candidate'>[];
  readonly rounds: readonly CountRound[];
  readonly lots: LotsState;
  readonly flags: readonly string[];
  readonly otherRuleSeats: Readonly<Record<string, number>> | null;
  readonly lastSeat: LastSeat | null;
  readonly unfilled: number;
}

/** What besides the votes decides who is elected. */
export interface Circumstances {
  readonly quotaFraction: 'disregard' | 'keep';
  readonly draws: readonly Draw[];
  /** Names struck off before polling day. */
  readonly struck: ReadonlySet<string>;
}

/** How a voting system decides a contested constituency; `rounds` where they were logged instead of rankings. */
export type OutcomeOf = (counted: {
  readonly constituency: Constituency;
  readonly tally: Tally;
  readonly rounds: RoundsEntry | null;
  readonly circumstances: Circumstances;
}) => Outcome;

export const NO_LOTS: LotsState = { needed: false, among: [], places: 0, rounds: [] };

/** The outcome before anything is counted. */
export const emptyOutcome = (votes: ReadonlyMap<string, number>): Outcome => ({
  votes,
  valid: 0,
  rejected: 0,
  quota: null,
  quotaExact: null,
  quotaRule: null,
  quotaSeats: new Map(),
  remainders: new Map(),
  seats: [],
  rounds: [],
  lots: NO_LOTS,
  flags: [],
  otherRuleSeats: null,
  lastSeat: null,
  unfilled: 0,
});

/** A tie across the last place, with the rounds of balls drawn for it so far. */
export const lotsState = (
  tie: {
    readonly among: readonly string[];
    readonly places: number;
    readonly resolved: boolean;
    readonly rounds: LotsState['rounds'];
  } | null,
): LotsState =>
  tie && tie.among.length > 0
    ? { needed: !tie.resolved, among: tie.among, places: tie.places, rounds: tie.rounds }
    : NO_LOTS;
