/** Publishes when woken: one run at a time for each election, and one more if it was woken meanwhile. */
export interface PublishQueue {
  wake(election: string): void;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

/** Wake-ups of one moment go into one run, like the batching window of a stream. */
const GATHER_MS = 50;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export const publishQueue = (
  publish: (election: string) => Promise<unknown>,
  onFailure: (election: string, cause: unknown) => void,
): PublishQueue => {
  const waiting = new Set<string>();
  let running: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    await pause(GATHER_MS);
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
      start();
    },
    idle: async () => {
      while (running !== null) await running;
    },
  };
};
