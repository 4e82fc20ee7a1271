/** Decides which waiting input or output happens next, and what goes wrong with it. Nothing else in a schedule is left to chance. */

/** A machine: it dies as a whole, and whatever it was waiting for never comes. */
export interface Machine {
  readonly name: string;
  readonly kind: 'ingest' | 'publisher' | 'person';
  /** How far its clock is ahead. */
  readonly skewMs: number;
  dead: boolean;
  /** Step of the last failure it was given; a job may fail only because something outside did. */
  faultAt: number;
  /** Writes of this machine that took effect. */
  effects: number;
  died(): void;
}

/** Fails without effect, fails although it took effect, or takes the whole machine down before or after its effect. */
export type Fault = 'none' | 'fails' | 'fails-but-kept' | 'dies' | 'dies-but-kept';

export interface Io {
  readonly machine: Machine;
  readonly label: string;
}

interface WaitingIo extends Io {
  readonly run: () => Promise<unknown>;
  readonly settle: (value: unknown) => void;
  readonly fail: (reason: unknown) => void;
}

/** A store that did not answer, or whose answer was lost. */
export class Outage extends Error {
  override readonly name = 'Outage';
}

export interface SchedulerRules {
  readonly pick: (waiting: readonly Io[]) => number;
  readonly fault: (io: Io, step: number) => Fault;
  /** Looks at everything after each single step that may have changed something. */
  readonly watch: (io: Io) => Promise<void>;
}

export interface Scheduler {
  /** One input or output of a machine: waits until it is picked. */
  call<T>(machine: Machine, label: string, run: () => Promise<T>): Promise<T>;
  /** Lets one waiting call happen; false when none waits. */
  step(): Promise<boolean>;
  kill(machine: Machine): void;
  /** Input and output so far, without the pauses of people. */
  readonly steps: number;
  readonly trace: readonly string[];
}

/** Resolves when nobody has anything left to do but wait for input or output. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => queueMicrotask(() => process.nextTick(resolve)));

const MAX_TRACE = 400;

export const newMachine = (name: string, kind: Machine['kind'], skewMs = 0): Machine => ({
  name,
  kind,
  skewMs,
  dead: false,
  faultAt: -1,
  effects: 0,
  died: () => undefined,
});

export const scheduler = (rules: SchedulerRules): Scheduler => {
  const waiting: WaitingIo[] = [];
  const trace: string[] = [];
  let steps = 0;

  const note = (io: Io, fault: Fault): void => {
    if (trace.length >= MAX_TRACE) trace.shift();
    trace.push(`${steps} ${io.machine.name} ${io.label}${fault === 'none' ? '' : ` !${fault}`}`);
  };

  const kill = (machine: Machine): void => {
    if (machine.dead) return;
    machine.dead = true;
    for (let at = waiting.length - 1; at >= 0; at -= 1) {
      if (waiting[at]?.machine === machine) waiting.splice(at, 1);
    }
    machine.died();
  };

  const happen = async (io: WaitingIo, fault: Fault): Promise<void> => {
    if (fault === 'dies') return kill(io.machine);
    if (fault === 'fails') return io.fail(new Outage(`${io.label} failed`));
    const outcome = await io.run().then(
      (value) => () => io.settle(value),
      (reason: unknown) => () => io.fail(reason),
    );
    await rules.watch(io);
    if (fault === 'dies-but-kept') return kill(io.machine);
    if (fault === 'fails-but-kept') return io.fail(new Outage(`${io.label} gave no answer`));
    outcome();
  };

  return {
    call: <T>(machine: Machine, label: string, run: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        if (machine.dead) return;
        waiting.push({ machine, label, run, settle: resolve as (value: unknown) => void, fail: reject });
      }),
    step: async () => {
      const [io] = waiting.length > 0 ? waiting.splice(rules.pick(waiting), 1) : [];
      if (!io) return false;
      const isIo = io.machine.kind !== 'person';
      const fault = isIo ? rules.fault(io, steps) : 'none';
      if (isIo) {
        note(io, fault);
        if (fault !== 'none') io.machine.faultAt = steps;
        steps += 1;
      }
      await happen(io, fault);
      await settled();
      return true;
    },
    kill,
    get steps() {
      return steps;
    },
    trace,
  };
};
