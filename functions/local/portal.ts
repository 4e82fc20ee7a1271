import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ACT_JOBS } from '../acts/handlers.ts';
import { astroPages } from '../adapters/astro-pages.ts';
import { dynamoDbClient, s3Client } from '../adapters/aws/clients.ts';
import { dynamoDbRecords } from '../adapters/aws/dynamodb-records.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { keyFileSigner } from '../adapters/local/key-file-signer.ts';
import type { Log } from '../http/log.ts';
import { tokenVerifier } from '../http/sign-in.ts';
import type { Clock, ObjectStore, Records } from '../ports.ts';
import { publishDescriptions } from '../publishing/descriptions.ts';
import { type PublishingJobs, publishingJobs } from '../publishing/sweep.ts';
import { gateway } from './gateway.ts';
import { publicSite } from './public-site.ts';
import { publishQueue } from './publish-queue.ts';
import { publishAssets } from './site-assets.ts';
import { recordsTable } from './stores/dynalite-server.ts';
import { publicBucket } from './stores/public-folder.ts';
import { startStores } from './stores/start-stores.ts';
import { localAuthority } from './token-issuer.ts';
import { wakingRecords } from './waking-records.ts';
import { startWebServer } from './web-server.ts';

/** Name of the ledgers that this computer signs. */
const LOCAL_LOG = 'open-returns.local';

/** Wake-ups of one moment go into one run, like the batching window of a stream. */
const AT_ONCE = { quietMs: 60, mostMs: 250 };
/** Pages of a rush are baked together, within a second of their figures. */
const SOON = { quietMs: 250, mostMs: 1500 };
/** Station pages are many: they wait for a pause between reports, so that a rush of reports is public at once. */
const AFTER_THE_RUSH = { quietMs: 1500, mostMs: 60_000 };

/** How long work under way may take to end before the stores are closed under it. */
const CLOSING_MS = 2000;

export interface PortalSettings {
  readonly dataFolder: string;
  readonly port: number;
  /** The built site: `server/` and `client/`. */
  readonly siteFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly sweepEveryMs: number;
}

export interface RunningPortal {
  readonly url: string;
  readonly records: Records;
  readonly files: ObjectStore;
  readonly jobs: PublishingJobs;
  /** Resolves with what went wrong if the stores fail while serving. */
  readonly failure: Promise<Error>;
  close(): Promise<void>;
}

const describe = (cause: unknown): string => {
  if (cause instanceof AggregateError) return [cause.message, ...cause.errors.map(describe)].join('\n');
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
};

/** Everything on one computer: the same handlers, jobs and AWS adapters as in the cloud, over stores on loopback. */
export const startPortal = async (settings: PortalSettings): Promise<RunningPortal> => {
  const { dataFolder, clock, log } = settings;
  await mkdir(dataFolder, { recursive: true });
  const stores = await startStores({ dataFolder });
  const { dynamoDbEndpoint, s3Endpoint, credentials } = stores;
  const aws = { region: 'ap-east-1', dynamoDbEndpoint, s3Endpoint, credentials };
  const files = s3ObjectStore({ client: s3Client(aws), bucket: publicBucket });
  const plainRecords = dynamoDbRecords({ client: dynamoDbClient(aws), table: recordsTable });
  const signers = {
    real: await keyFileSigner({ path: join(dataFolder, 'keys', 'ledger.pem'), name: LOCAL_LOG }),
    test: await keyFileSigner({
      path: join(dataFolder, 'keys', 'test-ledger.pem'),
      name: `${LOCAL_LOG}/test`,
    }),
  };
  const pages = await astroPages(pathToFileURL(join(settings.siteFolder, 'server', 'entry.mjs')));
  const jobs = publishingJobs({ records: plainRecords, files, pages, clock, signers });
  let closing = false;
  const failed = (function_: string) => (cause: unknown) => {
    if (closing) return;
    log({ level: 'error', function: function_, request: '', status: 500, cause: describe(cause) });
  };
  const onFailure = (_: string, cause: unknown): void => failed('publish')(cause);
  const stationPages = publishQueue(jobs.bakeStations, onFailure, AFTER_THE_RUSH);
  const firstPages = publishQueue(jobs.bakeFirst, onFailure, SOON);
  const publishThenBake = async (election: string): Promise<void> => {
    await jobs.publish(election);
    // Pages follow beside the next version, so that baking never keeps a report from being public.
    firstPages.wake(election);
    stationPages.wake(election);
  };
  const queue = publishQueue(publishThenBake, onFailure, AT_ONCE);
  const records = wakingRecords(plainRecords, queue.wake);
  const verifyToken = tokenVerifier(localAuthority(dataFolder));
  const ports = { records, clock, verifyToken, log, salt: () => randomBytes(32).toString('hex') };
  const handlers = Object.fromEntries(Object.entries(ACT_JOBS).map(([name, job]) => [name, job(ports)]));
  await publishAssets(files, join(settings.siteFolder, 'client'));
  await publishDescriptions(files, pages.build);
  const server = await startWebServer(settings.port, {
    gateway: gateway(handlers),
    site: publicSite(dataFolder),
  }).catch(async (cause: unknown) => {
    await stores.close();
    throw cause;
  });
  let sweeping: Promise<void> | null = null;
  const sweep = (): void => {
    sweeping ??= jobs
      .sweep({ stations: false })
      .then((published) => {
        for (const { election } of published) stationPages.wake(election);
      }, failed('sweep'))
      .finally(() => {
        sweeping = null;
      });
  };
  sweep();
  const timer = setInterval(sweep, settings.sweepEveryMs);
  return {
    url: server.url,
    records,
    files,
    jobs,
    failure: stores.failure,
    close: async () => {
      clearInterval(timer);
      closing = true;
      await server.close();
      // What is not baked by then is baked at the next start: nothing acknowledged waits for it.
      const settled = Promise.all([sweeping, queue.idle(), firstPages.idle(), stationPages.idle()]);
      await Promise.race([settled, pause(CLOSING_MS)]);
      await stores.close();
    },
  };
};
