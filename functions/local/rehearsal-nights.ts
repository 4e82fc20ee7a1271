import { setTimeout as wakeAfter } from 'node:timers/promises';
import type { RehearsalNight } from '#shared/election/rehearsal-night.ts';
import type { Log } from '../http/log.ts';
import { type RehearsePorts, rehearse } from '../rehearsal/rehearse.ts';

/** How often the clock is looked at; on AWS a schedule wakes the same job each minute. */
const EVERY_MS = 1000;

/** Plays rehearsal nights until it is closed; resolves then when no step is under way. */
export const rehearsalNights = (
  ports: Omit<RehearsePorts, 'wait'>,
  nights: readonly RehearsalNight[],
  log: Log,
): { close(): Promise<void> } => {
  const closing = new AbortController();
  const { signal } = closing;
  const play = async (): Promise<void> => {
    const run = rehearse({ ...ports, wait: (ms) => wakeAfter(ms) }, { nights, runMs: EVERY_MS });
    while (!signal.aborted) {
      await run().catch((cause: unknown) =>
        log({ level: 'error', function: 'rehearse', request: '', status: 500, cause: String(cause) }),
      );
      await wakeAfter(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  };
  const playing = nights.length === 0 ? Promise.resolve() : play();
  return {
    close: async () => {
      closing.abort();
      await playing;
    },
  };
};
