import { LOCAL_AUDIENCE } from '../token-issuer.ts';
import type { IssuerParts } from './authorize.ts';
import { DESK_TOKEN_SECONDS, deskClaims, grantedScopes } from './desk-token.ts';
import { json, type SignInAnswer, type SignInRequest } from './web-exchange.ts';

const refused = (error: string): SignInAnswer => json(400, { error });

/** `/oauth2/token`: an access token for a code and the verifier of its challenge. Nothing renews it but signing in. */
export const exchangeCode = async (
  { codes, people, sessions, now }: IssuerParts,
  signClaims: (claims: object) => string,
  { form }: SignInRequest,
): Promise<SignInAnswer> => {
  if (form.get('client_id') !== LOCAL_AUDIENCE) return refused('invalid_client');
  if (form.get('grant_type') !== 'authorization_code') return refused('unsupported_grant_type');
  const proof = { verifier: form.get('code_verifier') ?? '', redirectUri: form.get('redirect_uri') ?? '' };
  const redeemed = codes.redeem(form.get('code') ?? '', proof, now());
  if (!redeemed.ok) {
    // A code that comes twice is in two hands.
    if (redeemed.origin !== null) sessions.endOrigin(redeemed.origin);
    return refused('invalid_grant');
  }
  const { request, session } = redeemed;
  const state = await people.find(session.account);
  if (!state?.account.active || state.signedOutAt >= session.signedInAt) return refused('invalid_grant');
  return json(200, {
    access_token: signClaims(deskClaims(state.account, session, { asked: request.scopes, now: now() })),
    token_type: 'Bearer',
    expires_in: DESK_TOKEN_SECONDS,
    scope: grantedScopes(state.account.role, request.scopes).join(' '),
  });
};

const originOf = (token: string): string => {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return String((claims as { readonly origin_jti?: unknown }).origin_jti ?? '');
  } catch {
    return '';
  }
};

/** `/oauth2/revoke`: ends the session that a token came from, so that nobody can go on silently. The answer tells nothing (RFC 7009). */
export const revoke = ({ sessions }: IssuerParts, { form }: SignInRequest): SignInAnswer => {
  sessions.endOrigin(originOf(form.get('token') ?? ''));
  return json(200, {});
};
