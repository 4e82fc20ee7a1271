import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountRevision, signOutRecord } from '#functions/accounts/account-records.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { tokenVerifier } from '#functions/http/sign-in.ts';
import { claimSigner, LOCAL_AUDIENCE, LOCAL_ISSUER, localAuthority } from '#functions/local/token-issuer.ts';
import { MANIFEST, type PortalFunction } from '#functions/manifest.ts';
import type { Records } from '#functions/ports.ts';
import { OFFICER_ROLES, type OfficerRole } from '#shared/desk/account.ts';
import { SCOPES, scopeName } from '#shared/desk/scopes.ts';
import { ROLES } from '#shared/election/acts.ts';
import { anAccount } from '../../support/accounts.ts';
import { signIn, testApi } from '../../support/api.ts';
import { aDefinition, aReport } from '../../support/builders.ts';

/**
 * Every route of the manifest with every caller who may not come in: refused, and nothing written. The routes are read from the manifest,
 * so one that is added is held to this at once.
 */

type Route = PortalFunction & { readonly trigger: { readonly kind: 'http' } };
const routes = MANIFEST.filter((fn): fn is Route => fn.trigger.kind === 'http');

const folder = mkdtempSync(join(tmpdir(), 'every-route-'));
const signClaims = claimSigner(folder);
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const publicPem = createPublicKey(readFileSync(join(folder, 'keys', 'sign-in.pem'), 'utf8')).export({
  type: 'spki',
  format: 'pem',
});

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);

/** The claims of an officer who may come in by this route, and changes to them. */
const claimsFor = (route: Route, changes: Readonly<Record<string, unknown>> = {}): object => ({
  sub: 'sub-1',
  iss: LOCAL_ISSUER,
  client_id: LOCAL_AUDIENCE,
  token_use: 'access',
  scope: scopeName(route.trigger.scope),
  'cognito:groups': [route.roles[0]],
  constituency: 'LC1',
  station: 'A',
  auth_time: seconds() - 60,
  iat: seconds() - 60,
  exp: seconds() + 600,
  ...changes,
});

