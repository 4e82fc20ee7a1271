import { JwtVerifier } from 'aws-jwt-verify';
import { JwtExpiredError } from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import * as z from 'zod/mini';
import { ROLES, type Role } from '#shared/election/acts.ts';
import { refusal } from './problem.ts';

/** Whoever signed in: one role, and the constituencies and stations it is for. */
export interface Actor {
  /** Pseudonymous subject of the account; kept in the private trail only. */
  readonly subject: string;
  readonly role: Role;
  readonly constituencies: readonly string[];
  readonly stations: readonly string[];
}

export type VerifyToken = (authorization: string | undefined) => Promise<Actor>;

const list = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** Claims of a Cognito access token; the scope claims are added by the pool's token trigger. */
const Claims = z.object({
  sub: z.string(),
  token_use: z.literal('access'),
  client_id: z.string(),
  'cognito:groups': z.array(z.string()),
  constituency: z.optional(z.string()),
  station: z.optional(z.string()),
});

export interface TokenAuthority {
  readonly issuer: string;
  /** The app client that tokens must have been issued to. */
  readonly audience: string;
  /** Known keys; without them they are fetched from the issuer once. */
  readonly keys?: Jwks;
}

const actorOf = (payload: unknown, audience: string): Actor => {
  const claims = z.safeParse(Claims, payload);
  if (!claims.success || claims.data.client_id !== audience) throw refusal('token-invalid');
  const role = ROLES.find((known) => claims.data['cognito:groups'].includes(known));
  if (!role) throw refusal('wrong-role');
  return {
    subject: claims.data.sub,
    role,
    constituencies: list(claims.data.constituency),
    stations: list(claims.data.station),
  };
};

/** Verifies Cognito-shaped access tokens. The same code runs on AWS and locally, only the keys differ. */
export const tokenVerifier = ({ issuer, audience, keys }: TokenAuthority): VerifyToken => {
  const verifier = JwtVerifier.create({ issuer, audience: null, jwksUri: `${issuer}/.well-known/jwks.json` });
  if (keys) verifier.cacheJwks(keys);
  // Known keys are all there are: a token that names another one makes nobody ask the network.
  const verify = async (token: string): Promise<unknown> =>
    keys ? verifier.verifySync(token) : verifier.verify(token);
  return async (authorization) => {
    const token = /^Bearer ([A-Za-z0-9._-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refusal(authorization === undefined ? 'no-token' : 'token-invalid');
    const payload = await verify(token).catch((cause: unknown) => {
      throw refusal(cause instanceof JwtExpiredError ? 'token-expired' : 'token-invalid');
    });
    return actorOf(payload, audience);
  };
};

export const assertRole = (actor: Actor, allowed: readonly Role[]): void => {
  if (!allowed.includes(actor.role)) {
    throw refusal('wrong-role', '$', actor.role, { allowed: allowed.join(', ') });
  }
};

/** An officer acts for the own station or the own constituency only; a presiding officer may preside over a whole constituency's stations. */
export const assertScope = (
  actor: Actor,
  place: { readonly constituency: string; readonly station?: string },
): void => {
  if (place.station !== undefined && actor.stations.includes(place.station)) return;
  const forStationOnly = actor.role === 'presiding_officer' && actor.stations.length > 0;
  if (!forStationOnly && actor.constituencies.includes(place.constituency)) return;
  throw refusal('outside-scope', '$', place.station ?? place.constituency, {
    own: [...actor.stations, ...actor.constituencies].join(', '),
  });
};
