import type { DeskSession } from './access-token.ts';
import type { Surroundings } from './surroundings.ts';

/** `ended`: somebody was signed in on this page, and the same account may come back to its forms. */
export type SessionState =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly session: DeskSession }
  | { readonly kind: 'ended'; readonly session: DeskSession };

export interface HeldToken {
  readonly token: string;
  /** What ends the sign-in at the service. */
  readonly revocable: string;
  readonly session: DeskSession;
}

/** How long before its end a session is said to be ending, in milliseconds. */
export const WARNING_MS = 120_000;

export interface TokenHolder {
  readonly state: {
    get(): SessionState;
    subscribe(listener: (state: SessionState) => void): () => void;
  };
  hold(token: HeldToken): void;
  /** The token, unless its time is over by now. */
  held(): HeldToken | null;
  /** The account that is signed in here, or was when its session ended. */
  account(): string | null;
  /** Resolves with the account of the next sign-in, or of the one that is running. */
  nextAccount(): Promise<string>;
  /** The session of this token is over; of an older one it changes nothing. */
  end(token: HeldToken): void;
  forget(): HeldToken | null;
}

/** Keeps the token where no script but this module's can reach it, and says what becomes of the session. */
export const tokenHolder = ({ now, later }: Pick<Surroundings, 'now' | 'later'>): TokenHolder => {
  let current: HeldToken | null = null;
  let state: SessionState = { kind: 'signed-out' };
  let cancel = (): void => undefined;
  const listeners = new Set<(state: SessionState) => void>();

  const tell = (next: SessionState): void => {
    state = next;
    for (const listener of [...listeners]) listener(next);
  };

  const end = (token: HeldToken): void => {
    if (token !== current) return;
    cancel();
    current = null;
    tell({ kind: 'ended', session: token.session });
  };

  const watchEnd = (token: HeldToken): void => {
    cancel = later(Math.max(0, token.session.expiresAt - now()), () => end(token));
  };

  const warn = (token: HeldToken): void => {
    watchEnd(token);
    tell({ kind: 'signed-in', session: { ...token.session, ending: true } });
  };

  const subscribe = (listener: (state: SessionState) => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    state: { get: () => state, subscribe },
    hold(token) {
      cancel();
      current = token;
      const calm = token.session.expiresAt - WARNING_MS - now();
      cancel = later(Math.max(0, calm), () => warn(token));
      tell({ kind: 'signed-in', session: token.session });
    },
    held() {
      // Timers sleep with the tab: the clock is asked again whenever the token is wanted.
      if (current && now() >= current.session.expiresAt) end(current);
      return current;
    },
    account: () => (state.kind === 'signed-out' ? null : state.session.account),
    nextAccount: () =>
      new Promise((resolve) => {
        const done = (next: SessionState): boolean => {
          if (next.kind === 'signed-in') resolve(next.session.account);
          return next.kind === 'signed-in';
        };
        if (done(state)) return;
        const stop = subscribe((next) => {
          if (done(next)) stop();
        });
      }),
    end,
    forget() {
      const token = current;
      cancel();
      current = null;
      tell({ kind: 'signed-out' });
      return token;
    },
  };
};
