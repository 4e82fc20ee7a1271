import { afterAll, beforeEach, expect, test } from 'vitest';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import type { ObjectStore, Signer } from '#functions/ports.ts';
import { PAGE_PARTS } from '#functions/publishing/bake-pages.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import { signIn, type TestApi, testApi } from '../../support/api.ts';
import { aDefinition, aReport } from '../../support/builders.ts';
import { stubPages } from '../../support/simulation-pages.ts';
import { SIGNERS } from '../../support/simulation-world.ts';

const account = signIn();
afterAll(account.remove);

const asynchronous = ({ sign, ...signer }: typeof SIGNERS.real): Signer => ({
  ...signer,
  sign: async (message) => sign(message),
});

const STATION = /\/stations\//;

let api: TestApi;
let election: string;
let put: string[];
let files: ObjectStore;
beforeEach(async () => {
  api = testApi(account);
  const definition = aDefinition();
  election = definition.id;
  await api.define(definition);
  put = [];
  const store = memoryObjectStore();
  files = {
    ...store,
    putForward: (key, object) => {
      put.push(key);
      return store.putForward(key, object);
    },
  };
});

const jobsWith = (roomForStations?: () => Promise<void>) =>
  publishingJobs({
    records: api.records,
    files,
    pages: stubPages,
    clock: { now: () => new Date('2016-09-05T00:00:00Z') },
    signers: { real: asynchronous(SIGNERS.real), test: asynchronous(SIGNERS.test) },
    ...(roomForStations ? { roomForStations } : {}),
  });
const stationPages = () => put.filter((key) => STATION.test(key));
const markOf = async (): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode((await files.get(`baked/${election}-stations.json`))?.bytes));

test('every page is in one of the parts', async () => {
  const jobs = jobsWith();
  await jobs.publish(election);
  const baked: Record<string, readonly string[]> = {};
  for (const part of PAGE_PARTS) {
    put = [];
    await jobs.bake(election, part);
    baked[part] = put.filter((key) => key.startsWith(`en/${election}/`) && key.endsWith('.html'));
    expect(await jobs.bake(election, part)).toBe(0);
  }
  const kinds = (part: string) =>
    new Set(baked[part]?.map((key) => key.replace(/^en\/[^/]+\//, '').replace(/s\/[^/]+\//, 's/*/')));
  expect(kinds('figures')).toEqual(
    new Set([
      'index.html',
      'constituencies/*/index.html',
      'embed/constituencies/*/index.html',
      'embed/seats/index.html',
      'embed/progress/index.html',
      'hall/index.html',
    ]),
  );
  expect(kinds('explanations')).toEqual(
    new Set([
      'open-data/index.html',
      'alerts/index.html',
      'verify/index.html',
      'notices/index.html',
      'constituencies/*/how/index.html',
    ]),
  );
  expect(kinds('stations')).toEqual(new Set(['stations/*/index.html']));
});

test('pages that wait for room show what was published meanwhile, and each is baked once', async () => {
  let published: Promise<unknown> | null = null;
  const jobs = jobsWith(async () => {
    // While there was no room, a report came and was published.
    published ??= (async () => {
      await api.report(aReport());
      await jobs.publish(election);
    })();
    await published;
  });
  await jobs.publish(election);
  await jobs.bake(election, 'stations');
  expect(new Set(stationPages()).size).toBe(stationPages().length);
  const page = await files.get(stationPages().find((key) => /\/en\/.*\/stations\/A\//.test(`/${key}`)) ?? '');
  expect(new TextDecoder().decode(page?.bytes)).toContain('10 5');
  const latest = JSON.parse(
    new TextDecoder().decode((await files.get(`data/${election}/latest.json`))?.bytes),
  ) as { version: number };
  expect(latest.version).toBe(2);
  expect(await markOf()).toEqual({ version: 2, build: stubPages.build });
});
