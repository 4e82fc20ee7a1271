import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { closeThread, firstMessage } from '../thread.ts';
import type { Credentials } from './signature-v4.ts';
import { StoreProblem } from './store-problem.ts';
import type { StoresMessage, StoresOrder, StoresWish } from './stores-worker.ts';

export interface RunningStores {
  readonly dynamoDbEndpoint: string;
  readonly s3Endpoint: string;
  /** Made for this start; nobody else on the machine knows them. */
  readonly credentials: Credentials;
  /** From now on pages of these origins may post files to the quarantine. */
  allowPosts(origins: readonly string[]): void;
  /** Resolves if the stores fail while they serve; never rejects. What was acknowledged is safe: start again. */
  readonly failure: Promise<StoreProblem>;
  /** Finishes what is under way, then closes both stores and frees the folder. Call it once no more requests are made. */
  close(): Promise<void>;
}

/** How long finishing may take before the thread is ended as it stands; ending loses nothing acknowledged. */
const closingMs = 10_000;

const freshCredentials = (): Credentials => ({
  accessKeyId: `LOCAL${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64url'),
});

const failureOf = (worker: Worker): Promise<StoreProblem> =>
  new Promise((resolve) => {
    worker.on('message', (message: StoresMessage) => {
      if (message.kind === 'problem') resolve(new StoreProblem(message.problem, message.message));
    });
    worker.on('error', (error) =>
      resolve(new StoreProblem('failed', `The stores failed: ${String(error)}.`, error)),
    );
  });

/** Starts DynamoDB and S3 on loopback, on ports the system chooses; rejects with a `StoreProblem` that says what to do. */
export const startStores = async (options: { readonly dataFolder: string }): Promise<RunningStores> => {
  const credentials = freshCredentials();
  const order: StoresOrder = { dataFolder: options.dataFolder, credentials };
  const worker = new Worker(new URL('./stores-worker.ts', import.meta.url), {
    workerData: order,
    execArgv: [],
  });
  const failure = failureOf(worker);
  const message = await firstMessage<StoresMessage>(worker).catch((error: unknown) => {
    throw new StoreProblem(
      'failed',
      `The stores in ${options.dataFolder} did not start: ${String(error)}.`,
      error,
    );
  });
  if (message.kind === 'problem') throw new StoreProblem(message.problem, message.message);
  return {
    dynamoDbEndpoint: `http://127.0.0.1:${message.dynamoDbPort}`,
    s3Endpoint: `http://127.0.0.1:${message.s3Port}`,
    credentials,
    allowPosts: (postingOrigins) => worker.postMessage({ postingOrigins } satisfies StoresWish),
    failure,
    close: () => closeThread(worker, closingMs),
  };
};
