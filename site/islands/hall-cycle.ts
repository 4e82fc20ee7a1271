/** How screens follow each other; a value, so that it can be tried without a screen. */
export interface Cycle {
  /** The screen that is shown, by its place. */
  readonly at: number;
  /** When it was turned to, and how long nothing turns by itself; milliseconds of the device's clock. */
  readonly since: number;
  readonly heldUntil: number;
  /** A key stops it until another one lets it go on. */
  readonly stopped: boolean;
}

/** A change of state is looked at for three screens' time, a minute at least: nobody stands at the keyboard of a wall to let it go on. */
const HOLD_TURNS = 3;

export const startCycle = (now: number): Cycle => ({ at: 0, since: now, heldUntil: 0, stopped: false });

/** What a moment changes: the next screen, once this one has had its time. */
export const afterMoment = (
  cycle: Cycle,
  now: number,
  { everyMs, screens }: { everyMs: number; screens: number },
): Cycle => {
  const at = screens === 0 ? 0 : Math.min(cycle.at, screens - 1);
  if (cycle.stopped || now < cycle.heldUntil || now - cycle.since < everyMs || screens < 2)
    return { ...cycle, at };
  return { ...cycle, at: (at + 1) % screens, since: now };
};

/** A state changed on the screen at this place: it is shown, and stays for a while. */
export const afterChange = (cycle: Cycle, at: number, now: number, everyMs: number): Cycle =>
  cycle.stopped ? cycle : { ...cycle, at, since: now, heldUntil: now + HOLD_TURNS * everyMs };

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** Any key stops; Space lets it go on, arrows turn by hand. */
export const afterKey = (cycle: Cycle, key: string, now: number, screens: number): Cycle => {
  const goesOn = key === ' ' && cycle.stopped;
  const at = screens === 0 ? 0 : (cycle.at + (STEPS[key] ?? 0) + screens) % screens;
  return { at, since: now, heldUntil: 0, stopped: !goesOn };
};
