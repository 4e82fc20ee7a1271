import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scopeName } from '#shared/desk/scopes.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { anAccount } from '../../../support/accounts.ts';
import { CHALLENGE, type Issuer, startIssuer } from './issuer.ts';

let issuer: Issuer;
beforeEach(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer.close());

const RO = 'legco-2016.LC1.ro-1';
const signedIn = async (id = RO, changes = {}) => {
  const chosen = await issuer.choose(id, changes);
  const { status, text } = await issuer.exchange(issuer.codeOf(chosen));
  return { chosen, status, answer: JSON.parse(text) as Record<string, string> };
};

describe('signing in locally', () => {
  test('ends in a token that the API reads as the account that was chosen', async () => {
    const { chosen, status, answer } = await signedIn();
    expect(chosen.status).toBe(302);
    expect(chosen.location?.href.startsWith(`${issuer.desk}?code=`)).toBe(true);
    expect(chosen.location?.searchParams.get('state')).toBe('a-state');
    expect(chosen.cookie).toMatch(/Max-Age=3600; HttpOnly; SameSite=Lax$/);
    expect([status, answer['token_type'], answer['expires_in']]).toEqual([200, 'Bearer', 900]);
    expect(await issuer.actorOf(answer['access_token'] ?? '')).toMatchObject({
      subject: RO,
      role: 'returning_officer',
      elections: ['legco-2016'],
      constituencies: ['LC1'],
      stations: [],
      scopes: expect.arrayContaining(['open-returns/decide']),
    });
    expect(answer['refresh_token']).toBeUndefined();
  });

  test('makes a token shaped like a user pool’s', async () => {
    const { answer } = await signedIn('legco-2016.LC1.A.po-1');
    const claims = JSON.parse(
      Buffer.from(answer['access_token']?.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(claims).toMatchObject({
      sub: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      username: 'legco-2016.LC1.A.po-1',
      'cognito:groups': ['presiding_officer'],
      token_use: 'access',
      client_id: 'open-returns-local',
      origin_jti: expect.any(String),
      jti: expect.any(String),
      constituency: 'LC1',
      station: 'A',
      election: 'legco-2016',
    });
    expect(claims.exp - claims.iat).toBe(900);
    const again = await signedIn('legco-2016.LC1.A.po-1');
    const second = JSON.parse(
      Buffer.from(again.answer['access_token']?.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(second.sub).toBe(claims.sub);
    expect(second.jti).not.toBe(claims.jti);
  });

  test('gives no scope that was not asked for, and none that the role lacks', async () => {
    const scope = [scopeName('read'), scopeName('account')].join(' ');
    const { answer } = await signedIn(RO, { scope });
    expect(answer['scope']).toBe(scopeName('read'));
  });
});

describe('a request that is not in order', () => {
  test.each([
    [{ client_id: 'another' }, 'not known here'],
    [{ redirect_uri: 'https://evil.example/en/desk/' }, 'no page of the desk'],
    [{ redirect_uri: '/en/desk/' }, 'no page of the desk'],
    [{ redirect_uri: 'javascript:alert(1)' }, 'no page of the desk'],
  ])('%j is told on a page, and sent nowhere', async (changes, sentence) => {
    const { status, location, text } = await issuer.page(changes);
    expect([status, location]).toEqual([400, null]);
    expect(text).toContain(sentence);
  });

  test.each(['/en/legco-2012/', '/en/desk/x', '/en/desk', '/en/desk/?a=1', '/en/desk/#x', '//evil/en/desk/'])(
    'does not come back to %s',
    async (path) => {
      expect((await issuer.page({ redirect_uri: `${issuer.origin}${path}` })).status).toBe(400);
    },
  );

  test.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge: '' }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ state: '' }, 'invalid_request'],
  ])('%j goes back as an error, without a code', async (changes, error) => {
    const { status, location } = await issuer.page(changes);
    expect([status, location?.searchParams.get('error'), location?.searchParams.get('code')]).toEqual([
      302,
      error,
      null,
    ]);
  });

  test('from another website’s form is refused', async () => {
    const sent = await issuer.choose(RO, {}, '', { 'sec-fetch-site': 'cross-site' });
    expect([sent.status, sent.location, sent.cookie]).toEqual([403, null, '']);
  });

  test('larger than any form is not read', async () => {
    const sent = await issuer.choose('x'.repeat(20_000));
    expect(sent.status).toBe(413);
  });

  test('for an account that nobody has, or that is closed, is told so beside the list', async () => {
    const nobody = await issuer.choose('nobody');
    expect([nobody.status, nobody.text.includes('Nobody here has this account')]).toEqual([403, true]);
    await issuer.put(anAccount({ id: 'gone', active: false, elections: [] }));
    const closed = await issuer.choose('gone');
    expect([closed.status, closed.text.includes('This account is closed')]).toEqual([403, true]);
    expect((await issuer.page()).text).not.toContain('value="gone"');
  });
});

