import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { dynamoDbClient, s3Client } from '#functions/adapters/aws/clients.ts';
import { type RunningStores, startStores } from '#functions/local/stores/start-stores.ts';

export interface TestStores {
  readonly dataFolder: string;
  readonly stores: RunningStores;
  readonly dynamoDb: DynamoDBClient;
  readonly s3: S3Client;
  end(): Promise<void>;
}

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'open-returns-stores-'));

/** Real clients over real sockets, on a folder of their own unless one is given. */
export const runningStores = async (folder?: string): Promise<TestStores> => {
  const dataFolder = folder ?? (await newFolder());
  const stores = await startStores({ dataFolder });
  const { dynamoDbEndpoint, s3Endpoint, credentials } = stores;
  const config = { region: 'ap-east-1', dynamoDbEndpoint, s3Endpoint, credentials };
  const dynamoDb = dynamoDbClient(config);
  const s3 = s3Client(config);
  return {
    dataFolder,
    stores,
    dynamoDb,
    s3,
    async end() {
      dynamoDb.destroy();
      s3.destroy();
      await stores.close();
      if (folder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

interface Stack {
  add(
    middleware: (next: (call: unknown) => Promise<unknown>) => (call: unknown) => Promise<unknown>,
    at: object,
  ): void;
}

/** Puts something between a client and the wire, inside its retries. */
export const onEachCall = (
  client: DynamoDBClient | S3Client,
  through: (send: () => Promise<unknown>) => Promise<unknown>,
): void => {
  const stack = client.middlewareStack as unknown as Stack; // the two clients' stacks differ only in types
  stack.add((next) => (call) => through(() => next(call)), { step: 'finalizeRequest', priority: 'low' });
};

/** The next write takes effect, and its answer is lost on the way back; the client itself tries again. */
export const loseNextAnswer = (client: DynamoDBClient | S3Client): void => {
  let isLost = false;
  onEachCall(client, async (send) => {
    const answer = await send();
    if (isLost) return answer;
    isLost = true;
    throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
  });
};
