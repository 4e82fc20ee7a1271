import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { dynamoDbClient, s3Client } from '#functions/adapters/aws/clients.ts';
import { dynamoDbRecords } from '#functions/adapters/aws/dynamodb-records.ts';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { keyFileSigner } from '#functions/adapters/local/key-file-signer.ts';
import { rebuildCommand } from '#functions/commands/rebuild-command.ts';
import { LOCAL_LOG } from '#functions/local/platform-ports.ts';
import { publicBucket } from '#functions/local/stores/buckets.ts';
import { recordsTable } from '#functions/local/stores/dynalite-server.ts';
import { startStores } from '#functions/local/stores/start-stores.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import { Act } from '#shared/recount/act.ts';
import { nightDefinition } from './verify-fixture.ts';
import { aFolder, election, reportOf } from './witness-fixture.ts';

const folder = aFolder();
const data = join(folder, 'data');
const publicFolder = join(data, 'public');

const acts = [
  { type: 'definition', role: 'chief_electoral_officer', revision: 1, body: nightDefinition },
  reportOf('LC1-S1', 101),
  reportOf('LC1-S2', 7),
].map((act, index) =>
  Act.parse({ election, acceptedAt: new Date(Date.UTC(2016, 8, 4, 15, index)).toISOString(), ...act }),
);

/** A night in a data folder, as `npm start` leaves it; without pages. */
beforeAll(async () => {
  const stores = await startStores({ dataFolder: data });
  const { dynamoDbEndpoint, s3Endpoint, credentials } = stores;
  const aws = { region: 'ap-east-1', dynamoDbEndpoint, s3Endpoint, credentials };
  const records = dynamoDbRecords({ client: dynamoDbClient(aws), table: recordsTable });
  const key = (file: string, name: string) => keyFileSigner({ path: join(data, 'keys', file), name });
  const signers = {
    real: await key('ledger.pem', LOCAL_LOG),
    test: await key('test-ledger.pem', `${LOCAL_LOG}/test`),
  };
  const jobs = publishingJobs({
    records,
    files: s3ObjectStore({ client: s3Client(aws), bucket: publicBucket }),
    pages: { build: 1, render: async () => new TextEncoder().encode('<p>') },
    signers,
    clock: { now: () => new Date(Date.UTC(2016, 8, 5)) },
  });
  await records.registerElection(election);
  for (const act of acts) {
    await records.accept(storedAct(act));
    await jobs.publish(election);
  }
  await stores.close();
}, 60_000);

const rebuild = async (...args: readonly string[]) => {
  let [out, error] = ['', ''];
  const code = await rebuildCommand(args, {
    out: { write: (text: string) => (out += text) },
    error: { write: (text: string) => (error += text) },
  });
  return { code, out, error };
};
const local = (to: string, ...more: readonly string[]) =>
  rebuild('--data', data, '--to', join(folder, to), '--data-only', ...more);

describe('npm run rebuild', () => {
  test('makes the public files again in another folder, verifies them, and finds them the same', async () => {
    const { code, out } = await local('again', '--compare', publicFolder);
    expect(out).toContain(`${election}: 3 versions`);
    expect(out).toContain(`${election} holds`);
    expect(out).toContain('the same bytes');
    expect(code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['again', 'again.meta.jsonl', 'data']);
  });

  test('names what differs, what was lost and what was added', async () => {
    const to = join(folder, 'again');
    appendFileSync(join(to, 'data', election, 'latest.json'), ' ');
    rmSync(join(to, 'data', election, 'log/vkey'));
    writeFileSync(join(to, 'data', election, 'more.json'), '{}');
    const { code, out } = await local('third', '--compare', to, '--election', election);
    expect(code).toBe(1);
    expect(out).toMatch(/NOT THE SAME[\s\S]*1 differ:\s+data\/night-2016\/latest\.json/);
    expect(out).toMatch(/1 are published, but were not made again:\s+data\/night-2016\/more\.json/);
    expect(out).toMatch(/1 were made again, but are not published:\s+data\/night-2016\/log\/vkey/);
  });

  test('puts them back in their place, where they were lost', async () => {
    renameSync(publicFolder, join(folder, 'before'));
    rmSync(`${publicFolder}.meta.jsonl`);
    const before = await local('data/public', '--compare', join(folder, 'before'));
    expect(before).toMatchObject({ code: 0, out: expect.stringContaining('the same bytes') });
    expect(existsSync(`${publicFolder}.meta.jsonl`)).toBe(true);
  });

  test('overwrites nothing, makes no new key, and says what it needs', async () => {
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'x'), '');
    expect(await local('full')).toMatchObject({
      code: 2,
      error: expect.stringContaining('is not empty (x)'),
    });
    expect(await local('new', '--election', 'other')).toMatchObject({
      code: 2,
      error: expect.stringContaining(`No election other is on record; there are ${election}`),
    });
    renameSync(join(data, 'keys'), join(data, 'kept'));
    expect(await local('new2')).toMatchObject({
      code: 2,
      error: expect.stringContaining('restore it from a copy'),
    });
    expect(existsSync(join(data, 'keys'))).toBe(false);
    renameSync(join(data, 'kept'), join(data, 'keys'));
    for (const [args, words] of [
      [[], 'Give --data and --to'],
      [['--data', folder, '--to', join(folder, 'z')], 'is no data folder'],
      [['--data', data], 'Give --data and --to'],
      [['--nothing'], '--nothing'],
      [['--election', '../x'], "not an election's id"],
    ] as const)
      expect(await rebuild(...args)).toMatchObject({ code: 2, error: expect.stringContaining(words) });
    expect(await rebuild('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run -s rebuild'),
    });
  });
});
