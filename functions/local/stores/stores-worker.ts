/** Both embedded stores, in a thread of their own: they use the second core, and end with the process. */
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { objectBuckets, quarantineDays, uploadBuckets } from './buckets.ts';
import { emptyUnfinished, markComplete, prepareDataFolder, type StoreFolders } from './data-folder.ts';
import {
  assertReadableRecords,
  type ListeningStore,
  problemOfRecords,
  startDynalite,
} from './dynalite-server.ts';
import { objectFolder } from './s3-subset/object-folder.ts';
import { type Buckets, s3Server } from './s3-subset/s3-server.ts';
import { uploadFolder } from './s3-subset/upload-folder.ts';
import type { Credentials } from './signature-v4.ts';
import { StoreProblem, type StoreProblemKind } from './store-problem.ts';

export interface StoresOrder {
  readonly dataFolder: string;
  readonly credentials: Credentials;
}

export type StoresMessage =
  | { readonly kind: 'ready'; readonly dynamoDbPort: number; readonly s3Port: number }
  | { readonly kind: 'problem'; readonly problem: StoreProblemKind; readonly message: string };

/** What the threads tell the stores. */
export type StoresWish = 'close' | { readonly postingOrigins: readonly string[] };

const hourMs = 3_600_000;

const openBuckets = ({ buckets }: StoreFolders, postingOrigins: ReadonlySet<string>): Buckets => ({
  objects: new Map(objectBuckets.map((name) => [name, objectFolder(buckets[name])])),
  uploads: new Map(uploadBuckets.map((name) => [name, uploadFolder(buckets[name])])),
  postingOrigins,
});

/** What stands in for the bucket's lifecycle: now, and every hour. */
const expireUploads = ({ uploads }: Buckets): void => {
  const expire = (): void => {
    const before = new Date(Date.now() - quarantineDays * 24 * hourMs);
    for (const folder of uploads.values()) void folder.expire(before);
  };
  expire();
  setInterval(expire, hourMs).unref();
};

const startS3 = (buckets: Buckets, credentials: Credentials): Promise<ListeningStore> => {
  const server = s3Server({ buckets, credentials });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
};

const serve = async (port: NonNullable<typeof parentPort>): Promise<void> => {
  const { dataFolder, credentials } = workerData as StoresOrder;
  const tell = (message: StoresMessage): void => port.postMessage(message);
  let isServing = false;
  const fail = (error: unknown): void => {
    const isLate = !isServing && String(error).includes('Database is closed');
    const raised = isLate ? problemOfRecords(dataFolder, error) : error;
    const known = raised instanceof StoreProblem ? raised : null;
    const message = `The stores in ${dataFolder} failed (${String(error)}): start again, and with --fresh if it comes back.`;
    tell({ kind: 'problem', problem: known?.kind ?? 'failed', message: known?.message ?? message });
    port.close();
    process.exitCode = 1;
    setImmediate(() => process.exit(1));
  };
  // dynalite throws out of its callbacks when the disk fails: nothing can be trusted after that.
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  const folders = prepareDataFolder(dataFolder);
  await assertReadableRecords(folders.records);
  const records = await startDynalite({ path: folders.records, credentials }); // holds the lock of the folder from here on
  emptyUnfinished(folders);
  const postingOrigins = new Set<string>();
  const buckets = openBuckets(folders, postingOrigins);
  const objects = await startS3(buckets, credentials);
  expireUploads(buckets);
  markComplete(folders);
  isServing = true;
  tell({ kind: 'ready', dynamoDbPort: records.port, s3Port: objects.port });

  await new Promise<void>((resolve) => {
    port.on('message', (wish: StoresWish) => {
      if (wish === 'close') return resolve();
      for (const origin of wish.postingOrigins) postingOrigins.add(origin);
    });
  });
  await Promise.all([records.close(), objects.close()]);
  port.close();
};

if (parentPort !== null)
  await serve(parentPort).catch((error: unknown) => process.emit('uncaughtException', error as Error));
