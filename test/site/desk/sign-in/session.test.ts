import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { must } from '#shared/result.ts';
import { AnotherOfficer, type SessionState, signInOf } from '../../../../site/desk/sign-in/session.ts';
import { aToken, type FakeBrowser, fakeBrowser, HOME } from './fake-browser.ts';

/** Leaves for the sign-in page and comes back with a code, as the browser would: another page, the same tab. */
const signedIn = async (browserOf?: (browser: FakeBrowser) => void) => {
  const before = fakeBrowser(`${HOME}#/legco-2016/LC1`);
  await signInOf(before.around).signIn();
  const asked = new URL(must(before.left[0], 'left for the sign-in page'));
  const state = must(asked.searchParams.get('state'), 'a state');
  const browser = fakeBrowser(`${HOME}?code=the-code&state=${state}`, before.memory);
  browserOf?.(browser);
  const signIn = signInOf(browser.around);
  await signIn.arrived;
  return { browser, signIn, asked };
};

const kindOf = (state: SessionState) => state.kind;

describe('signing in by redirection', () => {
  test('asks with a challenge, and proves itself with its verifier alone', async () => {
    const { browser, asked } = await signedIn();
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'desk',
      redirect_uri: HOME,
      code_challenge_method: 'S256',
      scope: 'open-returns/read',
      ui_locales: 'en',
    });
    const exchanged = new URLSearchParams(
      must(
        browser.sent.find(({ url }) => url.endsWith('/token')),
        'an exchange',
      ).body,
    );
    const verifier = must(exchanged.get('code_verifier'), 'a verifier');
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(
      asked.searchParams.get('code_challenge'),
    );
    expect(asked.href).not.toContain(verifier);
  });

  test('comes back to where it left, with nothing in the address and no token in any storage', async () => {
    const { browser, signIn } = await signedIn();
    expect(browser.address()).toBe(`${HOME}#/legco-2016/LC1`);
    expect([...browser.memory]).toEqual([]);
    expect(signIn.state.get()).toMatchObject({
      kind: 'signed-in',
      session: {
        account: 'ro-1',
        name: 'Chan Tai Man 陳大文',
        role: 'returning_officer',
        constituencies: ['LC1', 'LC2'],
        stations: [],
        endsAt: '2027-01-15T08:00:00.000Z',
        expiresAt: 900_000,
        ending: false,
      },
    });
  });

  test('takes no code of another state, nor the same one when the page is loaded again', async () => {
    const browser = fakeBrowser(`${HOME}?code=stolen&state=unknown`);
    const signIn = signInOf(browser.around);
    await signIn.arrived;
    expect(browser.address()).toBe(HOME);
    expect(browser.sent).toEqual([]);
    expect(signIn.state.get()).toEqual({ kind: 'signed-out' });
  });

  test('stays signed out where the service refuses, or is away', async () => {
    const refused = await signedIn((browser) =>
      browser.answerToken(() => new Response('{}', { status: 400 })),
    );
    expect(kindOf(refused.signIn.state.get())).toBe('signed-out');
    const before = fakeBrowser();
    await signInOf(before.around).signIn({ prompt: 'none' });
    const asked = new URL(must(before.left[0], 'left'));
    expect(asked.searchParams.get('prompt')).toBe('none');
    const state = asked.searchParams.get('state');
    const back = fakeBrowser(`${HOME}?error=login_required&state=${state}`, before.memory);
    const signIn = signInOf(back.around);
    await signIn.arrived;
    expect([back.address(), kindOf(signIn.state.get())]).toEqual([HOME, 'signed-out']);
  });
});

