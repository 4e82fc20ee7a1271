import { LOCAL_AUDIENCE } from '../token-issuer.ts';

/** A request to sign in that is in order. Names as RFC 6749 and RFC 7636 have them. */
export interface OAuthRequest {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly state: string;
  /** Which scopes were asked for; empty where none were named, which means all that the role has. */
  readonly scopes: readonly string[];
  readonly prompt: 'none' | 'login' | null;
}

export type ReadRequest =
  | { readonly kind: 'ok'; readonly request: OAuthRequest }
  /** Who asks is not known, or where to answer: nothing is sent anywhere. */
  | { readonly kind: 'unknown'; readonly what: 'client' | 'redirect' }
  | { readonly kind: 'refused'; readonly address: string };

/** An answer without a code goes back to the page that asked. */
export const errorAddress = (redirectUri: string, state: string | null, error: string): string => {
  const url = new URL(redirectUri);
  url.searchParams.set('error', error);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
};

export const codeAddress = ({ redirectUri, state }: OAuthRequest, code: string): string => {
  const url = new URL(redirectUri);
  url.searchParams.set('code', code);
  url.searchParams.set('state', state);
  return url.href;
};

const DESK = /^\/(en|zh-hant|zh-hans)\/desk\/$/;

/** A page of the desk, on the host that was asked: nobody else gets a code. */
export const isDesk = (address: string | null, host: string): address is string => {
  if (address === null || !URL.canParse(address)) return false;
  const { protocol, host: asked, pathname, search, hash, username } = new URL(address);
  const plain = search === '' && hash === '' && username === '';
  return /^https?:$/.test(protocol) && asked === host && DESK.test(pathname) && plain;
};

const errorOf = (given: URLSearchParams): string | null => {
  if (given.get('response_type') !== 'code') return 'unsupported_response_type';
  if (!/^.{1,512}$/.test(given.get('state') ?? '')) return 'invalid_request';
  // Without a challenge whoever catches the code could use it.
  if (given.get('code_challenge_method') !== 'S256') return 'invalid_request';
  return /^[A-Za-z0-9_-]{43}$/.test(given.get('code_challenge') ?? '') ? null : 'invalid_request';
};

const promptOf = (text: string | null): OAuthRequest['prompt'] =>
  text === 'none' || text === 'login' ? text : null;

/** Reads a request to sign in; `host` is the one that it came to. */
export const readOAuthRequest = (given: URLSearchParams, host: string): ReadRequest => {
  const redirectUri = given.get('redirect_uri');
  if (given.get('client_id') !== LOCAL_AUDIENCE) return { kind: 'unknown', what: 'client' };
  if (!isDesk(redirectUri, host)) return { kind: 'unknown', what: 'redirect' };
  const error = errorOf(given);
  if (error !== null)
    return { kind: 'refused', address: errorAddress(redirectUri, given.get('state'), error) };
  const request = {
    redirectUri,
    challenge: given.get('code_challenge') ?? '',
    state: given.get('state') ?? '',
    scopes: (given.get('scope') ?? '').split(' ').filter((scope) => scope !== ''),
    prompt: promptOf(given.get('prompt')),
  };
  return { kind: 'ok', request };
};
