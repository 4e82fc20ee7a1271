import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dynamoDbSubscriptions } from '#functions/adapters/aws/dynamodb-subscriptions.ts';
import { type TellingPorts, tellAlerts } from '#functions/alerts/tell-alerts.ts';
import { alertsTable } from '#functions/local/stores/dynalite-server.ts';
import type { Delivery, Message, OutsideAnswer, Subscription, Subscriptions } from '#functions/ports.ts';
import type { AlertWish } from '#shared/alerts/wish.ts';
import { must } from '#shared/result.ts';
import { runningStores, type TestStores } from '../../contracts/running-stores.ts';

/** Telling over the real store, with outsides that answer as a test wants. */

let running: TestStores;
let subscriptions: Subscriptions;
beforeAll(async () => {
  running = await runningStores();
  subscriptions = dynamoDbSubscriptions({ client: running.dynamoDb, table: alertsTable });
});
afterAll(() => running.end());

type What = 'interim' | 'declared' | 'correction';
const item = (constituency: string, what: What, entry: number) => ({
  id: `urn:uuid:${constituency}-${what}-${entry}`,
  url: `/en/night/constituencies/${constituency}/`,
  title: `${what} ${constituency}`,
  content_text: 'First.\n\nSecond.',
  date_published: '2026-11-29T15:00:00Z',
  date_modified: '2026-11-29T15:00:00Z',
  _open_returns: { constituency, what, entry },
});

const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

let elections = 0;
let election = '';
let size = 0;
let items: ReturnType<typeof item>[] = [];
let now = 0;
let letters: Message[] = [];
let pushed: string[] = [];
let called: { readonly id: string; readonly type: string }[] = [];
let answers: {
  mail: () => 'sent' | 'refused';
  push: () => Delivery;
  hook: () => OutsideAnswer | null;
};

beforeEach(() => {
  elections += 1;
  election = `night-${elections}`;
  size = 0;
  items = [];
  now = Date.now();
  letters = [];
  pushed = [];
  called = [];
  answers = { mail: () => 'sent', push: () => 'sent', hook: () => ({ status: 204, text: '' }) };
});

const reference = (path: string) => ({ path, sha256: 'a'.repeat(64), bytes: 1 });
const published = async (path: string): Promise<Uint8Array | null> => {
  const version = { election, version: 1, asOf: '2026-11-29T15:00:00Z', status: 'counting', test: false };
  if (size === 0) return null;
  if (path.endsWith('latest.json'))
    return encoded({
      ...version,
      size,
      root: 'x',
      pollAfterMs: 1000,
      files: { 'index.json': reference('/index.json') },
    });
  if (path === '/index.json')
    return encoded({
      ...version,
      files: { 'results-feed.json': { ...reference('/feed'), type: 'application/feed+json' } },
    });
  return encoded({ title: 'Results', items: items.toReversed() });
};

const ports = (): TellingPorts => ({
  clock: { now: () => new Date(now) },
  published,
  subscriptions,
  messenger: {
    send: async (message) => {
      letters.push(message);
      return answers.mail();
    },
  },
  push: {
    push: async (_to, { text }) => {
      pushed.push(text);
      return answers.push();
    },
  },
  calls: {
    mayCall: () => true,
    post: async (_url, headers, body) => {
      called.push({ id: headers['webhook-id'] ?? '', type: JSON.parse(String(body)).type });
      return answers.hook();
    },
  },
  portal: () => 'https://returns.example.hk',
});

const ABOUT = {
  language: 'en',
  constituencies: null,
  occasions: ['interim', 'declared', 'correction'],
} as const;
const EMAIL: AlertWish = {
  channel: 'email',
  email: 'a@example.hk',
  language: 'en',
  constituencies: null,
  occasions: [...ABOUT.occasions],
};
const HOOK: AlertWish = {
  channel: 'webhook',
  url: 'https://newsroom.example/alerts',
  language: 'en',
  constituencies: null,
  occasions: [...ABOUT.occasions],
};
const PUSH: AlertWish = {
  channel: 'push',
  endpoint: 'https://fcm.googleapis.com/x',
  keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) },
  language: 'en',
  constituencies: ['LC1'],
  occasions: ['declared'],
};

const subscribe = async (id: string, wish: AlertWish, changes: Partial<Subscription> = {}) => {
  const subscription: Subscription = {
    election,
    id,
    wish,
    state: 'active',
    after: 0,
    ...(wish.channel === 'webhook' ? { secret: `whsec_${Buffer.from('secret').toString('base64')}` } : {}),
    trouble: null,
    expiresAt: new Date(now + 86_400_000 * 30).toISOString(),
    ...changes,
  };
  expect(await subscriptions.put(subscription, 0)).toBe(true);
};
const standing = async (id: string) => must(await subscriptions.find(election, id), `${id} stands`);
const grow = (...more: ReturnType<typeof item>[]): void => {
  items.push(...more);
  size = Math.max(size, ...items.map(({ _open_returns: { entry } }) => entry + 1));
};
const tell = (mayGoOn?: () => boolean) => tellAlerts(ports(), election, mayGoOn);

