import type { Surroundings } from './surroundings.ts';

/** What a redirection must not lose. */
export interface Leaving {
  readonly state: string;
  readonly verifier: string;
  readonly hash: string;
  /** Nobody else's token is taken: the sign-in page may know another officer by now. */
  readonly only?: string;
}

const LEAVING = 'open-returns/sign-in';

/** What this tab left with, once; null where it left with another state. */
export const readLeaving = ({ memory }: Surroundings, state: string): Leaving | null => {
  const text = memory.getItem(LEAVING);
  memory.removeItem(LEAVING);
  const leaving = text === null ? null : (JSON.parse(text) as Leaving);
  return leaving?.state === state ? leaving : null;
};

/** Leaves for another page of the sign-in, and knows on coming back what it left with. */
export const leave = (address: string, leaving: Leaving, { memory, leaveTo }: Surroundings): void => {
  memory.setItem(LEAVING, JSON.stringify(leaving));
  leaveTo(address);
};