describe('a session renewed without anybody', () => {
  const renewal = async (claims: Readonly<Record<string, unknown>> = {}) => {
    const { browser, signIn } = await signedIn();
    let told = 0;
    const left = await signIn.renew('ro-1', () => {
      told += 1;
    });
    const asked = new URL(must(browser.left.at(-1), 'left for the sign-in page'));
    const state = asked.searchParams.get('state');
    const back = fakeBrowser(`${HOME}?code=another-code&state=${state}`, browser.memory);
    back.answerToken(() => Response.json({ access_token: aToken(claims), expires_in: 900 }));
    const after = signInOf(back.around);
    await after.arrived;
    return { browser, asked, left, told, back, after };
  };

  test('goes to the sign-in page and back to its screen, and asks nobody', async () => {
    const { asked, left, told, back, after } = await renewal();
    expect([asked.searchParams.get('prompt'), left, told]).toEqual(['none', true, 1]);
    expect([back.address(), kindOf(after.state.get())]).toEqual([`${HOME}#/legco-2016/LC1`, 'signed-in']);
    expect([...back.memory]).toEqual([]);
  });

  test('tries the way first, without cookies and with a secret of its own', async () => {
    const { browser, asked } = await renewal();
    const tried = new URL(
      must(
        browser.sent.findLast(({ url }) => url.includes('/authorize')),
        'a try',
      ).url,
    );
    expect(tried.searchParams.get('prompt')).toBe('none');
    for (const secret of ['state', 'code_challenge'])
      expect(tried.searchParams.get(secret)).not.toBe(asked.searchParams.get(secret));
  });

  test('takes nobody else’s token', async () => {
    const { after } = await renewal({ username: 'ro-2' });
    expect(after.state.get()).toEqual({ kind: 'signed-out' });
  });

  test('stays where the sign-in page cannot be reached', async () => {
    const { browser, signIn } = await signedIn();
    browser.loseNetwork();
    expect(await signIn.renew('ro-1', () => undefined)).toBe(false);
    expect(browser.left).toEqual([]);
  });

  test('stays where the account was signed out everywhere', async () => {
    const { browser, signIn } = await signedIn();
    browser.answerApi(() => Response.json({ errors: [{ code: 'signed-out' }] }, { status: 401 }));
    await signIn.fetchApi('/api/x');
    expect(await signIn.renew('ro-1', () => undefined)).toBe(false);
    expect(browser.left).toEqual([]);
  });
});

describe('a session', () => {
  test('warns two minutes before its end, and ends', async () => {
    const { browser, signIn } = await signedIn();
    const seen: unknown[] = [];
    signIn.state.subscribe((state) => seen.push([state.kind, 'session' in state && state.session.ending]));
    browser.pass(779_999);
    expect(seen).toEqual([]);
    browser.pass(1);
    expect(seen).toEqual([['signed-in', true]]);
    browser.pass(120_000);
    expect(seen).toEqual([
      ['signed-in', true],
      ['ended', false],
    ]);
  });

  test('does not mind the clock of the device', async () => {
    const { browser, signIn } = await signedIn();
    vi.useFakeTimers({ now: Date.parse('1999-01-01'), toFake: ['Date'] });
    browser.pass(60_000);
    expect(kindOf(signIn.state.get())).toBe('signed-in');
    vi.useRealTimers();
  });

  test('that ended while the tab slept sends its token nowhere', async () => {
    const { browser, signIn } = await signedIn();
    browser.sleep(900_000);
    browser.answerApi(() => new Response('{}', { status: 401 }));
    const response = await signIn.fetchApi('/api/x');
    expect([response.status, browser.sent.at(-1)?.authorization, kindOf(signIn.state.get())]).toEqual([
      401,
      null,
      'ended',
    ]);
  });
});

describe('a request to the API', () => {
  test('carries the token, and what it was given', async () => {
    const { browser, signIn } = await signedIn();
    await signIn.fetchApi('/api/x', { method: 'POST', body: '{}', headers: { 'accept-language': 'en' } });
    expect(browser.sent.at(-1)).toEqual({
      url: '/api/x',
      method: 'POST',
      body: '{}',
      authorization: `Bearer ${aToken()}`,
    });
  });

  test('that is answered with 401 ends the session, and gives the answer', async () => {
    const { browser, signIn } = await signedIn();
    browser.answerApi(() => new Response('{}', { status: 401 }));
    expect((await signIn.fetchApi('/api/x')).status).toBe(401);
    expect(signIn.state.get()).toMatchObject({ kind: 'ended', session: { account: 'ro-1' } });
  });

  test('that was refused because of a sign-out everywhere makes the next sign-in ask anew', async () => {
    const { browser, signIn } = await signedIn();
    const promptOf = async () => {
      await signIn.signIn();
      return new URL(browser.left.at(-1) ?? '').searchParams.get('prompt');
    };
    expect(await promptOf()).toBeNull();
    browser.answerApi(() => Response.json({ errors: [{ code: 'signed-out' }] }, { status: 401 }));
    const response = await signIn.fetchApi('/api/x');
    expect(await response.json()).toEqual({ errors: [{ code: 'signed-out' }] });
    expect(await promptOf()).toBe('login');
  });

  const waiting = async () => {
    const { browser, signIn } = await signedIn();
    browser.answerApi(({ authorization }) =>
      authorization?.includes('second') ? Response.json({ sent: true }) : new Response('{}', { status: 401 }),
    );
    const answer = signIn.fetchApi('/api/x', { method: 'POST', body: '{"typed":1}' }, 'wait');
    answer.catch(() => undefined);
    await vi.waitFor(() => expect(kindOf(signIn.state.get())).toBe('ended'));
    return { browser, signIn, answer };
  };
  const over = async (
    { browser, signIn }: Pick<Awaited<ReturnType<typeof waiting>>, 'browser' | 'signIn'>,
    claims: Readonly<Record<string, unknown>>,
  ): Promise<boolean> => {
    browser.answerToken(() => Response.json({ access_token: `${aToken(claims)}second`, expires_in: 900 }));
    const done = signIn.signInOver();
    await vi.waitFor(() => expect(browser.opened.at(-1)?.address).toContain('state=over-'));
    const state = new URL(must(browser.opened.at(-1), 'a window').address).searchParams.get('state');
    browser.say({ state, code: 'second-code', error: null });
    return done;
  };

  test('may wait for the same officer to sign in again, and is then sent with all that was typed', async () => {
    const held = await waiting();
    expect(await over(held, {})).toBe(true);
    expect(await (await held.answer).json()).toEqual({ sent: true });
    const [first, second] = held.browser.sent.filter(({ url }) => url === '/api/x');
    expect(second?.body).toBe(first?.body);
  });

  test('is not sent as another officer’s', async () => {
    const held = await waiting();
    await over(held, { username: 'ro-2' });
    await expect(held.answer).rejects.toThrow(AnotherOfficer);
    expect(held.browser.sent.filter(({ url }) => url === '/api/x')).toHaveLength(1);
  });
});