describe('telling alerts', () => {
  test('nothing is told where nothing is published, nothing is new, or nobody asked', async () => {
    await subscribe('a', EMAIL);
    expect(await tell()).toEqual({ told: 0, gone: 0, later: 0 });
    size = 4;
    expect(await tell()).toEqual({ told: 0, gone: 0, later: 0 });
    expect(letters).toEqual([]);
  });

  test('each is told once, by constituency and occasion, and of what came after they asked', async () => {
    await subscribe('a', EMAIL);
    await subscribe('b', PUSH);
    await subscribe('c', { ...EMAIL, email: 'c@example.hk', constituencies: ['LC2'] });
    await subscribe('d', { ...EMAIL, email: 'd@example.hk' }, { after: 9 });
    await subscribe('e', { ...EMAIL, email: 'e@example.hk' }, { state: 'asked' });
    grow(item('LC1', 'interim', 5));
    expect(await tell()).toEqual({ told: 1, gone: 0, later: 0 });
    grow(item('LC1', 'declared', 8));
    expect(await tell()).toEqual({ told: 2, gone: 0, later: 0 });
    expect(await tell()).toEqual({ told: 0, gone: 0, later: 0 });
    expect(letters.map(({ subject }) => subject)).toEqual([
      'interim LC1 · Results',
      'declared LC1 · Results',
    ]);
    expect(pushed.map((text) => JSON.parse(text).title)).toEqual(['declared LC1']);
  });

  test('who was told nothing for a while gets one letter, without what is overtaken', async () => {
    await subscribe('a', EMAIL);
    grow(item('LC1', 'interim', 5), item('LC2', 'interim', 6), item('LC1', 'declared', 7));
    await tell();
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toBe('declared LC1 (and 1 more) · Results');
    expect(letters[0]?.text).not.toContain('interim LC1');
    expect(letters[0]?.leaveUrl).toBe(`https://returns.example.hk/api/elections/${election}/alerts/a/leave`);
  });

  test('an address that fails is called again later and later, goes on where it stopped, and is given up', async () => {
    await subscribe('w', HOOK);
    grow(item('LC1', 'interim', 5), item('LC2', 'interim', 6));
    answers.hook = () => (called.length === 2 ? null : { status: 200, text: '' });
    expect(await tell()).toEqual({ told: 0, gone: 0, later: 1 });
    expect(await standing('w')).toMatchObject({ after: 6, trouble: { tries: 1 } });
    // Too early: nobody is called.
    expect(await tell()).toEqual({ told: 0, gone: 0, later: 1 });
    expect(called).toHaveLength(2);
    now += 61_000;
    answers.hook = () => ({ status: 500, text: '' });
    await tell();
    expect(await standing('w')).toMatchObject({ trouble: { tries: 2 } });
    now += 61_000;
    await tell();
    expect(called).toHaveLength(3);
    now += 60_000;
    answers.hook = () => ({ status: 200, text: '' });
    expect(await tell()).toEqual({ told: 1, gone: 0, later: 0 });
    expect(called.map(({ id }) => id)).toEqual(['msg_LC1-interim-5', ...Array(3).fill('msg_LC2-interim-6')]);
    expect(await standing('w')).toMatchObject({ after: 7, trouble: null });
    answers.hook = () => ({ status: 500, text: '' });
    grow(item('LC3', 'interim', 9));
    await tell();
    now += 86_400_000 * 4;
    expect(await tell()).toEqual({ told: 0, gone: 1, later: 0 });
    expect(await subscriptions.find(election, 'w')).toBeNull();
  });

  test('whoever is gone for good is forgotten, and so is whose time is over', async () => {
    await subscribe('a', EMAIL);
    await subscribe('b', PUSH);
    await subscribe('w', HOOK);
    await subscribe(
      'x',
      { ...EMAIL, email: 'x@example.hk' },
      { expiresAt: new Date(now - 1000).toISOString() },
    );
    answers = { mail: () => 'refused', push: () => 'gone', hook: () => ({ status: 410, text: '' }) };
    grow(item('LC1', 'declared', 5));
    expect(await tell()).toEqual({ told: 0, gone: 3, later: 0 });
    const left: string[] = [];
    for await (const page of subscriptions.list(election)) left.push(...page.map(({ id }) => id));
    expect(left).toEqual([]);
  });

  test('a carrier that is out of order keeps nobody else from being told', async () => {
    await subscribe('a', EMAIL);
    await subscribe('w', HOOK);
    answers.mail = () => {
      throw new Error('out of order');
    };
    grow(item('LC1', 'declared', 5));
    expect(await tell()).toEqual({ told: 1, gone: 0, later: 1 });
    expect(await standing('a')).toMatchObject({ after: 0, trouble: { tries: 1 } });
  });

  test('a round whose time is over leaves the rest to the next one', async () => {
    await subscribe('a', EMAIL);
    await subscribe('w', HOOK);
    grow(item('LC1', 'declared', 5));
    expect(await tell(() => false)).toEqual({ told: 0, gone: 0, later: 2 });
    expect(await tell()).toEqual({ told: 2, gone: 0, later: 0 });
  });

  test('whoever leaves while they are told stays away', async () => {
    await subscribe('a', EMAIL);
    grow(item('LC1', 'declared', 5));
    const leaving: TellingPorts = {
      ...ports(),
      messenger: {
        send: async () => {
          await subscriptions.remove(election, 'a');
          return 'sent';
        },
      },
    };
    await tellAlerts(leaving, election);
    expect(await subscriptions.find(election, 'a')).toBeNull();
  });
});
