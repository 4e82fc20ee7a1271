import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountRevision, signOutRecord } from '#functions/accounts/account-records.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { type Actor, tokenVerifier } from '#functions/http/sign-in.ts';
import { demonstrationRecords } from '#functions/local/sign-in/demonstration-records.ts';
import { localSignIn } from '#functions/local/sign-in/local-sign-in.ts';
import { peopleOf } from '#functions/local/sign-in/people.ts';
import { issuerSessions, localDirectory } from '#functions/local/sign-in/sessions.ts';
import { LOCAL_AUDIENCE, localAuthority } from '#functions/local/token-issuer.ts';
import { startWebServer } from '#functions/local/web-server.ts';
import type { Account } from '#shared/desk/account.ts';
import { must } from '#shared/result.ts';
import { signIn, testApi } from '../../../support/api.ts';
import { aDefinition } from '../../../support/builders.ts';

export const VERIFIER = 'v'.repeat(43);
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

export interface Seen {
  readonly status: number;
  readonly location: URL | null;
  readonly cookie: string;
  readonly text: string;
}

/** The local sign-in on a port of its own, over records in memory, with a clock that a test sets. */
export const startIssuer = async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'issuer-'));
  const account = signIn();
  const stored = memoryRecords();
  await testApi(account, stored).define(aDefinition());
  let now = Date.now();
  const clock = (): Date => new Date(now);
  const records = demonstrationRecords(stored, clock);
  const sessions = issuerSessions();
  const handle = localSignIn({
    dataFolder,
    siteFolder: join(dataFolder, 'none'),
    people: peopleOf(records, clock),
    sessions,
    now: () => now,
  });
  const server = await startWebServer(0, {
    gateway: async () => ({ statusCode: 200, headers: {}, body: 'api' }),
    site: async (_, response) => void response.writeHead(200).end('site'),
    signIn: handle,
  });
  const origin = server.url;
  const desk = `${origin}/en/desk/`;

  const ask = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
    const location = response.headers.get('location');
    return {
      status: response.status,
      location: location === null ? null : new URL(location, origin),
      cookie: response.headers.get('set-cookie') ?? '',
      text: await response.text(),
    };
  };
  const parameters = (changes: Readonly<Record<string, string>> = {}): URLSearchParams =>
    new URLSearchParams({
      response_type: 'code',
      client_id: LOCAL_AUDIENCE,
      redirect_uri: desk,
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      state: 'a-state',
      ...changes,
    });
  const cookieHeader = (cookie: string) => ({ cookie: cookie.split(';')[0] ?? '' });
  const page = (changes = {}, cookie = '') =>
    ask(`/oauth2/authorize?${parameters(changes)}`, { headers: cookieHeader(cookie) });
  const choose = (
    id: string,
    changes = {},
    cookie = '',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Seen> =>
    ask('/oauth2/authorize', {
      method: 'POST',
      body: new URLSearchParams([...parameters(changes), ['account', id]]),
      headers: { ...cookieHeader(cookie), ...headers },
    });
  const exchange = (code: string | null, changes: Readonly<Record<string, string>> = {}): Promise<Seen> =>
    ask('/oauth2/token', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: LOCAL_AUDIENCE,
        redirect_uri: desk,
        code: code ?? '',
        code_verifier: VERIFIER,
        ...changes,
      }),
    });
  const verify = tokenVerifier(localAuthority(dataFolder));
  return {
    origin,
    desk,
    records,
    directory: localDirectory(sessions),
    ask,
    page,
    choose,
    exchange,
    parameters,
    codeOf: (seen: Seen) => must(seen.location, 'a redirection').searchParams.get('code'),
    actorOf: (token: string): Promise<Actor> => verify(`Bearer ${token}`),
    later: (milliseconds: number) => {
      now += milliseconds;
    },
    put: (one: Account) => records.accept(accountRevision(one, 'test', clock().toISOString())),
    signOut: (id: string) =>
      records.accept(signOutRecord(id, { request: 'r' }, { by: id, acceptedAt: clock().toISOString() })),
    close: async () => {
      await server.close();
      account.remove();
      rmSync(dataFolder, { recursive: true });
    },
  };
};

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;
