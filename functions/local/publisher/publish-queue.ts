/** Publishes when woken: one run at a time for each election, and one more if it was woken meanwhile. */
export interface PublishQueue {
  wake(election: string): void;
  /** Something is going on: calm begins anew. */
  stir(): void;
  /** Resolves when nothing has gone on for the quiet time, or at once where a run has waited its longest already. */
  calm(): Promise<void>;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

/** How wake-ups are gathered into one run, in milliseconds. */
export interface Gathering {
  /** A run waits until nothing has gone on for so long … */
  readonly quietMs: number;
  /** … but never longer than this. */
  readonly mostMs: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export const publishQueue = (
  publish: (election: string) => Promise<unknown>,
  onFailure: (cause: unknown) => void,
  { quietMs, mostMs }: Gathering,
): PublishQueue => {
  const waiting = new Set<string>();
  let running: Promise<void> | null = null;
  let stirredAt = 0;
  let noLaterThan = 0;
  const calm = async (): Promise<void> => {
    const left = (): number => Math.min(stirredAt + quietMs, noLaterThan) - performance.now();
    while (left() > 0) await pause(left());
  };
  const drain = async (): Promise<void> => {
    noLaterThan = performance.now() + mostMs;
    await calm();
    for (const election of waiting) {
      waiting.delete(election);
      // The sweep comes again: a failed run loses nothing.
      await publish(election).catch(onFailure);
    }
  };
  const start = (): void => {
    running ??= drain().finally(() => {
      running = null;
      if (waiting.size > 0) start();
    });
  };
  const stir = (): void => {
    stirredAt = performance.now();
  };
  return {
    wake: (election) => {
      waiting.add(election);
      stir();
      start();
    },
    stir,
    calm,
    idle: async () => {
      while (running !== null) await running;
    },
  };
};
