import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { s3Client } from '#functions/adapters/aws/clients.ts';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { publicBucket } from '#functions/local/stores/public-folder.ts';
import { startStores } from '#functions/local/stores/start-stores.ts';
import { bakePages } from '#functions/publishing/bake-pages.ts';
import { inParallel } from '#functions/publishing/in-parallel.ts';
import { countedNight, SOME_VERIFIER_KEY, sitePages } from './counted-night.ts';
import { type Figure, millisecondsOf, only } from './measure.ts';

/** As many objects of one size, by the SDK's own call and nothing else. */
const plainPuts = (client: S3Client, count: number, bytes: number): Promise<number> => {
  const Body = new Uint8Array(bytes).fill(0x20);
  const keys = Array.from({ length: count }, (_, index) => `plain/${index}.html`);
  return millisecondsOf(() =>
    inParallel(keys, (Key) => client.send(new PutObjectCommand({ Bucket: publicBucket, Key, Body }))),
  );
};

const bakeInto = async (dataFolder: string): Promise<Figure> => {
  const stores = await startStores({ dataFolder });
  const { dynamoDbEndpoint, s3Endpoint, credentials } = stores;
  const client = s3Client({ region: 'ap-east-1', dynamoDbEndpoint, s3Endpoint, credentials });
  try {
    const store = s3ObjectStore({ client, bucket: publicBucket });
    let bytes = 0;
    const files: typeof store = {
      ...store,
      putForward: (key, object) => {
        bytes += object.bytes.length;
        return store.putForward(key, object);
      },
    };
    const pages = await sitePages();
    const { build, published } = countedNight();
    let baked = 0;
    const taken = await millisecondsOf(async () => {
      baked = await bakePages({ files, pages }, build.fold, { published, verifierKey: SOME_VERIFIER_KEY });
    });
    const plain = await plainPuts(client, baked, Math.round(bytes / baked));
    return {
      name: `all ${baked.toLocaleString('en')} pages of 2012, three languages`,
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

/** The whole election's pages, baked and written through the stores of `npm start`. */
export const allPages = async (): Promise<readonly Figure[]> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'open-returns-bench-'));
  try {
    return [await bakeInto(dataFolder)];
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
};
