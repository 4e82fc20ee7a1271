import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { SCOPES, scopeName } from '#shared/desk/scopes.ts';
import { claimSigner, LOCAL_AUDIENCE } from '../token-issuer.ts';
import { authorize, type IssuerParts, problemPage } from './authorize.ts';
import { issuedCodes } from './codes.ts';
import { isDesk } from './oauth-request.ts';
import type { People } from './people.ts';
import type { IssuerSessions } from './sessions.ts';
import { SHEET_PATH } from './sign-in-page.ts';
import { SIGN_IN_SHEET } from './sign-in-sheet.ts';
import { exchangeCode, revoke } from './tokens.ts';
import {
  json,
  readRequest,
  redirect,
  type SignInAnswer,
  type SignInRequest,
  send,
  sessionCookie,
} from './web-exchange.ts';

/** Answers what belongs to the sign-in; false where an address does not. */
export type LocalSignIn = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface LocalSignInOptions {
  readonly dataFolder: string;
  /** The built site, whose style sheets the page uses. */
  readonly siteFolder: string;
  readonly people: People;
  readonly sessions: IssuerSessions;
  readonly now: () => number;
}

/** What the desk needs to know of the sign-in, in the same file as on AWS. */
const ADDRESSES = {
  authorize: '/oauth2/authorize',
  token: '/oauth2/token',
  revoke: '/oauth2/revoke',
  logout: '/logout',
  clientId: LOCAL_AUDIENCE,
  scopes: SCOPES.map(scopeName),
  local: true,
};

const builtSheets = (siteFolder: string): readonly string[] => {
  try {
    const names = readdirSync(join(siteFolder, 'client', '_astro')).sort();
    return names.filter((name) => /^site\..+\.css$/.test(name)).map((name) => `/_astro/${name}`);
  } catch {
    return [];
  }
};

/** `/logout`: the browser forgets who was chosen, and goes back to the desk. */
const logout = (parts: IssuerParts, request: SignInRequest): SignInAnswer => {
  parts.sessions.end(request.cookie);
  const back = request.query.get('logout_uri');
  return isDesk(back, request.host)
    ? redirect(back, sessionCookie('', 0))
    : problemPage(parts, request, { status: 400, reason: 'unknownRedirect' });
};

type Route = (request: SignInRequest) => SignInAnswer | Promise<SignInAnswer>;

const routesOf = (parts: IssuerParts, dataFolder: string): Readonly<Record<string, Route>> => {
  const signClaims = claimSigner(dataFolder);
  const sheet = {
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' },
    body: SIGN_IN_SHEET,
  };
  const addresses = json(200, ADDRESSES);
  return {
    'GET /oauth2/authorize': (request) => authorize(parts, request),
    'POST /oauth2/authorize': (request) => authorize(parts, request),
    'POST /oauth2/token': (request) => exchangeCode(parts, signClaims, request),
    'POST /oauth2/revoke': (request) => revoke(parts, request),
    'GET /logout': (request) => logout(parts, request),
    'GET /sign-in.json': () => ({
      ...addresses,
      headers: { ...addresses.headers, 'cache-control': 'no-cache' },
    }),
    [`GET ${SHEET_PATH}`]: () => sheet,
  };
};

const isOurs = (path: string): boolean =>
  path.startsWith('/oauth2/') || path === '/logout' || path === '/sign-in.json';

/** Where officers sign in while the portal runs on one computer: an authorization server that lets anybody be anybody. */
export const localSignIn = ({
  dataFolder,
  siteFolder,
  people,
  sessions,
  now,
}: LocalSignInOptions): LocalSignIn => {
  const parts = { people, sessions, codes: issuedCodes(), now, sheets: builtSheets(siteFolder) };
  const routes = routesOf(parts, dataFolder);
  const answer = async (request: SignInRequest): Promise<SignInAnswer> => {
    const route = routes[`${request.method} ${request.path}`];
    if (route) return route(request);
    const known = Object.keys(routes).filter((name) => name.endsWith(` ${request.path}`));
    const allow = known.map((name) => name.split(' ')[0]).join(', ');
    return known.length > 0
      ? { ...json(405, { error: 'method_not_allowed' }), headers: { allow } }
      : json(404, { error: 'not_found' });
  };
  return async (incoming, response) => {
    if (!isOurs((incoming.url ?? '/').split('?')[0] ?? '/')) return false;
    const request = await readRequest(incoming);
    send(response, request ? await answer(request) : json(413, { error: 'invalid_request' }));
    return true;
  };
};
