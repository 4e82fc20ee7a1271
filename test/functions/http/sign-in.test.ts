import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { assertScope } from '#functions/http/sign-in.ts';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '#functions/local/token-issuer.ts';
import { MANIFEST } from '#functions/manifest.ts';
import { ROLES } from '#shared/election/acts.ts';
import { signIn, type TestApi, testApi } from '../../support/api.ts';
import { aDefinition, aReport } from '../../support/builders.ts';

const account = signIn();
const stranger = signIn();
afterAll(() => {
  account.remove();
  stranger.remove();
});

let api: TestApi;
let untouched: string;
beforeEach(async () => {
  api = testApi(account);
  await api.define(aDefinition());
  untouched = await api.written();
});

const routes = MANIFEST.filter(({ trigger }) => trigger.kind === 'http');

describe('every route', () => {
  const matrix = routes.flatMap((route) =>
    ROLES.map((role) => [route.name, role, route.roles.includes(role)] as const),
  );

  test.each(matrix)('%s as %s: allowed %j', async (name, role, allowed) => {
    // An empty body: whoever may come this far learns what is missing, nobody else learns anything.
    const answer = await api.call(
      name,
      {},
      { as: { role, constituency: 'LC1', station: 'A' }, candidate: '1a', parameters: { account: 'nobody' } },
    );
    if (allowed)
      expect(['wrong-role', 'wrong-scope', 'internal']).not.toContain(answer.body.errors?.[0]?.code);
    else {
      expect(answer.status).toBe(403);
      expect(answer.body.errors[0]).toMatchObject({ code: 'wrong-role', value: role });
    }
    expect(await api.written()).toBe(untouched);
  });

  test.each(routes.map(({ name }) => name))(
    '%s refuses a caller without a token before it reads anything',
    async (name) => {
      const answer = await api.call(name, undefined, { authorization: null, raw: '{broken' });
      expect([answer.status, answer.body.errors[0].code]).toEqual([401, 'no-token']);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    },
  );
});

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (changes = {}) => {
  const now = Math.floor(Date.now() / 1000);
  return {
    sub: 'x',
    iss: LOCAL_ISSUER,
    client_id: LOCAL_AUDIENCE,
    token_use: 'access',
    'cognito:groups': ['returning_officer'],
    constituency: 'LC1',
    iat: now,
    exp: now + 3600,
    ...changes,
  };
};

