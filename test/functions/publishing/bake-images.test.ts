import { afterAll, beforeEach, expect, test } from 'vitest';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import type { ObjectStore, Signer } from '#functions/ports.ts';
import { PAGE_PARTS } from '#functions/publishing/bake-pages.ts';
import type { Pictures } from '#functions/publishing/pictures.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import { CACHE } from '#shared/publication/paths.ts';
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

const MARK = (election: string) => `baked/${election}-images.json`;

let api: TestApi;
let election: string;
let put: string[];
let drawings: string[];
let files: ObjectStore;
let cacheControl: Set<string>;
beforeEach(async () => {
  api = testApi(account);
  const definition = aDefinition();
  election = definition.id;
  await api.define(definition);
  put = [];
  drawings = [];
  cacheControl = new Set();
  const store = memoryObjectStore();
  files = {
    ...store,
    putForward: (key, object) => {
      if (key.endsWith('.png')) {
        put.push(key);
        cacheControl.add(object.cacheControl);
      }
      return store.putForward(key, object);
    },
  };
});

/** A picture is its drawing. */
const pictures: Pictures = {
  draw: async (svg) => {
    drawings.push(new TextDecoder().decode(svg));
    return svg;
  },
};

const jobsWith = (more: { pictures?: Pictures; roomForImages?: () => Promise<boolean> } = { pictures }) =>
  publishingJobs({
    records: api.records,
    files,
    pages: stubPages,
    clock: { now: () => new Date('2016-09-05T00:00:00Z') },
    signers: { real: asynchronous(SIGNERS.real), test: asynchronous(SIGNERS.test) },
    ...more,
  });
const publishAndDraw = async (jobs = jobsWith()) => {
  await jobs.publish(election);
  return jobs.bake(election, 'images');
};

test('the election and every constituency have a picture in every language, kept as pages are', async () => {
  expect(await publishAndDraw()).toBe(put.length);
  expect(put.filter((key) => key.startsWith('zh-hant/'))).toEqual(
    ['', ...aDefinition().constituencies.map(({ id }) => `constituencies/${id}/`)].map(
      (of) => `zh-hant/${election}/${of}share.png`,
    ),
  );
  expect(put.length).toBe(3 * (aDefinition().constituencies.length + 1));
  expect((await files.get(put[0] ?? ''))?.contentType).toBe('image/png');
  expect([...cacheControl]).toEqual([CACHE.page]);
});

test('only what has changed is drawn again, and only as it stands last', async () => {
  const jobs = jobsWith();
  await publishAndDraw(jobs);
  expect(await publishAndDraw(jobs)).toBe(0);
  put = [];
  await api.report(aReport());
  await jobs.publish(election);
  await api.report(aReport({ revision: 2, reason: 'A figure was misread', votes: { '1': 7, '2': 5 } }));
  await publishAndDraw(jobs);
  const { constituency } = aReport();
  expect(put.filter((key) => key.startsWith('en/'))).toEqual([
    `en/${election}/share.png`,
    `en/${election}/constituencies/${constituency}/share.png`,
  ]);
  expect(drawings.at(-1)).toContain('1 7 1; 2 5 1');
});

test('a run without room leaves the rest to the next one, which draws nothing twice', async () => {
  let room = 2;
  const roomForImages = async () => {
    room -= 1;
    return room >= 0;
  };
  await publishAndDraw(jobsWith({ pictures, roomForImages }));
  expect(put).toHaveLength(2);
  expect(await files.get(MARK(election))).toBeNull();
  // Another process, that knows nothing of the first.
  const drawn = [...put];
  drawings = [];
  await jobsWith().sweep();
  expect(put.filter((key) => drawn.includes(key))).toEqual(drawn);
  expect(drawings).toHaveLength(put.length - 2);
  expect(await files.get(MARK(election))).not.toBeNull();
});

test('who draws none leaves them to the sweep, and lacks nothing', async () => {
  const publish = jobsWith({});
  await publish.publish(election);
  for (const part of PAGE_PARTS) await publish.bake(election, part);
  expect(await publish.bake(election, 'images')).toBe(0);
  expect(put).toEqual([]);
  await jobsWith().sweep();
  expect(put.length).toBeGreaterThan(0);
});

test('a picture that cannot be drawn keeps no election from being published, and is told', async () => {
  const broken: Pictures = {
    draw: async () => {
      throw new Error('no paper');
    },
  };
  await expect(jobsWith({ pictures: broken }).sweep()).rejects.toThrow(/no paper/);
  expect(await files.get(`data/${election}/latest.json`)).not.toBeNull();
  expect(await files.get(`en/${election}/index.html`)).not.toBeNull();
  expect(await files.get('en/index.html')).not.toBeNull();
  expect(await files.get(MARK(election))).toBeNull();
});
