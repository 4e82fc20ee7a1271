import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoDbSubscriptions } from '#functions/adapters/aws/dynamodb-subscriptions.ts';
import { alertsTable } from '#functions/local/stores/dynalite-server.ts';
import type { KeptSubscription, Subscription, Subscriptions } from '#functions/ports.ts';
import { must } from '#shared/result.ts';
import { runningStores, type TestStores } from './running-stores.ts';

const ELECTION = 'legco-2012';
let running: TestStores;
let subscriptions: Subscriptions;
beforeAll(async () => {
  running = await runningStores();
  subscriptions = dynamoDbSubscriptions({ client: running.dynamoDb, table: alertsTable });
});
afterAll(() => running.end());

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const one = (id: string, changes: Partial<Subscription> = {}): Subscription => ({
  election: ELECTION,
  id,
  wish: {
    channel: 'email',
    email: `${id}@example.hk`,
    language: 'zh-Hant',
    constituencies: ['LC1'],
    occasions: ['declared'],
  },
  state: 'asked',
  after: 3,
  trouble: null,
  expiresAt: inDays(2),
  ...changes,
});

const listed = async (election = ELECTION): Promise<readonly KeptSubscription[]> => {
  const all: KeptSubscription[] = [];
  for await (const page of subscriptions.list(election)) all.push(...page);
  return all;
};

describe('subscriptions', () => {
  test('are kept as they were put, with the revision that they have', async () => {
    const kept = one('a', { secret: 'whsec_x', trouble: { since: inDays(0), tries: 2, nextAt: inDays(1) } });
    expect(await subscriptions.put(kept, 0)).toBe(true);
    expect(await subscriptions.find(ELECTION, 'a')).toEqual({ ...kept, revision: 1 });
    expect(await subscriptions.find('another', 'a')).toBeNull();
  });

  test('change only in the place of the revision that was seen', async () => {
    await subscriptions.put(one('b'), 0);
    expect(await subscriptions.put(one('b'), 0)).toBe(false);
    expect(await subscriptions.put(one('b', { after: 9 }), 1)).toBe(true);
    expect(await subscriptions.put(one('b', { after: 5 }), 1)).toBe(false);
    expect(await subscriptions.find(ELECTION, 'b')).toMatchObject({ after: 9, revision: 2 });
  });

  test('that are gone stay away, whoever was about to change them', async () => {
    await subscriptions.put(one('c'), 0);
    await subscriptions.remove(ELECTION, 'c');
    await subscriptions.remove(ELECTION, 'c');
    expect(await subscriptions.put(one('c'), 1)).toBe(false);
    expect(await subscriptions.find(ELECTION, 'c')).toBeNull();
  });

  test('are not found once their time is over', async () => {
    await subscriptions.put(one('d', { expiresAt: inDays(-1) }), 0);
    expect(await subscriptions.find(ELECTION, 'd')).toBeNull();
  });

  test('are listed by election, all of them, page by page', async () => {
    for (let at = 0; at < 60; at += 1)
      await subscriptions.put(
        one(`many-${at}`, {
          election: 'large',
          // Rows as large as they can be, so that one page does not hold them.
          wish: {
            channel: 'webhook',
            url: `https://example.hk/${'x'.repeat(900)}`,
            language: 'en',
            constituencies: Array.from({ length: 100 }, (_, index) => `${'c'.repeat(60)}${index}`),
            occasions: ['interim'],
          },
        }),
        0,
      );
    const all = await listed('large');
    expect(new Set(all.map(({ id }) => id)).size).toBe(60);
    expect((await listed('nowhere')).length).toBe(0);
  });

  test('one stands for a place, and how far was told is kept', async () => {
    expect(await subscriptions.standingFor(ELECTION, 'hash')).toBeNull();
    await subscriptions.setStanding(ELECTION, 'hash', 'a', inDays(1));
    await subscriptions.setStanding(ELECTION, 'hash', 'b', inDays(1));
    expect(await subscriptions.standingFor(ELECTION, 'hash')).toBe('b');
    expect(await subscriptions.told(ELECTION)).toEqual({ size: 0, isOpen: false });
    await subscriptions.setTold(ELECTION, { size: 7, isOpen: true });
    expect(await subscriptions.told(ELECTION)).toEqual({ size: 7, isOpen: true });
  });

  test('are counted up to a limit, whoever counts at the same time', async () => {
    const counted = await Promise.all(
      Array.from({ length: 12 }, () => subscriptions.count('place x', 5, inDays(1))),
    );
    expect(counted.filter(Boolean)).toHaveLength(5);
    expect(await subscriptions.count('place y', 5, inDays(1))).toBe(true);
  });

  test('an item that this version cannot read is not taken for another', async () => {
    await subscriptions.put(one('e'), 0);
    const kept = must(await subscriptions.find(ELECTION, 'e'), 'it is kept');
    const broken = { ...kept, wish: { ...kept.wish, channel: 'pigeon' } } as unknown as Subscription;
    await expect(subscriptions.put(broken, 1)).rejects.toThrow();
  });
});
