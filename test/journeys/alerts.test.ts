import { spawn, spawnSync } from 'node:child_process';
import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { decrypt } from 'http_ece';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outboxFolder } from '#functions/local/platform-ports.ts';
import { must } from '#shared/result.ts';
import { aNight, nightOf } from '../support/acts-night.ts';
import { type HeardCall, startListener } from '../support/listener.ts';
import { eventually } from '../support/running-portal.ts';
import { isSound } from '../support/soundness.ts';
import { usePortal } from '../support/use-portal.ts';

/** Results are told by e-mail, web push and webhook: a portal that runs, and listeners on the other side of every wire. */

const ELECTION = 'told-night';
const here = usePortal(['--empty']);
let newsroom: Awaited<ReturnType<typeof startListener>>;
let pushService: Awaited<ReturnType<typeof startListener>>;

const pythonHere = spawnSync('python3', ['--version']).status === 0;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const challengeOf = ({ body }: HeardCall): string =>
  (JSON.parse(body.toString()) as { data: { challenge?: string } }).data.challenge ?? '';

/** A newsroom's script, as the page describes it. */
const asDescribed = (call: HeardCall) => ({ status: 200, body: challengeOf(call) });

beforeAll(async () => {
  [newsroom, pushService] = await Promise.all([
    startListener(asDescribed),
    startListener(() => ({ status: 201 })),
  ]);
  await nightOf(here.portal, ELECTION).define(aNight(ELECTION, { entry: 'single' }));
  await eventually(
    () => fetch(`${here.portal.url}/data/${ELECTION}/latest.json`),
    ({ ok }) => ok,
  );
}, 120_000);
afterAll(async () => {
  await Promise.all([newsroom.close(), pushService.close()]);
});

