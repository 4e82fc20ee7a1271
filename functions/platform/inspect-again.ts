import type { Clock, Inspector, Quarantine } from '../ports.ts';

/** A file is scanned and inspected within a minute or two; later than that, the call to do so was lost. */
const LOST_AFTER_MS = 5 * 60 * 1000;

/** Asks for the verdict on a file that has been waiting for too long. */
export const inspectAgain =
  ({
    quarantine,
    inspector,
    clock,
  }: {
    readonly quarantine: Pick<Quarantine, 'head'>;
    readonly inspector: Inspector;
    readonly clock: Clock;
  }) =>
  async (key: string): Promise<void> => {
    const arrived = await quarantine.head(key);
    if (!arrived || clock.now().getTime() - Date.parse(arrived.arrivedAt) < LOST_AFTER_MS) return;
    await inspector.ask(key, arrived.version);
  };
