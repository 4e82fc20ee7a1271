/** Both embedded stores, in a thread of their own: they use the second core, and end with the process. */
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { emptyUnfinished, markComplete, prepareDataFolder, type StoreFolders } from './data-folder.ts';
import {
  assertReadableRecords,
  type ListeningStore,
  problemOfRecords,
  startDynalite,
} from './dynalite-server.ts';
import { publicBucket } from './public-folder.ts';
import { objectFolder } from './s3-subset/object-folder.ts';
import { s3Server } from './s3-subset/s3-server.ts';
import type { Credentials } from './signature-v4.ts';
import { StoreProblem, type StoreProblemKind } from './store-problem.ts';

export interface StoresOrder {
  readonly dataFolder: string;
  readonly credentials: Credentials;
}

export type StoresMessage =
  | { readonly kind: 'ready'; readonly dynamoDbPort: number; readonly s3Port: number }
  | { readonly kind: 'problem'; readonly problem: StoreProblemKind; readonly message: string };

const startS3 = (folders: StoreFolders, credentials: Credentials): Promise<ListeningStore> => {
  const objects = objectFolder({ folder: folders.public, unfinishedFolder: folders.unfinished });
  const server = s3Server({ buckets: new Map([[publicBucket, objects]]), credentials });
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
  const objects = await startS3(folders, credentials);
  markComplete(folders);
  isServing = true;
  tell({ kind: 'ready', dynamoDbPort: records.port, s3Port: objects.port });

  await new Promise((resolve) => port.once('message', resolve));
  await Promise.all([records.close(), objects.close()]);
  port.close();
};

if (parentPort !== null)
  await serve(parentPort).catch((error: unknown) => process.emit('uncaughtException', error as Error));