const signedBy = (key: KeyObject, claims: object, header: object = {}): string => {
  const signed = `${segment({ alg: 'RS256', typ: 'JWT', kid: 'local-1', ...header })}.${segment(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
};

interface Wrong {
  readonly of: string;
  readonly token: (route: Route) => string | null;
  readonly status: number;
  readonly code: string;
}

const changed =
  (changes: Readonly<Record<string, unknown>>) =>
  (route: Route): string =>
    signClaims(claimsFor(route, changes));

const FORGED: readonly Wrong[] = [
  { of: 'nobody', token: () => null, status: 401, code: 'no-token' },
  {
    of: 'a token that expired a second ago',
    token: changed({ exp: seconds() - 1 }),
    status: 401,
    code: 'token-expired',
  },
  {
    of: 'a token that never expires',
    token: changed({ exp: undefined }),
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token of another audience',
    token: changed({ client_id: 'another' }),
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token of another issuer',
    token: changed({ iss: 'https://elsewhere.invalid' }),
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'an identity token instead of an access token',
    token: changed({ token_use: 'id', aud: LOCAL_AUDIENCE, client_id: undefined }),
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token that calls itself an identity token',
    token: changed({ token_use: 'id' }),
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token signed by another key',
    token: (route) => signedBy(stranger, claimsFor(route)),
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token that names another key',
    token: (route) => signedBy(stranger, claimsFor(route), { kid: 'local-2' }),
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token that brings its own key',
    token: (route) =>
      signedBy(stranger, claimsFor(route), { jwk: createPublicKey(stranger).export({ format: 'jwk' }) }),
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token without a signature (alg none)',
    token: (route) => `${segment({ alg: 'none', kid: 'local-1' })}.${segment(claimsFor(route))}.`,
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token signed with the public key as a secret (HS256)',
    token: (route) => {
      const signed = `${segment({ alg: 'HS256', kid: 'local-1' })}.${segment(claimsFor(route))}`;
      return `${signed}.${createHmac('sha256', publicPem).update(signed).digest('base64url')}`;
    },
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token whose claims were changed after it was signed',
    token: (route) => {
      const [head, , signature] = signClaims(claimsFor(route, { 'cognito:groups': ['observer'] })).split('.');
      return `${head}.${segment(claimsFor(route))}.${signature}`;
    },
    status: 401,
    code: 'token-invalid',
  },
  {
    of: 'a token without a group',
    token: changed({ 'cognito:groups': [] }),
    status: 403,
    code: 'wrong-role',
  },
  { of: 'a token without scopes', token: changed({ scope: undefined }), status: 403, code: 'wrong-scope' },
  {
    of: 'a token of the old scope',
    token: changed({ scope: 'open-returns/act' }),
    status: 403,
    code: 'wrong-scope',
  },
  {
    of: 'a token with every scope but the route’s',
    token: (route) => {
      const others = SCOPES.filter((scope) => scope !== route.trigger.scope).map(scopeName);
      return signClaims(claimsFor(route, { scope: others.join(' ') }));
    },
    status: 403,
    code: 'wrong-scope',
  },
  { of: 'a closed account', token: changed({ username: 'closed' }), status: 403, code: 'account-closed' },
  {
    of: 'an account that was signed out everywhere',
    token: changed({ username: 'signed-out' }),
    status: 401,
    code: 'signed-out',
  },
];

const wrongRoles = (route: Route): readonly Wrong[] =>
  ROLES.filter((role) => !route.roles.includes(role)).map((role) => ({
    of: `the role ${role}, with every scope`,
    token: () =>
      signClaims(claimsFor(route, { 'cognito:groups': [role], scope: SCOPES.map(scopeName).join(' ') })),
    status: 403,
    code: 'wrong-role',
  }));

const matrix = routes.flatMap((route) =>
  [...FORGED, ...wrongRoles(route)].map((wrong) => [route.name, wrong.of, route, wrong] as const),
);

/** Records of which everything that was written is known, also what lies in no election. */
const recorded = (): { readonly records: Records; readonly writes: () => number } => {
  const records = memoryRecords();
  let writes = 0;
  const counting = {
    ...records,
    accept: (act: Parameters<Records['accept']>[0]) => {
      writes += 1;
      return records.accept(act);
    },
    appendBatch: (batch: Parameters<Records['appendBatch']>[0]) => {
      writes += 1;
      return records.appendBatch(batch);
    },
    registerElection: (election: string) => {
      writes += 1;
      return records.registerElection(election);
    },
  };
  return { records: counting, writes: () => writes };
};

const { records, writes } = recorded();
const account = signIn();
const api = testApi({ ...account, verify: tokenVerifier(localAuthority(folder)) }, records);
const now = new Date();
const own = testApi(account, records);

beforeAll(async () => {
  await own.define(aDefinition());
  await own.report(aReport());
  api.atDate(now);
  const at = now.toISOString();
  await records.accept(
    accountRevision(anAccount({ id: 'closed', active: false, elections: [] }), 'test', at),
  );
  await records.accept(accountRevision(anAccount({ id: 'signed-out', elections: [] }), 'test', at));
  await records.accept(signOutRecord('signed-out', { request: 'r' }, { by: 'test', acceptedAt: at }));
});
afterAll(() => {
  account.remove();
  rmSync(folder, { recursive: true });
});

const PARAMETERS = { account: 'ro-1', candidate: '1a' };
const callWith = (route: Route, token: string | null) =>
  api.call(route.name, aReport(), {
    authorization: token === null ? null : `Bearer ${token}`,
    parameters: PARAMETERS,
  });

describe('every route', () => {
  test.each(matrix)(
    '%s refuses %s, and writes nothing',
    async (_name, _of, route, { token, status, code }) => {
      const before = writes();
      const stood = await api.written();
      const answer = await callWith(route, token(route));
      expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(writes()).toBe(before);
      expect(await api.written()).toBe(stood);
    },
  );

  test.each(routes.map((route) => [route.name, route] as const))(
    '%s lets in who may come',
    async (_name, route) => {
      const answer = await callWith(route, signClaims(claimsFor(route)));
      const refusedAtTheDoor = ['no-token', 'token-invalid', 'token-expired', 'wrong-role', 'wrong-scope'];
      expect(refusedAtTheDoor).not.toContain(answer.body.errors?.[0]?.code);
      expect(answer.status).not.toBe(500);
    },
  );

  const officers = (route: Route): readonly OfficerRole[] =>
    OFFICER_ROLES.filter((role) => !route.roles.includes(role));

  test.each(routes.flatMap((route) => officers(route).map((role) => [route.name, role, route] as const)))(
    '%s refuses a token that says more than its account, which is of the role %s',
    async (_name, role, route) => {
      const id = `${route.name}-${role}`;
      const holder = anAccount({ id, role, elections: [], stations: ['A'] });
      await records.accept(accountRevision(holder, 'test', now.toISOString()));
      const before = writes();
      const answer = await callWith(route, signClaims(claimsFor(route, { username: id })));
      expect([answer.status, answer.body.errors[0].code]).toEqual([401, 'account-changed']);
      expect(writes()).toBe(before);
    },
  );
});
