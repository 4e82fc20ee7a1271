import { randomBytes, randomUUID } from 'node:crypto';
import type { SignInDirectory } from '#functions/ports.ts';

/** How long the page remembers who was chosen: an hour, as a user pool's own page does. */
export const SESSION_SECONDS = 60 * 60;
const SESSION_MS = SESSION_SECONDS * 1000;

/** Somebody who chose an account in this browser. */
export interface IssuerSession {
  /** What the cookie holds. */
  readonly secret: string;
  /** Goes into every token of this session, so that all of them can be named together. */
  readonly origin: string;
  readonly account: string;
  /** Milliseconds since 1970. */
  readonly signedInAt: number;
}

/** The sessions of the local issuer: in memory, over when the program ends. */
export interface IssuerSessions {
  begin(account: string, now: number): IssuerSession;
  /** The session of a cookie, unless its hour is over. */
  find(secret: string | undefined, now: number): IssuerSession | null;
  end(secret: string | undefined): void;
  /** Ends the session whose tokens carry this origin. */
  endOrigin(origin: string): void;
  endAllOf(account: string): void;
}

export const issuerSessions = (): IssuerSessions => {
  const known = new Map<string, IssuerSession>();
  const endWhere = (isMeant: (session: IssuerSession) => boolean): void => {
    for (const [secret, session] of known) if (isMeant(session)) known.delete(secret);
  };
  return {
    begin(account, now) {
      endWhere(({ signedInAt }) => now - signedInAt >= SESSION_MS);
      const secret = randomBytes(32).toString('base64url');
      const session = { secret, origin: randomUUID(), account, signedInAt: now };
      known.set(secret, session);
      return session;
    },
    find(secret, now) {
      const session = known.get(secret ?? '');
      return session && now - session.signedInAt < SESSION_MS ? session : null;
    },
    end: (secret) => void known.delete(secret ?? ''),
    endOrigin: (origin) => endWhere((session) => session.origin === origin),
    endAllOf: (account) => endWhere((session) => session.account === account),
  };
};

/** The local issuer lets in whom the records know; all there is to do is to end sessions. */
export const localDirectory = (sessions: IssuerSessions): SignInDirectory => ({
  provision: async (account) => {
    if (!account.active) sessions.endAllOf(account.id);
  },
  signOut: async (account) => sessions.endAllOf(account),
});
