import { must, ok, type Result, refuse } from '../result.ts';
import { fillPlaces } from './fill-places.ts';

/** One ball: whose it is, its number, and whose hand drew it. Entered by the Returning Officer, never made up. */
export interface Draw {
  readonly contestant: string;
  readonly number: number;
  readonly drawnBy?: string | undefined;
}

/** One round of drawing: each member of the group draws one ball, and puts it back [2016 ¶2.26, ¶3.36]. */
export interface LotRound {
  readonly drawn: readonly Draw[];
  /** Who has a place by this round, in ballot order. */
  readonly elected: readonly string[];
  /** Who drew equal numbers and must draw again, in ballot order. */
  readonly redraw: readonly string[];
}

export type LotsProblem =
  /** There is no tie that lots are drawn for. */
  | { readonly kind: 'no-lots-needed'; readonly at: number; readonly contestant: string }
  /** `at` counts draws from 0; `expected` are the members who have still to draw in this round. */
  | {
      readonly kind: 'not-drawing' | 'drawn-twice';
      readonly at: number;
      readonly contestant: string;
      readonly expected: readonly string[];
    }
  | {
      readonly kind: 'number-out-of-range';
      readonly at: number;
      readonly contestant: string;
      readonly number: number;
    }
  /** The round stops before every member has drawn. */
  | { readonly kind: 'draw-missing'; readonly at: number; readonly expected: readonly string[] }
  /** All places are decided and balls are left over. */
  | { readonly kind: 'draw-superfluous'; readonly at: number; readonly contestant: string };

export interface LotsOutcome {
  /** In ballot order. */
  readonly elected: readonly string[];
  readonly rounds: readonly LotRound[];
  /** Every place is decided. */
  readonly complete: boolean;
  readonly problem: LotsProblem | null;
}

export const HIGHEST_BALL = 10;

const isBall = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= HIGHEST_BALL;

/** Takes one ball from each member; the order within a round does not matter, only that each draws once. */
const readRound = (
  group: readonly string[],
  draws: readonly Draw[],
  from: number,
): Result<readonly Draw[], LotsProblem> => {
  const open = new Set(group);
  const round = draws.slice(from, from + group.length);
  for (const [index, { contestant, number }] of round.entries()) {
    const at = from + index;
    if (!open.delete(contestant)) {
      const kind = group.includes(contestant) ? 'drawn-twice' : 'not-drawing';
      return refuse({ kind, at, contestant, expected: [...open] });
    }
    if (!isBall(number)) return refuse({ kind: 'number-out-of-range', at, contestant, number });
  }
  return open.size === 0
    ? ok(round)
    : refuse({ kind: 'draw-missing', at: draws.length, expected: [...open] });
};

const judge = (group: readonly string[], places: number, drawn: readonly Draw[]): LotRound => {
  const numbers = new Map(drawn.map(({ contestant, number }) => [contestant, number]));
  const numberOf = (member: string): number => must(numbers.get(member), 'every member has drawn');
  const { seated, tied } = fillPlaces(group, places, (a, b) => numberOf(a) - numberOf(b));
  const winners = new Set(seated);
  return { drawn, elected: group.filter((member) => winners.has(member)), redraw: tied };
};

interface Drawing {
  readonly rounds: readonly LotRound[];
  /** Who still has to draw for the places left. */
  readonly open: readonly string[];
  readonly problem: LotsProblem | null;
}

const drawRounds = (group: readonly string[], places: number, draws: readonly Draw[]): Drawing => {
  const rounds: LotRound[] = [];
  let open = group;
  let left = places;
  let used = 0;
  while (open.length > 0 && used < draws.length) {
    const drawn = readRound(open, draws, used);
    if (!drawn.ok) return { rounds, open, problem: drawn.problem };
    const round = judge(open, left, drawn.value);
    rounds.push(round);
    used += open.length;
    left -= round.elected.length;
    open = round.redraw;
  }
  const surplus = draws[used];
  if (surplus === undefined) return { rounds, open, problem: null };
  const kind = rounds.length === 0 ? 'no-lots-needed' : 'draw-superfluous';
  return { rounds, open, problem: { kind, at: used, contestant: surplus.contestant } };
};

/**
 * Who wins the places when a tied group draws lots: highest numbers first, equal numbers that do not
 * fit draw again among themselves [2016 ¶2.26, ¶3.36, App.3 annex ¶3.4].
 * The group is in ballot order; the draws of all rounds follow each other.
 */
export const drawLots = (group: readonly string[], places: number, draws: readonly Draw[]): LotsOutcome => {
  const contested = places > 0 && places < group.length;
  const { rounds, open, problem } = drawRounds(contested ? group : [], places, draws);
  const winners = new Set(rounds.flatMap(({ elected }) => elected));
  const elected = places >= group.length ? group : group.filter((member) => winners.has(member));
  return { elected, rounds, complete: open.length === 0, problem };
};

/**
 * Refuses draws that cannot have happened: a stranger's ball, a number off the balls, a ball too many or
 * too few. A pending re-draw is no problem: its stage is entered when it is drawn.
 */
export const checkDraws = (
  group: readonly string[],
  places: number,
  draws: readonly Draw[],
): Result<LotsOutcome, LotsProblem> => {
  const outcome = drawLots(group, places, draws);
  return outcome.problem === null ? ok(outcome) : refuse(outcome.problem);
};

/** A tie across the last place, as allocations report it. */
export interface Lots {
  readonly among: readonly string[];
  readonly places: number;
  /** Every place is decided by draws without a fault; until then nobody tied has one. */
  readonly resolved: boolean;
  readonly rounds: readonly LotRound[];
  /** Winners in the order in which the rounds decided them; empty until resolved. */
  readonly winners: readonly string[];
}

/** Applies the draws to a tied group; with an empty group any draw is one too many. */
export const resolveLots = (
  group: readonly string[],
  places: number,
  draws: readonly Draw[],
): { readonly lots: Lots; readonly problem: LotsProblem | null } => {
  const { rounds, complete, problem } = drawLots(group, places, draws);
  const resolved = complete && problem === null;
  const winners = resolved ? rounds.flatMap(({ elected }) => elected) : [];
  return { lots: { among: group, places, resolved, rounds, winners }, problem };
};