describe('signing in over a page', () => {
  test('is not possible where windows are forbidden', async () => {
    const { browser, signIn } = await signedIn();
    browser.forbidWindows();
    expect(await signIn.signInOver()).toBe(false);
  });

  test('ends without a change when the window is closed', async () => {
    const { browser, signIn } = await signedIn();
    const done = signIn.signInOver();
    await vi.waitFor(() => expect(browser.opened[0]?.address).not.toBe(''));
    browser.say({ state: 'over-other', code: 'not-ours', error: null });
    browser.say('noise');
    must(browser.opened[0], 'a window').closed = true;
    browser.pass(10_500);
    expect(await done).toBe(false);
    expect(kindOf(signIn.state.get())).toBe('signed-in');
  });

  test('is false when the service says no', async () => {
    const { browser, signIn } = await signedIn();
    const done = signIn.signInOver({ prompt: 'none' });
    await vi.waitFor(() => expect(browser.opened[0]?.address).not.toBe(''));
    const state = new URL(must(browser.opened[0], 'a window').address).searchParams.get('state');
    browser.say({ state, code: null, error: 'login_required' });
    expect([await done, browser.opened[0]?.closed]).toEqual([false, true]);
  });

  test('hands its code to the page that asked, and closes; it signs nobody in itself', async () => {
    const small = fakeBrowser(`${HOME}?code=c&state=over-s`);
    const signIn = signInOf(small.around);
    await signIn.arrived;
    expect(small.address()).toBe(HOME);
    expect(small.isClosed()).toBe(false);
    small.say('taken over-other');
    expect(small.isClosed()).toBe(false);
    small.say('taken over-s');
    expect(small.isClosed()).toBe(true);
    expect(kindOf(signIn.state.get())).toBe('signed-out');
  });
});

describe('signing out', () => {
  test('forgets the token, revokes it, and leaves for the end of the service’s session', async () => {
    const { browser, signIn } = await signedIn();
    await signIn.signOut();
    expect(kindOf(signIn.state.get())).toBe('signed-out');
    const revoked = must(
      browser.sent.find(({ url }) => url.endsWith('/revoke')),
      'a revocation',
    );
    expect(new URLSearchParams(revoked.body).get('token')).toBe(aToken());
    const leave = new URL(must(browser.left[0], 'left'));
    expect([leave.pathname, leave.searchParams.get('logout_uri')]).toEqual(['/logout', HOME]);
  });

  test('everywhere tells the API first, once', async () => {
    const { browser, signIn } = await signedIn();
    await signIn.signOutEverywhere();
    const told = browser.sent.filter(({ url }) => url === '/api/accounts/ro-1/sign-outs');
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0]?.body ?? '')).toEqual({ request: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(browser.left).toHaveLength(1);
  });

  test('everywhere that fails leaves the session as it is, so that it can be tried again', async () => {
    const { browser, signIn } = await signedIn();
    browser.answerApi(() => new Response('{}', { status: 500 }));
    await expect(signIn.signOutEverywhere()).rejects.toThrow('500');
    expect(kindOf(signIn.state.get())).toBe('signed-in');
  });
});
