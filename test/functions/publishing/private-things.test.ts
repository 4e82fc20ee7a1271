import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { PAGE_PARTS } from '#functions/publishing/bake-pages.ts';
import { publishHeartbeat } from '#functions/publishing/heartbeat.ts';
import { electionPublisher } from '#functions/publishing/publish-election.ts';
import type { AuditPage } from '#shared/desk/audit.ts';
import type { ConstituencyResult } from '#shared/recount/results.ts';
import { signIn, type TestApi, testApi } from '../../support/api.ts';
import { minutes } from '../../support/builders.ts';
import { CHIEF, deskNight, NIGHT_ACCOUNTS, PRIVATE_WORDS } from '../../support/desk-night.ts';
import { publishedKey } from '../../support/public-index.ts';
import { newSigner } from '../commands/verify-fixture.ts';
import { verify } from '../commands/verify-forging.ts';

const account = signIn();
afterAll(account.remove);

const ELECTIONS = ['legco-2015', 'legco-2016'];
const objects = new Map<string, Uint8Array>();
let api: TestApi;

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** A night at the desk, published for real; pages hold everything that they are given. */
beforeAll(async () => {
  const [records, files, signer] = [memoryRecords(), memoryObjectStore(), newSigner('returns.example')];
  api = testApi(account, records);
  await deskNight(api);
  const pages = {
    build: 1,
    render: async (view: object) => new TextEncoder().encode(JSON.stringify(view)),
  };
  const clock = { now: () => new Date(minutes(90)) };
  const ports = { records, files, pages, clock, signers: { real: signer, test: signer } };
  const publisher = electionPublisher(ports);
  for (const election of ELECTIONS) {
    const published = await publisher.publish(election);
    if (published) await publishHeartbeat(ports, published);
    for (const part of PAGE_PARTS) await publisher.bake(election, part);
  }
  for (const key of await files.list('')) {
    const object = await files.get(key);
    if (object) objects.set(key, object.bytes);
  }
});

const FORBIDDEN = PRIVATE_WORDS.map((word) => [word] as const);

describe('what only officers may know', () => {
  test('is known to officers: the trail has every word of it, and every account', async () => {
    const trails = await Promise.all(
      ELECTIONS.map((election) =>
        api.call('read-audit', undefined, { as: CHIEF, election, query: { limit: '200' } }),
      ),
    );
    const text = JSON.stringify(trails.flatMap(({ body }) => (body as AuditPage).lines));
    for (const word of PRIVATE_WORDS) expect(text).toContain(word);
    expect(NIGHT_ACCOUNTS.length).toBeGreaterThan(5);
  });

  test.each(FORBIDDEN)('“%s” stands in no public object', (word) => {
    expect([...objects.keys()].filter((key) => key.includes('stations/A')).length).toBeGreaterThan(2);
    for (const [key, bytes] of objects) {
      expect(key).not.toContain(word);
      expect(textOf(bytes).includes(word), key).toBe(false);
    }
  });

  test.each(FORBIDDEN)('“%s” stands in no line of the log', async (word) => {
    // Refused too: nothing of what was sent, and not who sent it.
    await api.call('read-audit', undefined, { as: CHIEF, query: { kind: word, text: word } });
    await api.call('record-decision', { representations: word, [word]: word }, { as: CHIEF });
    expect(api.log.length).toBeGreaterThan(30);
    expect(JSON.stringify(api.log)).not.toContain(word);
  });

  test('stands in no entry of the ledger: neither do rows of the decision record', () => {
    const ledger = [...objects].filter(([key]) => key.includes('/log/')).map(([, bytes]) => textOf(bytes));
    expect(ledger.length).toBeGreaterThan(0);
    expect(ledger.join('\n')).not.toMatch(/"by":|"preliminary"|"representations"|"decidedBy"|"seq":/);
  });
});

describe('the sums of a declared constituency', () => {
  const results = async (election: string): Promise<ConstituencyResult> => {
    const read = async (key: string) => textOf(objects.get(key));
    const key = await publishedKey(read, election, 'constituencies/LC1.json');
    return JSON.parse(await read(key)) as ConstituencyResult;
  };

  test('are public once the statement is made, and none before', async () => {
    expect(await results('legco-2015')).toMatchObject({ status: 'corrected', statement: null });
    expect((await results('legco-2016')).statement).toMatchObject({
      number: 1,
      questionable: {
        grounds: {
          intention_unclear: { accepted: 0, rejected: 1 },
          uncertain: { accepted: 1, rejected: 0 },
        },
        objections: { acceptance_objected: 0, rejection_objected: 1 },
      },
      accounts: { places: 1, accounted: 1, supplied: 30, unissued: 10, unused: 1, spoilt: 1, tendered: 0 },
    });
  });

  test.each(ELECTIONS)('leave the ledger of %s one that verifies', async (election) => {
    expect(await verify(new Map(objects), { election })).toMatchObject({ findings: [] });
  });
});
