import { source } from '../observable.ts';

/** Where the typing is kept: when it was last saved here, whether this device can keep it at all, and what waits to be sent. */
export interface Keeping {
  /** Instant by the server's clock; null while nothing was typed. */
  readonly savedAt: string | null;
  readonly possible: boolean;
  readonly waiting: number;
}

export const keeping = source<Keeping>({ savedAt: null, possible: true, waiting: 0 });

export const tellKeeping = (change: Partial<Keeping>): void => keeping.set({ ...keeping.get(), ...change });