describe('a code', () => {
  const fresh = async () => issuer.codeOf(await issuer.choose(RO));

  test('is good once; who brings it a second time ends the session', async () => {
    const chosen = await issuer.choose(RO);
    const code = issuer.codeOf(chosen);
    expect((await issuer.exchange(code)).status).toBe(200);
    const again = await issuer.exchange(code);
    expect([again.status, again.text]).toEqual([400, '{"error":"invalid_grant"}']);
    const silent = await issuer.page({ prompt: 'none' }, chosen.cookie);
    expect(silent.location?.searchParams.get('error')).toBe('login_required');
  });

  test('is good for sixty seconds', async () => {
    const code = await fresh();
    issuer.later(60_001);
    expect((await issuer.exchange(code)).status).toBe(400);
  });

  test.each([
    [{ code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
    [{ code_verifier: CHALLENGE }, 'invalid_grant'],
    [{ redirect_uri: 'http://127.0.0.1:1/en/desk/' }, 'invalid_grant'],
    [{ client_id: 'another' }, 'invalid_client'],
    [{ grant_type: 'refresh_token' }, 'unsupported_grant_type'],
    [{ code: 'made-up' }, 'invalid_grant'],
  ])('with %j gives no token, and is used up', async (changes, error) => {
    const code = await fresh();
    const refused = await issuer.exchange(code, changes);
    expect([refused.status, refused.text]).toEqual([400, JSON.stringify({ error })]);
  });

  test('gives no token once the account is closed or signed out', async () => {
    const code = await fresh();
    await issuer.signOut(RO);
    expect((await issuer.exchange(code)).status).toBe(400);
  });
});

describe('the session of a browser', () => {
  test('lets the same person go on silently for an hour, at the time when they signed in', async () => {
    const { cookie } = await issuer.choose(RO);
    issuer.later(59 * 60_000);
    const silent = await issuer.page({ prompt: 'none' }, cookie);
    const { status, text } = await issuer.exchange(issuer.codeOf(silent));
    expect(status).toBe(200);
    const { signedInAt } = await issuer.actorOf(JSON.parse(text).access_token);
    expect(Date.now() - signedInAt).toBeLessThan(60_000);
    issuer.later(2 * 60_000);
    const over = await issuer.page({ prompt: 'none' }, cookie);
    expect(over.location?.searchParams.get('error')).toBe('login_required');
  });

  test('offers them first with one click, unless it must ask anew', async () => {
    const { cookie } = await issuer.choose(RO);
    expect((await issuer.page({}, cookie)).text).toContain('Continue as');
    expect((await issuer.page({ prompt: 'login' }, cookie)).text).not.toContain('Continue as');
    const same = await issuer.choose(RO, {}, cookie);
    expect(same.cookie.split(';')[0]).toBe(cookie.split(';')[0]);
    const other = await issuer.choose('chief-1', {}, cookie);
    expect(other.cookie.split(';')[0]).not.toBe(cookie.split(';')[0]);
  });

  test('is nobody’s without a cookie of ours', async () => {
    const silent = await issuer.page({ prompt: 'none' }, 'open-returns-sign-in=made-up');
    expect(silent.location?.searchParams.get('error')).toBe('login_required');
    expect(silent.location?.searchParams.get('state')).toBe('a-state');
  });

  test('ends with signing out, which goes back to the desk and nowhere else', async () => {
    const { cookie } = await issuer.choose(RO);
    const header = { headers: { cookie: cookie.split(';')[0] ?? '' } };
    const out = await issuer.ask(`/logout?logout_uri=${encodeURIComponent(issuer.desk)}`, header);
    expect([out.status, out.location?.href]).toEqual([302, issuer.desk]);
    expect(out.cookie).toContain('Max-Age=0');
    expect((await issuer.page({ prompt: 'none' }, cookie)).location?.searchParams.get('error')).toBe(
      'login_required',
    );
    expect((await issuer.ask('/logout?logout_uri=https://evil.example/')).status).toBe(400);
  });

  test('ends when its token is revoked, and a token that is none changes nothing', async () => {
    const { chosen, answer } = await signedIn();
    const revoke = (token: string) =>
      issuer.ask('/oauth2/revoke', { method: 'POST', body: new URLSearchParams({ token }) });
    expect((await revoke('no.token.')).status).toBe(200);
    expect((await revoke('')).status).toBe(200);
    expect(issuer.codeOf(await issuer.page({ prompt: 'none' }, chosen.cookie))).not.toBeNull();
    await revoke(answer['access_token'] ?? '');
    expect(issuer.codeOf(await issuer.page({ prompt: 'none' }, chosen.cookie))).toBeNull();
  });

  test('ends everywhere when the account is signed out or closed', async () => {
    const { cookie } = await issuer.choose(RO);
    await issuer.directory.signOut(RO);
    expect(issuer.codeOf(await issuer.page({ prompt: 'none' }, cookie))).toBeNull();
    const second = await issuer.choose(RO);
    await issuer.signOut(RO);
    expect(issuer.codeOf(await issuer.page({ prompt: 'none' }, second.cookie))).toBeNull();
    issuer.later(2000);
    const third = await issuer.choose(RO);
    await issuer.directory.provision(anAccount({ id: RO, active: false }));
    expect(issuer.codeOf(await issuer.page({ prompt: 'none' }, third.cookie))).toBeNull();
  });
});

describe('the page', () => {
  test.each(LANGUAGES)('is whole in %s, and keeps what brought us here', async (language) => {
    for (const at of [{}, { election: 'legco-2016' }, { election: 'legco-2016', constituency: 'LC1' }]) {
      const { status, text } = await issuer.page({ ...at, ui_locales: language });
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).toContain(CHALLENGE);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });

  test('leads from the election by the constituency to the officers of a station', async () => {
    expect((await issuer.page()).text).toContain('election=legco-2016');
    expect((await issuer.page({ election: 'legco-2016' })).text).toContain('constituency=LC1');
    const place = { election: 'legco-2016', constituency: 'LC1' };
    const { text } = await issuer.page(place);
    expect(text).toContain('value="legco-2016.LC1.ro-2"');
    expect(text).toContain('value="legco-2016.LC1.A.po-2"');
    expect((await issuer.page({ ...place, q: 'zzz' })).text).toContain('No counting station fits');
    expect((await issuer.page({ election: 'legco-2016', constituency: 'none' })).text).toContain('LC1');
  });

  test('shows hostile text as text', async () => {
    const hostile = '"><script>alert(1)</script>';
    await issuer.put(anAccount({ id: 'odd', name: hostile, elections: [] }));
    const { text } = await issuer.page({ state: hostile });
    expect(text).not.toContain('<script');
    const place = { election: 'legco-2016', constituency: 'LC1', q: hostile };
    expect((await issuer.page(place)).text).not.toContain('<script');
  });

  test('has the headers of the site, is never kept, and may not be read by other websites', async () => {
    const response = await fetch(`${issuer.origin}/oauth2/authorize?${issuer.parameters()}`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('other addresses', () => {
  test('say where the sign-in is', async () => {
    const { status, text } = await issuer.ask('/sign-in.json');
    expect([status, JSON.parse(text)]).toEqual([
      200,
      expect.objectContaining({ authorize: '/oauth2/authorize', local: true }),
    ]);
    expect((await issuer.ask('/oauth2/sign-in.css')).text).toContain('.choose');
  });

  test.each([
    ['GET', '/oauth2/token', 405],
    ['POST', '/sign-in.json', 405],
    ['GET', '/oauth2/nothing', 404],
  ])('%s %s is answered with %i', async (method, path, status) => {
    expect((await issuer.ask(path, { method })).status).toBe(status);
  });

  test('stay with the site and the API', async () => {
    expect((await issuer.ask('/en/')).text).toBe('site');
    expect((await issuer.ask('/api/accounts')).text).toBe('api');
  });
});
