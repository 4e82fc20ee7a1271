/** Publishes when woken: one run at a time for each election, and one more if it was woken meanwhile. */
export interface PublishQueue {
  wake(election: string): void;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

/** How wake-ups are gathered into one run, in milliseconds. */
export interface Gathering {
  /** A run waits until nobody has woken it for so long … */
  readonly quietMs: number;
  /** … but never longer than this. */
  readonly mostMs: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export const publishQueue = (
  publish: (election: string) => Promise<unknown>,
  onFailure: (election: string, cause: unknown) => void,
  { quietMs, mostMs }: Gathering,
): PublishQueue => {
  const waiting = new Set<string>();
  let running: Promise<void> | null = null;
  let wokenAt = 0;
  const gather = async (): Promise<void> => {
    const until = performance.now() + mostMs;
    for (let left = quietMs; left > 0; left = Math.min(wokenAt + quietMs, until) - performance.now()) {
      await pause(left);
    }
  };
  const drain = async (): Promise<void> => {
    await gather();
    for (const election of waiting) {
      waiting.delete(election);
      // The sweep comes again: a failed run loses nothing.
      await publish(election).catch((cause: unknown) => onFailure(election, cause));
    }
  };
  const start = (): void => {
    running ??= drain().finally(() => {
      running = null;
      if (waiting.size > 0) start();
    });
  };
  return {
    wake: (election) => {
      waiting.add(election);
      wokenAt = performance.now();
      start();
    },
    idle: async () => {
      while (running !== null) await running;
    },
  };
};
