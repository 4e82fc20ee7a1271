import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dynamoDbRecords } from '#functions/adapters/aws/dynamodb-records.ts';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { publicObjects } from '#functions/local/stores/public-folder.ts';
import { startStores } from '#functions/local/stores/start-stores.ts';
import { newFolder, runningStores, type TestStores } from '../../../contracts/running-stores.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const act = { election: 'e', partition: 'LC1', key: 'A#1', sha256: 'x', body: '{}', acceptedAt: 'now' };
const file = (text: string) => ({
  bytes: Buffer.from(text),
  contentType: 'application/json',
  cacheControl: 'max-age=1',
});
const recordsOf = (running: TestStores) =>
  dynamoDbRecords({ client: running.dynamoDb, table: 'open-returns' });
const objectsOf = (running: TestStores) => s3ObjectStore({ client: running.s3, bucket: 'public' });

const startedOnce = async (): Promise<void> => {
  const running = await runningStores(folder);
  await recordsOf(running).accept(act);
  await objectsOf(running).putForward('latest.json', { ...file('{}'), version: 3 });
  await running.end();
};

/** Runs a writer until it has had that many acknowledgements, and kills it as it works. */
const killedAfter = async (run: number, lines: number): Promise<readonly string[]> => {
  const writer = spawn(
    process.execPath,
    [new URL('writer-process.ts', import.meta.url).pathname, folder, String(run)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === lines) writer.kill('SIGKILL');
  }
  return acknowledged;
};

describe('restarts', () => {
  test('a clean stop and a start keep everything, and the pointer still moves only forward', async () => {
    await startedOnce();
    const running = await runningStores(folder);
    expect(await recordsOf(running).list('e', 'LC1')).toEqual([act]);
    expect(await objectsOf(running).putForward('latest.json', { ...file('{}'), version: 2 })).toBe('stale');
    expect(await objectsOf(running).putForward('latest.json', { ...file('{}'), version: 4 })).toBe('written');
    await running.end();
  });

  test('kill -9 in the middle of writing, three times over, loses nothing acknowledged', async () => {
    const acknowledged: string[] = [];
    for (const [run, lines] of [
      [1, 150],
      [2, 77],
      [3, 201],
    ] as const)
      acknowledged.push(...(await killedAfter(run, lines)));
    const running = await runningStores(folder);
    const keys = new Set((await recordsOf(running).list('e', 'LC1')).map(({ key }) => key));
    const acts = acknowledged.filter((line) => line.startsWith('act '));
    expect(acts.length).toBeGreaterThan(200);
    expect(acts.filter((line) => !keys.has(line.slice(4)))).toEqual([]);
    const pointers = acknowledged.filter((line) => line.startsWith('pointer '));
    const latest = publicObjects(folder)('latest.json');
    expect(latest?.version).toBeGreaterThanOrEqual(Number(pointers.at(-1)?.slice(8)));
    expect(Buffer.from(latest?.bytes ?? []).toString()).toBe(`${latest?.version}`.repeat(500));
    expect(readdirSync(join(folder, 'public.unfinished'))).toEqual([]);
    await running.end();
  }, 60_000);

  test('a public folder that was deleted is made again, empty', async () => {
    await startedOnce();
    rmSync(join(folder, 'public'), { recursive: true });
    const running = await runningStores(folder);
    expect(await objectsOf(running).list('')).toEqual([]);
    expect(await recordsOf(running).find('e', 'LC1', 'A#1')).toEqual(act);
    await running.end();
  });

  test('a first start that died half-way is finished by the next', async () => {
    await startedOnce();
    rmSync(join(folder, 'stores.json'));
    const running = await runningStores(folder);
    expect(await recordsOf(running).find('e', 'LC1', 'A#1')).toEqual(act);
    await running.end();
  });
});

describe('what cannot be used is told in one sentence, with a remedy', () => {
  test('a folder that another process uses', async () => {
    const running = await runningStores(folder);
    await expect(startStores({ dataFolder: folder })).rejects.toMatchObject({
      kind: 'locked',
      message: expect.stringMatching(/in use by another process .* choose another folder with --data\.$/),
    });
    await recordsOf(running).accept(act); // the first is none the worse
    await running.end();
  });

  test('of two that start at the same moment one serves', async () => {
    const started = await Promise.allSettled([
      startStores({ dataFolder: folder }),
      startStores({ dataFolder: folder }),
    ]);
    const serving = started.filter((one) => one.status === 'fulfilled');
    expect(serving).toHaveLength(1);
    expect(started.find((one) => one.status === 'rejected')?.reason).toMatchObject({ kind: 'locked' });
    for (const one of serving) await one.value.close();
  });

  const put = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const damage: readonly (readonly [string, () => void, string])[] = [
    ['a file in the place of the records', () => put('records', ''), 'unreadable'],
    ['a file in the place of the public files', () => put('public', ''), 'unreadable'],
    ['a format of another version', () => put('stores.json', '{"format":1}'), 'foreign'],
    ['a marker cut short', () => put('stores.json', '{"for'), 'foreign'],
    [
      'records that name a file which is not there',
      () => put('records/CURRENT', 'MANIFEST-000009\n'),
      'damaged',
    ],
  ];

  test.each(damage)('%s', async (_, harm, kind) => {
    harm();
    await expect(startStores({ dataFolder: folder })).rejects.toMatchObject({
      name: 'StoreProblem',
      kind,
      message: expect.stringMatching(/^[^\n]+: [^\n]*(--data|--fresh)\.$/),
    });
  });

  test('a file in the place of the folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    for (const dataFolder of [join(folder, 'file'), join(folder, 'file', 'below')])
      await expect(startStores({ dataFolder })).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test.each(['CURRENT', /^MANIFEST/])('records that have lost %s', async (name) => {
    await startedOnce();
    for (const lost of readdirSync(join(folder, 'records')))
      if (lost.match(name)) rmSync(join(folder, 'records', lost));
    await expect(startStores({ dataFolder: folder })).rejects.toMatchObject({ kind: 'damaged' });
  });

  test('records of which all is gone, although they were once complete', async () => {
    await startedOnce();
    rmSync(join(folder, 'records'), { recursive: true });
    await expect(startStores({ dataFolder: folder })).rejects.toMatchObject({ kind: 'damaged' });
    expect(existsSync(join(folder, 'records'))).toBe(false);
  });
});

test('a caller who hangs up in the middle, or sends what is no request, does not end the store', async () => {
  const running = await runningStores(folder);
  const { port } = new URL(running.stores.dynamoDbEndpoint);
  const headers = { 'content-length': '1000', 'content-type': 'application/json', authorization: 'AWS4-x' };
  await new Promise<void>((resolve) => {
    const half = request({ port, method: 'POST', path: '/', headers }, () => undefined).on('error', () =>
      resolve(),
    );
    half.write('{"TableName"', () => half.destroy());
  });
  for (const path of ['/', '/%zz', '/?%']) {
    const answer = await fetch(`${running.stores.dynamoDbEndpoint}${path}`, {
      method: 'POST',
      body: '{',
    }).catch(() => null);
    expect(answer?.status ?? 400).toBe(400);
  }
  expect(await recordsOf(running).accept(act)).toEqual({ kind: 'accepted' });
  await running.end();
});
