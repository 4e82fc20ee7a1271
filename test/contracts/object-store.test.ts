import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Client } from '#functions/adapters/aws/clients.ts';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { objectBuckets, uploadBuckets } from '#functions/local/stores/buckets.ts';
import { folderObjectStore } from '#functions/local/stores/folder-object-store.ts';
import { publicObjects } from '#functions/local/stores/public-folder.ts';
import type { ObjectStore, RemovableObjects } from '#functions/ports.ts';
import { hostileKeys, objectStoreContract } from './object-store.contract.ts';
import { loseNextAnswer, onEachCall, runningStores, type TestStores } from './running-stores.ts';

const bucket = 'public';
const inMemory = memoryObjectStore();
let running: TestStores;
let inBucket: RemovableObjects;

beforeAll(async () => {
  running = await runningStores();
  inBucket = s3ObjectStore({ client: running.s3, bucket });
});
afterAll(() => running.end());

objectStoreContract('memory', () => inMemory);
objectStoreContract('S3', () => inBucket);

const inFolder = mkdtempSync(join(tmpdir(), 'open-returns-folder-'));
afterAll(() => rm(inFolder, { recursive: true }));
const folderStore = folderObjectStore(join(inFolder, 'public'));
objectStoreContract('folder', () => folderStore);

const anotherStore = (): { readonly store: ObjectStore; readonly client: ReturnType<typeof s3Client> } => {
  const { s3Endpoint, credentials } = running.stores;
  const client = s3Client({ region: 'ap-east-1', s3Endpoint, credentials });
  return { client, store: s3ObjectStore({ client, bucket }) };
};
const forgetful = (): ObjectStore => {
  const { client, store } = anotherStore();
  loseNextAnswer(client);
  return store;
};
const anObject = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  contentType: 'application/json',
  cacheControl: 'max-age=1',
});

describe('S3 only', () => {
  test('a pointer whose acknowledgement was lost is written', async () => {
    expect(await forgetful().putForward('lost/pointer', { ...anObject('1'), version: 1 })).toBe('written');
  });

  test('an immutable object whose acknowledgement was lost exists', async () => {
    expect(await forgetful().putIfAbsent('lost/file', anObject('1'))).toBe('exists');
  });

  test('an object whose replacement was not acknowledged is replaced', async () => {
    await inBucket.putForward('lost/replaced', { ...anObject('1'), version: 1 });
    const { etag = '' } = (await inBucket.head('lost/replaced')) ?? {};
    expect(await forgetful().replace('lost/replaced', { ...anObject('2'), version: 1 }, etag)).toBe(
      'written',
    );
  });

  test('two publishers that remember different states still only move forward', async () => {
    const [one, two] = [anotherStore().store, anotherStore().store];
    const put = (store: ObjectStore, version: number) =>
      store.putForward('two/latest.json', { ...anObject(`v${version}`), version });
    expect(await put(one, 1)).toBe('written');
    expect(await put(two, 4)).toBe('written');
    expect(await put(one, 3)).toBe('stale');
    expect(await put(one, 5)).toBe('written');
    expect(await put(two, 4)).toBe('stale');
    expect(await put(two, 6)).toBe('written');
  });

  test('a publisher that remembers a pointer which was wiped writes it again', async () => {
    const put = (version: number) => inBucket.putForward('wiped/latest.json', { ...anObject('v'), version });
    await put(1);
    await put(2);
    await rm(join(running.dataFolder, 'public', 'wiped'), { recursive: true });
    expect(await put(3)).toBe('written');
    await rm(join(running.dataFolder, 'public', 'wiped'), { recursive: true });
    expect(await put(1)).toBe('written');
  });

  test('a steady pointer costs one request a move', async () => {
    const { client, store } = anotherStore();
    let requests = 0;
    await store.putForward('steady', { ...anObject('1'), version: 1 });
    onEachCall(client, (send) => {
      requests += 1;
      return send();
    });
    for (const version of [2, 3, 4]) await store.putForward('steady', { ...anObject('x'), version });
    expect(requests).toBe(3);
  });

  test('a bucket that is not there is an error, not an empty one', async () => {
    const store = s3ObjectStore({ client: running.s3, bucket: 'nobody' });
    await expect(store.get('x')).rejects.toThrow('bucket does not exist');
    await expect(store.list('')).rejects.toThrow('bucket does not exist');
  });

  test('more keys than a page are listed whole', async () => {
    const keys = Array.from({ length: 1050 }, (_, n) => `many/${String(n).padStart(5, '0')}`);
    await Promise.all(keys.map((key) => inBucket.putIfAbsent(key, anObject(key))));
    expect(await inBucket.list('many/')).toEqual(keys);
  }, 60_000);
});

describe('the public folder', () => {
  test('a public file lies where a person looks for it', async () => {
    await inBucket.putForward('data/legco-2012/latest.json', { ...anObject('{"version":7}'), version: 7 });
    const path = join(running.dataFolder, 'public/data/legco-2012/latest.json');
    expect(readFileSync(path, 'utf8')).toBe('{"version":7}');
  });

  test('it is read without the store, as the store would answer', async () => {
    await inBucket.putForward('direct/latest.json', { ...anObject('{}'), version: 9 });
    const { bytes, ...known } = (await inBucket.get('direct/latest.json')) ?? { bytes: null };
    const read = publicObjects(running.dataFolder)('direct/latest.json');
    expect(read).toEqual({ ...known, bytes: Buffer.from(bytes ?? ''), cacheControl: 'max-age=1' });
    expect(publicObjects(running.dataFolder)('direct/none.json')).toBeNull();
    expect(publicObjects(running.dataFolder)('direct')).toBeNull();
    expect(publicObjects(running.dataFolder)('')).toBeNull();
  });

  test('hostile keys reach nothing outside it', async () => {
    const outside = join(dirname(running.dataFolder), 'x');
    const stood = existsSync(outside);
    for (const key of hostileKeys) await inBucket.putIfAbsent(key, anObject(key));
    for (const key of hostileKeys) {
      const found = publicObjects(running.dataFolder)(key);
      expect(new TextDecoder().decode(found?.bytes), key).toBe(key);
    }
    const buckets = [...objectBuckets, ...uploadBuckets];
    expect(readdirSync(running.dataFolder).sort()).toEqual(
      [
        ...buckets.flatMap((name) => [name, `${name}.unfinished`]),
        ...objectBuckets.map((name) => `${name}.meta.jsonl`),
        'records',
        'stores.json',
      ].sort(),
    );
    expect(existsSync(outside)).toBe(stood);
    expect(publicObjects(running.dataFolder)('../stores.json')).toBeNull();
    expect(publicObjects(running.dataFolder)('../records/CURRENT')).toBeNull();
  });

  test('an object that is being replaced is read whole, old or new', async () => {
    const key = 'busy/latest.json';
    const put = (version: number) =>
      inBucket.putForward(key, { ...anObject(`${version}`.repeat(2000)), version });
    await put(1);
    let isWriting = true;
    const writes = (async () => {
      for (let version = 2; version <= 60; version += 1) await put(version);
      isWriting = false;
    })();
    let last = 0;
    const readObject = publicObjects(running.dataFolder);
    while (isWriting) {
      await setImmediate();
      const read = readObject(key);
      expect(new TextDecoder().decode(read?.bytes)).toBe(`${read?.version}`.repeat(2000));
      expect(read?.version).toBeGreaterThanOrEqual(last);
      last = read?.version ?? 0;
    }
    await writes;
  });
});