describe('a token', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const rs256 = (payload: unknown, header = {}) => {
    const signed = `${segment({ alg: 'RS256', typ: 'JWT', kid: 'local-1', ...header })}.${segment(payload)}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
  };
  let good: string;
  beforeAll(() => {
    good = account.token({ role: 'returning_officer', constituency: 'LC1' });
  });
  const parts = () => good.split('.') as [string, string, string];
  const tokens: readonly (readonly [string, () => string, string])[] = [
    ['of another key', () => rs256(claims()), 'token-invalid'],
    [
      'of another issuer’s key',
      () => stranger.token({ role: 'returning_officer', constituency: 'LC1' }),
      'token-invalid',
    ],
    ['with a key nobody knows', () => rs256(claims(), { kid: 'other' }), 'token-invalid'],
    ['without a key', () => rs256(claims(), { kid: undefined }), 'token-invalid'],
    [
      'that names no algorithm',
      () => `${segment({ alg: 'none', kid: 'local-1' })}.${segment(claims())}.`,
      'token-invalid',
    ],
    [
      'signed with the public key as a secret',
      () => {
        const signed = `${segment({ alg: 'HS256', kid: 'local-1' })}.${segment(claims())}`;
        return `${signed}.${createHmac('sha256', 'key').update(signed).digest('base64url')}`;
      },
      'token-invalid',
    ],
    [
      'with changed claims',
      () =>
        `${parts()[0]}.${segment(claims({ 'cognito:groups': ['chief_electoral_officer'] }))}.${parts()[2]}`,
      'token-invalid',
    ],
    ['cut short', () => good.slice(0, -9), 'token-invalid'],
    ['of one part', () => 'abc', 'token-invalid'],
    [
      'that has expired',
      () => account.token({ role: 'returning_officer' }, new Date(Date.now() - 13 * 3_600_000)),
      'token-expired',
    ],
  ];

  test.each(tokens)('%s is refused with 401, and nothing is written', async (_, make, code) => {
    const answer = await api.report(aReport(), { authorization: `Bearer ${make()}` });
    expect([answer.status, answer.body.errors[0].code]).toEqual([401, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(await api.written()).toBe(untouched);
  });

  test.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'token', 'Bearer a b', `Bearer ${'x'.repeat(20_000)}`])(
    'is not in the header "%s"',
    async (authorization) => {
      expect((await api.report(aReport(), { authorization })).status).toBe(401);
    },
  );

  test('of this issuer is taken, in any case of its scheme', async () => {
    expect((await api.report(aReport(), { authorization: `bearer ${good}` })).status).toBe(201);
  });

  test.each([
    [{ role: 'presiding_officer', station: 'A' }, 201],
    [{ role: 'presiding_officer', station: 'B, A' }, 201],
    [{ role: 'presiding_officer', constituency: 'LC1' }, 201],
    [{ role: 'presiding_officer', constituency: 'LC1', station: 'B' }, 403],
    [{ role: 'presiding_officer', station: 'a' }, 403],
    [{ role: 'presiding_officer' }, 403],
    [{ role: 'assistant_returning_officer', constituency: 'LC1' }, 201],
    [{ role: 'assistant_returning_officer', constituency: 'LC2,LC1' }, 201],
    [{ role: 'returning_officer', constituency: 'LC2' }, 403],
    [{ role: 'returning_officer', constituency: '' }, 403],
  ] as const)('for %j may report of station A: %i', async (as, status) => {
    const answer = await api.report(aReport(), { as });
    expect(answer.status).toBe(status);
    if (status === 403) {
      expect(answer.body.errors[0].code).toBe('outside-scope');
      expect(await api.written()).toBe(untouched);
    }
  });

  test('for one station among several reports gives the others back refused', async () => {
    const answer = await api.report([aReport(), aReport({ station: 'B' })], {
      as: { role: 'presiding_officer', station: 'A' },
    });
    expect(answer.status).toBe(207);
    expect(answer.body.outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'accepted',
      'refused',
    ]);
    expect(answer.body.outcomes[1]).toMatchObject({ status: 403 });
  });
});

describe('a token that was good once', () => {
  afterEach(() => vi.useRealTimers());

  test('is refused as soon as it has expired', async () => {
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    const authorization = `Bearer ${account.token({ role: 'returning_officer', constituency: 'LC1' })}`;
    await expect(account.verify(authorization)).resolves.toMatchObject({ constituencies: ['LC1'] });
    vi.setSystemTime(Date.now() + 12 * 3_600_000 - 5000);
    await expect(account.verify(authorization)).resolves.toMatchObject({ constituencies: ['LC1'] });
    vi.setSystemTime(Date.now() + 10_000);
    await expect(account.verify(authorization)).rejects.toMatchObject({ message: 'token-expired' });
  });
});

describe('claims', () => {
  test.each([
    [{ client_id: 'another-app' }, 'token-invalid'],
    [{ token_use: 'id' }, 'token-invalid'],
    [{ 'cognito:groups': 'returning_officer' }, 'token-invalid'],
    [{ 'cognito:groups': undefined }, 'token-invalid'],
    [{ sub: undefined }, 'token-invalid'],
    [{ 'cognito:groups': ['emperor'] }, 'wrong-role'],
    [{ 'cognito:groups': [] }, 'wrong-role'],
    [{ iss: 'https://elsewhere.invalid' }, 'token-invalid'],
    [{ exp: undefined }, 'token-invalid'],
    [{}, null],
  ])('of %j are held against what this portal expects', async (changes, code) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { tokenVerifier } = await import('#functions/http/sign-in.ts');
    const jwk = { ...publicKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'k', alg: 'RS256', use: 'sig' };
    const verify = tokenVerifier({
      issuer: LOCAL_ISSUER,
      audience: LOCAL_AUDIENCE,
      keys: { keys: [jwk as never] },
    });
    const signed = `${segment({ alg: 'RS256', kid: 'k' })}.${segment(claims(changes))}`;
    const token = `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
    const outcome = await verify(`Bearer ${token}`).then(
      () => null,
      (refused) => refused.message,
    );
    expect(outcome).toBe(code);
  });
});

describe('the scope of an officer', () => {
  const actor = { subject: 's', role: 'returning_officer' as const, constituencies: ['LC1'], stations: [] };

  test('is the own constituency', () => {
    expect(() => assertScope(actor, { constituency: 'LC1' })).not.toThrow();
    expect(() => assertScope(actor, { constituency: 'LC2' })).toThrow('outside-scope');
  });

  test('of a station never reaches its constituency', () => {
    const presiding = { ...actor, role: 'presiding_officer' as const, stations: ['A'] };
    expect(() => assertScope(presiding, { constituency: 'LC1' })).toThrow('outside-scope');
    expect(() => assertScope(presiding, { constituency: 'LC1', station: 'A' })).not.toThrow();
  });
});
