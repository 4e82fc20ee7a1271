import { definitionOf, type ElectionShape, POLL_CLOSES_AT } from './simulation-election.ts';
import type { NightPlan } from './simulation-errands.ts';
import type { SeededRandom } from './simulation-random.ts';
import type { Fault, Io, Machine } from './simulation-scheduler.ts';

/** What kind of night a seed makes: how much fails, who runs ahead, what the clocks do. */
export interface Weather {
  readonly faultRate: number;
  readonly burst: number;
  readonly sleepy: boolean;
  readonly publishers: number;
  /** Whether one publishing process may be asked again while it works, as a sweep may on one computer. */
  readonly overlaps: boolean;
  readonly phase: 'before' | 'across' | 'after';
  readonly clockSteps: boolean;
  readonly lostWakes: number;
  /** Step at which everything dies at once. */
  readonly blackout: number;
}

const MAX_STEPS = 6000;

export const weatherOf = (random: SeededRandom): Weather => ({
  faultRate: random.pick([0, 0, 0.004, 0.015, 0.05]),
  burst: random.pick([0, 0.6, 0.9]),
  sleepy: random.chance(0.4),
  publishers: 1 + random.int(3),
  overlaps: random.chance(0.25),
  phase: random.pick(['before', 'across', 'across', 'after', 'after']),
  clockSteps: random.chance(0.4),
  lostWakes: random.pick([0, 0.2, 0.5]),
  blackout: random.chance(0.4) ? 20 + random.int(500) : MAX_STEPS,
});

/** When the night begins, in milliseconds after the close of poll. */
export const STARTS_AT = { before: -3_600_000, across: -20_000, after: 5_000 } as const;

export const FAULTS: readonly Fault[] = ['fails', 'fails-but-kept', 'dies', 'dies-but-kept'];

export const planOf = (random: SeededRandom): NightPlan => {
  const shape: ElectionShape = {
    second: random.chance(0.65) ? 'first_past_the_post' : 'preferential',
    stations: [3 + random.int(2), 2 + random.int(2)],
    test: random.chance(0.3),
  };
  const closesAt = POLL_CLOSES_AT + (random.chance(0.3) ? 600_000 : 0);
  return {
    definition: definitionOf(shape),
    revised: random.chance(0.3) ? definitionOf(shape, { title: 'Revised election', closesAt }) : null,
    declares: random.chance(0.4),
  };
};

/** A clock a little later: sometimes it steps back or forward, sometimes right to the close of poll. */
export const tick = (now: number, { phase, clockSteps }: Weather, random: SeededRandom): number => {
  let next = now + random.int(9);
  if (clockSteps && random.chance(0.004)) next -= random.int(9_000);
  if (clockSteps && random.chance(0.004)) next += random.int(9_000);
  if (phase === 'across' && random.chance(0.008)) next = POLL_CLOSES_AT - 20 + random.int(40);
  return phase === 'before' ? Math.min(next, POLL_CLOSES_AT - 2_000) : next;
};

/**
 * Prefers the machine that acted last, or one machine as good as another, or one waiting call as good as another.
 * A sleepy machine stalls for a long while in the middle of its work and then goes on with what it knew.
 */
export const picker = (random: SeededRandom, { burst, sleepy }: Weather) => {
  let last: Machine | null = null;
  let now = 0;
  const asleep = new Map<Machine, number>();
  return (waiting: readonly Io[]): number => {
    now += 1;
    const awake = waiting.filter(({ machine }) => (asleep.get(machine) ?? 0) <= now);
    const choice = awake.length > 0 ? awake : waiting;
    const next = choice.find(({ machine }) => machine === last);
    const machines = [...new Set(choice.map(({ machine }) => machine))];
    const chosen = random.pick(machines);
    const other = random.chance(0.5) ? random.pick(choice) : choice.find(({ machine }) => machine === chosen);
    const io = (next && random.chance(burst) ? next : other) ?? choice[0];
    if (io && sleepy && random.chance(0.01)) asleep.set(io.machine, now + 30 + random.int(300));
    last = io?.machine ?? null;
    return io ? waiting.indexOf(io) : 0;
  };
};
