import type { Surroundings } from './surroundings.ts';

/** What comes back from the sign-in page: a code, or why there is none. */
export interface Arrival {
  readonly state: string;
  readonly code: string | null;
  readonly error: string | null;
}

/** A sign-in over a page that stands: its state says so, because the page that comes back may know nothing else. */
const OVER = 'over-';

export const overState = (secret: string): string => `${OVER}${secret}`;
export const isOver = ({ state }: Arrival): boolean => state.startsWith(OVER);

/** Takes the code out of the address at once: it must not stay in the history, nor be sent twice when the page is loaded again. */
export const takeArrival = ({ address, rewriteAddress }: Surroundings): Arrival | null => {
  const here = address();
  const state = here.searchParams.get('state');
  const code = here.searchParams.get('code');
  const error = here.searchParams.get('error');
  if (state === null || (code === null && error === null)) return null;
  here.search = '';
  rewriteAddress(here.href);
  return { state, code, error };
};

/**
 * Hands the code to the page that asked for it, and closes. Over a channel of this origin, not by the opener: the sign-in page is another
 * origin, and with `Cross-Origin-Opener-Policy` a window that has been there no longer knows who opened it.
 */
export const handOver = (arrival: Arrival, { channel, closeThis }: Surroundings): void => {
  const line = channel();
  line.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data !== `taken ${arrival.state}`) return;
    line.close();
    closeThis();
  };
  line.postMessage(arrival);
};

const isArrival = (data: unknown): data is Arrival =>
  typeof data === 'object' && data !== null && 'state' in data && 'code' in data && 'error' in data;

const LOOK_EVERY_MS = 500;
/** A window that comes back from another origin seems closed to who opened it, while its page still loads. */
const GRACE_MS = 10_000;

/** Waits for the code of this state; null when the small window was closed without one. */
export const awaitHandOver = (
  state: string,
  isClosed: () => boolean,
  { channel, later }: Surroundings,
): Promise<Arrival | null> =>
  new Promise((resolve) => {
    const line = channel();
    let cancel = (): void => undefined;
    const finish = (arrival: Arrival | null): void => {
      cancel();
      line.close();
      resolve(arrival);
    };
    line.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isArrival(data) || data.state !== state) return;
      line.postMessage(`taken ${state}`);
      finish(data);
    };
    const look = (): void => {
      cancel = isClosed() ? later(GRACE_MS, () => finish(null)) : later(LOOK_EVERY_MS, look);
    };
    look();
  });
