import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { storedAct } from '#functions/acts/stored-acts.ts';
import { s3Client } from '#functions/adapters/aws/clients.ts';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { keyFileSigner } from '#functions/adapters/local/key-file-signer.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { publicBucket } from '#functions/local/stores/buckets.ts';
import { startStores } from '#functions/local/stores/start-stores.ts';
import type { ObjectStore, Records } from '#functions/ports.ts';
import { inParallel } from '#functions/publishing/in-parallel.ts';
import { publishingJobs } from '#functions/publishing/sweep.ts';
import { ELECTION_2012, nightsActs, sitePages } from './counted-night.ts';
import { type Figure, millisecondsOf, only } from './measure.ts';

const recordsOfTheNight = async (): Promise<Records> => {
  const records = memoryRecords();
  await records.registerElection(ELECTION_2012);
  for (const act of nightsActs()) await records.accept(storedAct(act));
  return records;
};

/** The same store, which also notes how large each page is. */
const notingPages = (store: ObjectStore, sizes: number[]): ObjectStore => ({
  ...store,
  putForward: (key, object) => {
    if (key.endsWith('.html')) sizes.push(object.bytes.length);
    return store.putForward(key, object);
  },
});

/** As many objects of these sizes, by the SDK's own call and nothing else. */
const plainPuts = (client: S3Client, sizes: readonly number[]): Promise<number> =>
  millisecondsOf(() =>
    inParallel([...sizes.entries()], ([index, size]) => {
      const object = { Key: `plain/${index}.html`, Body: new Uint8Array(size).fill(0x20) };
      return client.send(new PutObjectCommand({ Bucket: publicBucket, ...object }));
    }),
  );

const publishInto = async (dataFolder: string): Promise<Figure> => {
  const pages = await sitePages();
  const records = await recordsOfTheNight();
  const signer = await keyFileSigner({ path: join(dataFolder, 'ledger.pem'), name: 'open-returns.bench' });
  const stores = await startStores({ dataFolder });
  const { dynamoDbEndpoint, s3Endpoint, credentials } = stores;
  const client = s3Client({ region: 'ap-east-1', dynamoDbEndpoint, s3Endpoint, credentials });
  try {
    const sizes: number[] = [];
    const files = notingPages(s3ObjectStore({ client, bucket: publicBucket }), sizes);
    const clock = { now: () => new Date() };
    const jobs = publishingJobs({ records, files, pages, clock, signers: { real: signer, test: signer } });
    const taken = await millisecondsOf(() => jobs.sweep());
    const plain = await plainPuts(client, sizes);
    return {
      name: `2012 published from nothing, ${sizes.length.toLocaleString('en')} pages in three languages`,
      unit: 's',
      measured: only(taken / 1000),
      target: { relation: '<', value: 15 },
      yardstick: { what: 'as many plain PutObjects', value: plain / 1000 },
    };
  } finally {
    client.destroy();
    await stores.close();
  }
};

/** The whole election: counted, signed, every page baked and written through the stores of `npm start`. */
export const allPages = async (): Promise<readonly Figure[]> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'open-returns-bench-'));
  try {
    return [await publishInto(dataFolder)];
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
};
