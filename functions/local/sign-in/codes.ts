import { createHash, randomBytes } from 'node:crypto';
import type { OAuthRequest } from './oauth-request.ts';
import type { IssuerSession } from './sessions.ts';

/** Milliseconds in which a code must be exchanged. */
const CODE_MS = 60_000;

interface IssuedCode {
  readonly request: OAuthRequest;
  readonly session: IssuerSession;
  readonly goodUntil: number;
  used: boolean;
}

export type Redeemed =
  | { readonly ok: true; readonly request: OAuthRequest; readonly session: IssuerSession }
  /** `origin` of the session whose code came twice: somebody else has it, and the session ends. */
  | { readonly ok: false; readonly origin: string | null };

/** Codes that stand for a sign-in, each for one use. */
export interface Codes {
  issue(request: OAuthRequest, session: IssuerSession, now: number): string;
  redeem(
    code: string,
    proof: { readonly verifier: string; readonly redirectUri: string },
    now: number,
  ): Redeemed;
}

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

export const issuedCodes = (): Codes => {
  const issued = new Map<string, IssuedCode>();
  return {
    issue(request, session, now) {
      for (const [code, { goodUntil }] of issued) if (goodUntil < now) issued.delete(code);
      const code = randomBytes(32).toString('base64url');
      issued.set(code, { request, session, goodUntil: now + CODE_MS, used: false });
      return code;
    },
    redeem(code, { verifier, redirectUri }, now) {
      const found = issued.get(code);
      if (!found || found.goodUntil < now) return { ok: false, origin: null };
      const { request, session, used } = found;
      found.used = true;
      if (used) return { ok: false, origin: session.origin };
      const fits = request.challenge === challengeOf(verifier) && request.redirectUri === redirectUri;
      return fits ? { ok: true, request, session } : { ok: false, origin: null };
    },
  };
};
