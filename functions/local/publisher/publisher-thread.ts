/** The publisher, in a thread of its own as it is a function of its own on AWS: a rush of reports never keeps it waiting for its turn. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { parseNamedWitnesses } from '#shared/ledger/named-witness.ts';
import { astroPages } from '../../adapters/astro-pages.ts';
import { type AwsConfig, dynamoDbClient, s3Client } from '../../adapters/aws/clients.ts';
import { dynamoDbRecords } from '../../adapters/aws/dynamodb-records.ts';
import { s3ObjectStore } from '../../adapters/aws/s3-object-store.ts';
import { httpWitnesses } from '../../adapters/http-witnesses.ts';
import { KeyProblem } from '../../adapters/local/key-file.ts';
import { keyFileSigner } from '../../adapters/local/key-file-signer.ts';
import type { RequestLine } from '../../http/log.ts';
import { publishDescriptions } from '../../publishing/descriptions.ts';
import { LOCAL_LOG } from '../platform-ports.ts';
import { publicBucket } from '../stores/buckets.ts';
import { recordsTable } from '../stores/dynalite-server.ts';
import { type PublishingLoop, publishingLoop } from './publishing-loop.ts';
import { publishAssets } from './site-assets.ts';
import { threadedPictures } from './threaded-pictures.ts';

export interface PublisherOrder {
  readonly dataFolder: string;
  /** The built site: `server/` and `client/`. */
  readonly siteFolder: string;
  readonly aws: AwsConfig;
  readonly sweepEveryMs: number;
  /** The site's own address, where it has one. */
  readonly origin?: string | undefined;
  /** `URL+VKEY` each. */
  readonly witnesses: readonly string[];
}

export type PublisherMessage =
  | { readonly kind: 'ready' }
  /** It cannot start for a reason that a person can mend. */
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'log'; readonly line: RequestLine };

/** How long work under way may take to end; what is not done by then is done at the next start. */
const CLOSING_MS = 2000;

const describe = (cause: unknown): string => {
  if (cause instanceof AggregateError) return [cause.message, ...cause.errors.map(describe)].join('\n');
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
};

const start = async (tell: (message: PublisherMessage) => void): Promise<PublishingLoop> => {
  const { dataFolder, siteFolder, aws, sweepEveryMs, origin, ...order } = workerData as PublisherOrder;
  const files = s3ObjectStore({ client: s3Client(aws), bucket: publicBucket });
  const records = dynamoDbRecords({ client: dynamoDbClient(aws), table: recordsTable });
  const key = (file: string, name: string) => keyFileSigner({ path: join(dataFolder, 'keys', file), name });
  const signers = {
    real: await key('ledger.pem', LOCAL_LOG),
    test: await key('test-ledger.pem', `${LOCAL_LOG}/test`),
  };
  const pages = await astroPages(pathToFileURL(join(siteFolder, 'server', 'entry.mjs')));
  await publishAssets(files, join(siteFolder, 'client'), pages.build);
  await publishDescriptions(files, pages.build);
  const remove = (key: string): Promise<void> => files.remove(key);
  const witnesses = parseNamedWitnesses(order.witnesses.join(' '));
  if (!witnesses.ok) throw new Error(witnesses.problem);
  const ports = {
    records,
    files,
    pages,
    signers,
    remove,
    origin,
    pictures: threadedPictures(),
    clock: { now: () => new Date() },
    witnesses: witnesses.value,
    calls: httpWitnesses(),
  };
  const failed = (job: string, cause: unknown): void =>
    tell({
      kind: 'log',
      line: { level: 'error', function: job, request: '', status: 500, cause: describe(cause) },
    });
  return publishingLoop(ports, failed, sweepEveryMs);
};

const serve = async (port: NonNullable<typeof parentPort>): Promise<void> => {
  let closing = false;
  const loop = await start((message) => {
    // What is cut off by the end is no failure: the next start goes on.
    if (!closing) port.postMessage(message);
  });
  port.on('message', (message: 'close' | { readonly wake: string }) => {
    if (message !== 'close') return loop.wake(message.wake);
    closing = true;
    setTimeout(() => process.exit(0), CLOSING_MS).unref();
    void loop.close().then(() => process.exit(0));
  });
  port.postMessage({ kind: 'ready' } satisfies PublisherMessage);
};

if (parentPort !== null) {
  const port = parentPort;
  await serve(port).catch((cause: unknown) => {
    if (!(cause instanceof KeyProblem)) throw cause;
    port.postMessage({ kind: 'problem', message: cause.message } satisfies PublisherMessage);
    port.close();
  });
}