const ask = async (wish: Readonly<Record<string, unknown>>, language = 'en') => {
  const response = await fetch(`${here.portal.url}/api/elections/${ELECTION}/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({
      language: 'en',
      constituencies: null,
      occasions: ['interim', 'declared', 'correction'],
      ...wish,
    }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  return { status: response.status, body: (await response.json()) as any };
};

const post = (path: string, headers: Record<string, string> = {}, body = '') =>
  fetch(`${here.portal.url}/api/elections/${ELECTION}/alerts/${path}`, { method: 'POST', headers, body });

interface Letter {
  readonly to: { readonly email?: string };
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly leaveUrl?: string;
}

const lettersTo = (email: string): readonly Letter[] => {
  const outbox = outboxFolder(here.folder);
  return readdirSync(outbox)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(outbox, name), 'utf8')) as Letter)
    .filter(({ to }) => to.email === email);
};

const alertsTo = (email: string) => lettersTo(email).filter(({ kind }) => kind === 'alert');

const idIn = ({ text }: Letter, act: 'confirm' | 'leave'): string =>
  must(new RegExp(`#${act}=([0-9a-f]{32})`).exec(text)?.[1], `the letter has a link to ${act}`);

/** A browser's side of web push: its keys, and what it reads of what its push service was given. */
const aBrowser = () => {
  const own = createECDH('prime256v1');
  const p256dh = own.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  return {
    wish: (path = '/send/one') => ({
      channel: 'push',
      endpoint: `${pushService.url}${path}`,
      keys: { p256dh, auth },
    }),
    read: ({ body }: HeardCall) =>
      JSON.parse(
        decrypt(body, { version: 'aes128gcm', privateKey: own, authSecret: auth }).toString(),
      ) as Readonly<Record<string, string>>,
  };
};

const report = async (station: string, votes: Record<string, number>) => {
  const night = nightOf(here.portal, ELECTION);
  const by =
    station === 'CCS'
      ? night.ro
      : {
          role: 'presiding_officer',
          constituency: 'LC1',
          station,
          account: `${ELECTION}.LC1.${station}.po-1`,
        };
  const { status, body } = await night.call('/reports', by as typeof night.ro, {
    constituency: 'LC1',
    station,
    count: 1,
    revision: 1,
    votes,
  });
  expect(status, JSON.stringify(body)).toBe(201);
};

/** After the declaration, list 2 loses one more vote of station B. */
let corrections = 0;
const correct = async () => {
  const night = nightOf(here.portal, ELECTION);
  corrections += 1;
  const { status, body } = await night.call('/corrections', night.ro, {
    constituency: 'LC1',
    station: 'B',
    count: 1,
    revision: corrections + 1,
    reason: 'A bundle was counted twice.',
    votes: { '1': 10, '2': 9 - corrections, '3': 10 },
  });
  expect(status, JSON.stringify(body)).toBe(201);
};

const webhookCalls = () => newsroom.heard.filter(({ headers }) => headers['webhook-id'] !== undefined);

describe('alerts', () => {
  const browser = aBrowser();
  let secret = '';
  let leaver = '';

  test('an e-mail address is asked first, and told nothing before it confirmed', async () => {
    const asked = await ask({ channel: 'email', email: 'reader@example.hk' });
    expect(asked).toEqual({ status: 202, body: { state: 'asked' } });
    const [letter] = lettersTo('reader@example.hk');
    expect(letter?.subject).toContain('Please confirm · TEST Results · Night of acts');
    expect(letter?.text).toContain('all constituencies');
    const confirmed = await post(`${idIn(must(letter, 'it was written to'), 'confirm')}/confirmations`);
    expect(confirmed.status).toBe(200);
    expect(await confirmed.json()).toMatchObject({ state: 'active', channel: 'email', constituencies: null });
    expect(await ask({ channel: 'email', email: 'silent@example.hk' })).toMatchObject({ status: 202 });
  });

  test('a browser is told which key to subscribe with, and subscribes', async () => {
    const offered = await (await fetch(`${here.portal.url}/api/elections/${ELECTION}/alerts`)).json();
    expect(offered).toMatchObject({ email: true, webhook: true, push: { key: expect.any(String) } });
    const { status, body } = await ask({ ...browser.wish(), language: 'zh-Hant', constituencies: ['LC1'] });
    expect([status, body.state]).toEqual([201, 'active']);
  });

  test('an address on the web answers the call that asks it, and gets a secret', async () => {
    const { status, body } = await ask({ channel: 'webhook', url: `${newsroom.url}/alerts` });
    expect([status, body.state]).toEqual([201, 'active']);
    expect(body.secret).toMatch(/^whsec_/);
    secret = body.secret;
    const [verification] = newsroom.heard;
    expect(JSON.parse(verification?.body.toString() ?? '')).toMatchObject({ type: 'webhook.verification' });
  });

  test('whoever leaves with one click is told nothing', async () => {
    await ask({ channel: 'email', email: 'leaver@example.hk' });
    leaver = idIn(must(lettersTo('leaver@example.hk')[0], 'it was written to'), 'confirm');
    expect((await post(`${leaver}/confirmations`)).status).toBe(200);
    const oneClick = await post(
      `${leaver}/leave`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      'List-Unsubscribe=One-Click',
    );
    expect([oneClick.status, await oneClick.json()]).toEqual([200, { state: 'ended' }]);
    expect((await post(`${leaver}/leave`)).status).toBe(200);
    expect((await post(`${leaver}/confirmations`)).status).toBe(410);
  });

  test('the interim result is told on every way, once, and with a signature', async () => {
    await report('A', { '1': 50, '2': 30, '3': 20 });
    await report('B', { '1': 10, '2': 9, '3': 10 });
    await report('CCS', { '1': 1, '2': 0, '3': 0 });
    await eventually(
      async () => webhookCalls(),
      (calls) => calls.length === 1,
    );
    const [call] = webhookCalls();
    const body = must(call, 'it was called').body.toString();
    expect(new Webhook(secret).verify(body, must(call, 'it was called').headers)).toMatchObject({
      type: 'result.interim',
      data: {
        election: ELECTION,
        test: true,
        constituency: 'LC1',
        what: 'interim',
        url: `${here.portal.url}/en/${ELECTION}/constituencies/LC1/`,
      },
    });
    expect(() => new Webhook(secret).verify(body.replace('LC1', 'LC2'), call?.headers ?? {})).toThrow();
    await eventually(
      async () => pushService.heard,
      (heard) => heard.length === 1,
    );
    const pushed = must(pushService.heard[0], 'the push service was called');
    expect(browser.read(pushed)).toMatchObject({
      title: '報告齊備，尚未宣布：海港',
      lang: 'zh-Hant',
      url: `/zh-hant/${ELECTION}/constituencies/LC1/`,
    });
    expect(Number(pushed.headers['ttl'])).toBeGreaterThan(3600);
    await eventually(
      async () => alertsTo('reader@example.hk'),
      (letters) => letters.length === 1,
    );
    const letter = must(alertsTo('reader@example.hk')[0], 'it was written to');
    expect(letter.subject).toBe('All reports in, not declared: Harbour · TEST Results · Night of acts');
    expect(letter.text).toContain('1 List 1, 61');
    expect(letter.leaveUrl).toBe(
      `${here.portal.url}/api/elections/${ELECTION}/alerts/${idIn(letter, 'leave')}/leave`,
    );
  });

  test('push services know the portal by its key (RFC 8292)', async () => {
    const { authorization = '' } = must(pushService.heard[0], 'the push service was called').headers;
    const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
    const point = Buffer.from(key, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const [head = '', claims = '', signature = ''] = token.split('.');
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(isSigned).toBe(true);
    const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      aud: string;
      exp: number;
    };
    expect(aud).toBe(pushService.url);
    expect(exp - Date.now() / 1000).toBeLessThanOrEqual(86_400);
  });

  test('a newsroom that is down for a while hears of everything afterwards, in order', async () => {
    newsroom.answers(() => ({ status: 503 }));
    const night = nightOf(here.portal, ELECTION);
    const { status, body } = await night.call('/declarations', night.ro, {
      constituency: 'LC1',
      outcome: 'elected',
      elected: ['1a', '2a'],
    });
    expect(status, JSON.stringify(body)).toBe(201);
    await eventually(
      async () => webhookCalls(),
      (calls) => calls.length === 2,
    );
    await eventually(
      async () => alertsTo('reader@example.hk'),
      (letters) => letters.length === 2,
    );
    expect(alertsTo('silent@example.hk')).toEqual([]);
    expect(alertsTo('leaver@example.hk')).toEqual([]);
  });

  test('what is wrong with a wish is said with its field, value and remedy, in the reader’s language', async () => {
    const bad = await ask({ channel: 'email', email: 'no address' }, 'zh-HK');
    expect(bad.status).toBe(422);
    expect(bad.body.errors[0]).toMatchObject({ code: 'not-an-email', path: '$.email', value: 'no address' });
    expect(bad.body.detail).toBe('請填寫電郵地址，例如 name@example.hk。');
    const unknown = await ask({ channel: 'email', email: 'a@example.hk', constituencies: ['LC9'] });
    expect(unknown.body.errors[0]).toMatchObject({
      code: 'unknown-constituency',
      path: '$.constituencies[0]',
    });
    const silent = await ask({ channel: 'webhook', url: 'http://127.0.0.1:1/' });
    expect(silent.body.errors[0]).toMatchObject({ code: 'webhook-silent' });
    const refusing = await ask({ channel: 'webhook', url: `${newsroom.url}/other` });
    expect(refusing.body.errors[0]).toMatchObject({
      code: 'webhook-not-confirmed',
      figures: { status: 503 },
    });
    const pushed = await ask({ ...browser.wish(), endpoint: 'https://example.com/push' });
    expect(pushed.body.errors[0]).toMatchObject({ code: 'push-service-unknown' });
    const nowhere = await fetch(`${here.portal.url}/api/elections/nowhere/alerts`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(nowhere.status).toBe(422);
  });

  test('nobody’s mailbox is filled by somebody else', async () => {
    const answers = [];
    for (let time = 0; time < 6; time += 1)
      answers.push((await ask({ channel: 'email', email: 'Victim@example.hk' })).status);
    expect(answers).toEqual([202, 202, 202, 202, 202, 429]);
    expect(lettersTo('Victim@example.hk')).toHaveLength(5);
    expect((await ask({ channel: 'email', email: 'victim+more@example.hk' })).status).toBe(429);
    expect((await ask({ channel: 'email', email: 'other@example.hk' })).status).toBe(202);
  });

  const alertsPage = (language = 'en') => `${here.portal.url}/${language}/${ELECTION}/alerts/`;

  test('a reader asks on the page in Chinese, confirms by the letter, and leaves by the next one', async () => {
    newsroom.answers(asDescribed);
    const page = await here.browser.newPage();
    await page.goto(`${alertsPage('zh-hant')}?constituency=LC1`);
    await page.getByRole('button', { name: '要求提示' }).click();
    await page.getByRole('alert').getByText('請填寫地址。').waitFor();
    expect(await page.locator(':focus').getAttribute('name')).toBe('email');
    await page.getByLabel('電郵地址').fill('nobody@@example.hk');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('請填寫電郵地址，例如').waitFor();
    await page.getByLabel('中期結果').uncheck();
    await page.getByLabel('電郵地址').fill('chan@example.hk');
    await page.keyboard.press('Enter');
    await page.getByText('請查看郵箱').waitFor();
    await isSound(page, 'asked');
    const letter = must(lettersTo('chan@example.hk')[0], 'it was written to');
    expect(letter.text).toContain('· 海港\n· 最終結果：結果已宣布\n· 已公布數字的更正');
    await page.goto(must(/http\S+#confirm=\w+/.exec(letter.text)?.[0], 'the letter has a link'));
    await page.getByRole('button', { name: '是，請寄給我' }).click();
    await page.getByText('已確認。').waitFor();
    expect(page.url()).toBe(alertsPage('zh-hant'));
    await correct();
    await eventually(
      async () => alertsTo('chan@example.hk'),
      (letters) => letters.length === 1,
    );
    const told = must(alertsTo('chan@example.hk')[0], 'it was written to');
    expect(told.subject).toContain('更正：海港，B · 測試選舉 選舉結果');
    expect(told.text).toContain('得票，2：9更正為8');
    await page.goto(must(/http\S+#leave=\w+/.exec(told.text)?.[0], 'the letter has a link'));
    await page.getByText('已停止。').waitFor();
    expect((await post(`${idIn(told, 'leave')}/confirmations`)).status).toBe(410);
    await page.close();
  });

  test('a device is told: its worker shows what its push service was given, and leads to the page', async () => {
    const context = await here.browser.newContext();
    await context.grantPermissions(['notifications'], { origin: here.portal.url });
    const page = await context.newPage();
    const device = aBrowser();
    // No push service of a browser is reached from here: its answer stands in, everything else is the browser's own.
    await page.addInitScript((wish) => {
      PushManager.prototype.subscribe = async () =>
        ({ toJSON: () => ({ endpoint: wish.endpoint, keys: wish.keys }) }) as unknown as PushSubscription;
    }, device.wish('/send/device'));
    const devtools = await context.newCDPSession(page);
    const registrations: string[] = [];
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: all }) => {
      for (const { registrationId, scopeURL } of all)
        if (scopeURL.endsWith('/alerts/')) registrations.push(registrationId);
    });
    await devtools.send('ServiceWorker.enable');
    await page.goto(alertsPage());
    await page.getByLabel('On this device').check();
    await page.getByRole('button', { name: 'Ask for alerts' }).click();
    await page.getByText('This device will be told.').waitFor();
    await correct();
    const toDevice = () => pushService.heard.filter(({ path }) => path === '/send/device');
    await eventually(
      async () => toDevice(),
      (heard) => heard.length === 1,
    );
    const told = device.read(must(toDevice()[0], 'the push service was called'));
    // A browser without a window system has no notifications: the worker is asked what it would show.
    const [worker] = context.serviceWorkers();
    await worker?.evaluate(() => {
      const registration = ServiceWorkerRegistration.prototype;
      registration.showNotification = async (title, options) =>
        void Object.assign(self, { shown: { title, ...options } });
    });
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: here.portal.url,
      registrationId: must(registrations[0], 'the worker is registered'),
      data: JSON.stringify(told),
    });
    const shown = () => worker?.evaluate(() => (self as unknown as { shown?: unknown }).shown);
    await eventually(
      async () => shown(),
      (notification) => notification !== undefined,
    );
    expect(await shown()).toMatchObject({
      title: 'Corrected: Harbour, B',
      lang: 'en',
      tag: `${ELECTION}/LC1`,
      data: { url: `/en/${ELECTION}/constituencies/LC1/` },
    });
    await page.getByRole('button', { name: 'Stop on this device' }).click();
    await page.getByText('Ended.').waitFor();
    expect(await page.getByText('This device is told').isVisible()).toBe(false);
    await context.close();
  });

  test.skipIf(!pythonHere)(
    'the script on the page answers the first call, and hears only what is signed',
    async () => {
      const page = await here.browser.newPage();
      await page.goto(alertsPage());
      const script = await page.locator('[data-command=Python] code').innerText();
      await page.close();
      const port = await freePort();
      const url = `http://127.0.0.1:${port}/`;
      const start = (secret: string) => {
        const child = spawn('python3', ['-c', script], {
          env: { PATH: process.env['PATH'], PORT: String(port), SECRET: secret },
        });
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString();
        });
        return { said: () => said, stop: () => child.kill() };
      };
      const listens = () => eventually(async () => (await fetch(url).catch(() => null)) !== null, Boolean);
      const first = start('');
      await listens();
      const { body } = await ask({ channel: 'webhook', url });
      first.stop();
      await eventually(async () => (await fetch(url).catch(() => null)) === null, Boolean);
      const second = start(body.secret);
      await listens();
      await correct();
      await eventually(
        async () => second.said(),
        (said) => said.includes('\n'),
      );
      expect(second.said()).toBe(
        `TEST result.correction LC1 Corrected: Harbour, B ${here.portal.url}/en/${ELECTION}/constituencies/LC1/\n`,
      );
      const forged = await fetch(url, {
        method: 'POST',
        headers: {
          'webhook-id': 'msg_1',
          'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
          'webhook-signature': 'v1,AAAA',
        },
        body: '{"type":"result.declared"}',
      });
      expect(forged.status).toBe(401);
      second.stop();
      expect((await post(`${body.id}/leave`)).status).toBe(200);
    },
  );

  test('no log, ledger or page knows who asked', async () => {
    for (const path of ['latest.json', 'results-feed.json', 'log/tile/entries/000.p/8'])
      expect(await (await fetch(`${here.portal.url}/data/${ELECTION}/${path}`)).text()).not.toMatch(
        /example\.hk/,
      );
    expect(here.portal.output()).not.toMatch(/example\.hk|[0-9a-f]{32}\/leave/);
  });
});
