import { createHash, randomUUID } from 'node:crypto';
import type { Account } from '#shared/desk/account.ts';
import { SCOPES_OF_ROLE, scopeName } from '#shared/desk/scopes.ts';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '../token-issuer.ts';
import type { IssuerSession } from './sessions.ts';

/** How long a token of the desk is good, in seconds: as the user pool's. */
export const DESK_TOKEN_SECONDS = 15 * 60;

/** Always the same for an account, and says nothing of it; shaped like a user pool's subject. */
const subjectOf = (id: string): string => {
  const hex = createHash('sha256').update(`open-returns/${id}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};

const listed = (name: string, ids: readonly string[]): Readonly<Record<string, string>> =>
  ids.length === 0 ? {} : { [name]: ids.join(',') };

/** Which scopes a token gets: those of the role, of them only those asked for. */
export const grantedScopes = (role: Account['role'], asked: readonly string[]): readonly string[] => {
  const granted = SCOPES_OF_ROLE[role].map(scopeName);
  return asked.length === 0 ? granted : granted.filter((scope) => asked.includes(scope));
};

/** The claims of an access token, as the user pool and its token trigger write them. */
export const deskClaims = (
  account: Account,
  session: IssuerSession,
  { asked, now }: { readonly asked: readonly string[]; readonly now: number },
): Readonly<Record<string, unknown>> => {
  const issuedAt = Math.floor(now / 1000);
  return {
    sub: subjectOf(account.id),
    'cognito:groups': [account.role],
    iss: LOCAL_ISSUER,
    version: 2,
    client_id: LOCAL_AUDIENCE,
    origin_jti: session.origin,
    token_use: 'access',
    scope: grantedScopes(account.role, asked).join(' '),
    auth_time: Math.floor(session.signedInAt / 1000),
    iat: issuedAt,
    exp: issuedAt + DESK_TOKEN_SECONDS,
    jti: randomUUID(),
    username: account.id,
    name: account.name,
    ...listed('election', account.elections ?? []),
    ...listed('constituency', account.constituencies),
    ...listed('station', account.stations),
    ...listed('platform', account.platforms ?? []),
  };
};
