import { JwtVerifier } from 'aws-jwt-verify';
import { JwtExpiredError } from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import * as z from 'zod/mini';
import { type Scope, scopeName } from '#shared/desk/scopes.ts';
import { ROLES, type Role } from '#shared/election/acts.ts';
import { refusal } from './problem.ts';

/** Whoever signed in: one role, and the constituencies and stations it is for. */
export interface Actor {
  /** The account's id, or the subject of a token without one; kept in the private trail only. */
  readonly subject: string;
  readonly role: Role;
  /** The elections the account is for; none named are all. */
  readonly elections: readonly string[];
  readonly constituencies: readonly string[];
  readonly stations: readonly string[];
  /** For whom a candidate files: accounts of the Central Platform. */
  readonly platforms: readonly string[];
  /** What the token may be used for, as its claim names them: `open-returns/report`. */
  readonly scopes: readonly string[];
  /** When the person showed who they are, in milliseconds since 1970. */
  readonly signedInAt: number;
}

export type VerifyToken = (authorization: string | undefined) => Promise<Actor>;

const list = (text: string | undefined, between = ','): readonly string[] =>
  (text ?? '')
    .split(between)
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** Claims of a Cognito access token; the scope claims are added by the pool's token trigger. */
const Claims = z.object({
  sub: z.string(),
  /** The account's id, under which a user pool knows its users. */
  username: z.optional(z.string()),
  token_use: z.literal('access'),
  /** Seconds since 1970. A token that never expires is none. */
  exp: z.number(),
  iat: z.number(),
  auth_time: z.optional(z.number()),
  client_id: z.string(),
  scope: z.optional(z.string()),
  'cognito:groups': z.array(z.string()),
  election: z.optional(z.string()),
  constituency: z.optional(z.string()),
  station: z.optional(z.string()),
  platform: z.optional(z.string()),
});

/** An account that showed a good token, and until when it is one, in milliseconds since 1970. */
interface SignedIn {
  readonly actor: Actor;
  readonly expiresAt: number;
}

const MOST_REMEMBERED = 1000;

export interface TokenAuthority {
  readonly issuer: string;
  /** The app client that tokens must have been issued to. */
  readonly audience: string;
  /** Known keys; without them they are fetched from the issuer once. */
  readonly keys?: Jwks;
}

const signedIn = (payload: unknown, audience: string): SignedIn => {
  const claims = z.safeParse(Claims, payload);
  if (!claims.success || claims.data.client_id !== audience) throw refusal('token-invalid');
  const { data } = claims;
  const role = ROLES.find((known) => data['cognito:groups'].includes(known));
  if (!role) throw refusal('wrong-role');
  const actor = {
    subject: data.username ?? data.sub,
    role,
    elections: list(data.election),
    constituencies: list(data.constituency),
    stations: list(data.station),
    platforms: list(data.platform),
    scopes: list(data.scope, ' '),
    signedInAt: (data.auth_time ?? data.iat) * 1000,
  };
  return { actor, expiresAt: data.exp * 1000 };
};

/** Verifies Cognito-shaped access tokens. The same code runs on AWS and locally, only the keys differ. */
export const tokenVerifier = ({ issuer, audience, keys }: TokenAuthority): VerifyToken => {
  const verifier = JwtVerifier.create({ issuer, audience: null, jwksUri: `${issuer}/.well-known/jwks.json` });
  if (keys) verifier.cacheJwks(keys);
  // Known keys are all there are: a token that names another one makes nobody ask the network.
  const verify = async (token: string): Promise<unknown> =>
    keys ? verifier.verifySync(token) : verifier.verify(token);
  // A signature once found good stays good: what can change is the time, and that is looked at every time.
  const remembered = new Map<string, SignedIn>();
  const remember = (token: string, payload: unknown): Actor => {
    const found = signedIn(payload, audience);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(token, found);
    return found.actor;
  };
  return async (authorization) => {
    const token = /^Bearer ([A-Za-z0-9._-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refusal(authorization === undefined ? 'no-token' : 'token-invalid');
    const known = remembered.get(token);
    if (known && Date.now() < known.expiresAt) return known.actor;
    const payload = await verify(token).catch((cause: unknown) => {
      throw refusal(cause instanceof JwtExpiredError ? 'token-expired' : 'token-invalid');
    });
    return remember(token, payload);
  };
};

export const assertRole = (actor: Actor, allowed: readonly Role[]): void => {
  if (!allowed.includes(actor.role)) {
    throw refusal('wrong-role', '$', actor.role, { allowed: allowed.join(', ') });
  }
};

/** A token is good for what it was issued for, whatever its holder's role may do besides. */
export const assertTokenScope = (actor: Actor, scope: Scope): void => {
  const needed = scopeName(scope);
  if (!actor.scopes.includes(needed)) throw refusal('wrong-scope', '$', needed);
};

/** An account made for some elections does nothing in another, where a constituency may well have the same name. */
export const assertElection = ({ elections }: Pick<Actor, 'elections'>, election: string): void => {
  if (elections.length === 0 || elections.includes(election)) return;
  throw refusal('outside-scope', '$', election, { own: elections.join(', ') });
};

/** A candidate sees and changes what the own account filed, and nothing of another's. */
export const assertPlatform = ({ platforms }: Pick<Actor, 'platforms'>, account: string): void => {
  if (!platforms.includes(account))
    throw refusal('outside-scope', '$', account, { own: platforms.join(', ') });
};

/** These act for the whole election; an observer looks at the constituencies named, or at all. */
const ELECTION_WIDE: ReadonlySet<Role> = new Set(['chief_electoral_officer', 'commission', 'observer']);

/** An officer acts for the own station or the own constituency only; a presiding officer may preside over a whole constituency's stations. */
export const assertScope = (
  actor: Pick<Actor, 'role' | 'constituencies' | 'stations'>,
  place: { readonly constituency: string; readonly station?: string },
): void => {
  if (place.station !== undefined && actor.stations.includes(place.station)) return;
  if (ELECTION_WIDE.has(actor.role) && actor.constituencies.length === 0) return;
  const forStationOnly = actor.role === 'presiding_officer' && actor.stations.length > 0;
  if (!forStationOnly && actor.constituencies.includes(place.constituency)) return;
  const own = forStationOnly ? actor.stations : [...actor.stations, ...actor.constituencies];
  throw refusal('outside-scope', '$', place.station ?? place.constituency, { own: own.join(', ') });
};
