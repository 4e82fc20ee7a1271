import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { RehearsalNight } from '#shared/election/rehearsal-night.ts';
import { ACT_JOBS } from '../acts/handlers.ts';
import { dynamoDbClient } from '../adapters/aws/clients.ts';
import { dynamoDbRecords } from '../adapters/aws/dynamodb-records.ts';
import { ALERT_JOBS } from '../alerts/handlers.ts';
import type { Log } from '../http/log.ts';
import { tokenVerifier } from '../http/sign-in.ts';
import type { Records } from '../ports.ts';
import { alertTelling, localAlertPorts } from './alerts.ts';
import { startFilesOrigin } from './files-origin.ts';
import { gateway } from './gateway.ts';
import { type LocalPlatform, localPlatformPorts, receiptsSigner } from './platform-ports.ts';
import { platformTending } from './platform-tending.ts';
import { publicSite } from './public-site.ts';
import { startPublisher } from './publisher/start-publisher.ts';
import { rehearsalNights } from './rehearsal-nights.ts';
import { demonstrationRecords } from './sign-in/demonstration-records.ts';
import { localSignIn } from './sign-in/local-sign-in.ts';
import { peopleOf } from './sign-in/people.ts';
import { issuerSessions, localDirectory } from './sign-in/sessions.ts';
import { recordsTable } from './stores/dynalite-server.ts';
import { startStores } from './stores/start-stores.ts';
import { localAuthority } from './token-issuer.ts';
import { wakingRecords } from './waking-records.ts';
import { type RunningServer, startWebServer } from './web-server.ts';

export interface PortalSettings {
  readonly dataFolder: string;
  readonly port: number;
  /** Of the origin of candidates' files; where none is said, the one after `port`, or a free one. */
  readonly filesPort?: number | null;
  /** The built site: `server/` and `client/`. */
  readonly siteFolder: string;
  readonly log: Log;
  readonly sweepEveryMs: number;
  /** Who is asked for cosignatures, `URL+VKEY` each. */
  readonly witnesses?: readonly string[];
  /** Nights to be played as tests. */
  readonly rehearsals?: readonly RehearsalNight[];
  readonly clamd?: LocalPlatform['clamd'];
  /** The site's own address, for search engines and shared links. */
  readonly origin?: string | undefined;
  /** Told once for each new message in the outbox. */
  readonly onMessage?: LocalPlatform['onMessage'];
}

export interface RunningPortal {
  readonly url: string;
  /** The origin of candidates' files. */
  readonly files: string;
  readonly records: Records;
  /** Resolves with what went wrong if the stores or the publisher fail while serving. */
  readonly failure: Promise<Error>;
  close(): Promise<void>;
}

/** A rush of reports waits here rather than in the stores, where the publisher would have to wait behind it. */
const MOST_CALLS_OF_REPORTS = 8;

/** On AWS it is a minute; here whoever tries their script need not wait for it. */
const ALERTS_EVERY_MS = 2000;

/** What was opened last is closed first. */
const closing = (...close: (() => Promise<void>)[]) => ({
  before: (step: () => Promise<void>): void => void close.unshift(step),
  now: async (): Promise<void> => {
    for (const step of close) await step();
  },
});

/** The two names of this computer that a person may open the portal under. */
const originsOf = (url: string): readonly string[] => [url, url.replace('127.0.0.1', 'localhost')];

const startFiles = ({ dataFolder, port, filesPort = null }: PortalSettings): Promise<RunningServer> => {
  if (filesPort !== null) return startFilesOrigin(dataFolder, { port: filesPort, orAnother: false });
  const next = port === 0 || port === 65_535 ? 0 : port + 1;
  return startFilesOrigin(dataFolder, { port: next, orAnother: true });
};

/** Everything on one computer: the same handlers, jobs and AWS adapters as in the cloud, over stores on loopback. */
export const startPortal = async (settings: PortalSettings): Promise<RunningPortal> => {
  const { dataFolder, siteFolder, log, sweepEveryMs, origin } = settings;
  await mkdir(dataFolder, { recursive: true });
  const stores = await startStores({ dataFolder });
  const { dynamoDbEndpoint, s3Endpoint, credentials } = stores;
  const aws = { region: 'ap-east-1', dynamoDbEndpoint, s3Endpoint, credentials };
  const client = dynamoDbClient({ ...aws, mostInFlight: MOST_CALLS_OF_REPORTS });
  const records = dynamoDbRecords({ client, table: recordsTable });
  const closeAll = closing(() => stores.close());
  try {
    const { witnesses = [] } = settings;
    const order = { dataFolder, siteFolder, aws, sweepEveryMs, witnesses, origin };
    const publisher = await startPublisher(order, log);
    closeAll.before(() => publisher.close());
    const files = await startFiles(settings);
    closeAll.before(() => files.close());
    const sessions = issuerSessions();
    const clock = { now: () => new Date() };
    const known = demonstrationRecords(records, clock.now);
    const waking = wakingRecords(known, publisher.wake);
    const salt = (): string => randomBytes(32).toString('hex');
    const platform = localPlatformPorts({
      aws,
      dataFolder,
      clock,
      clamd: settings.clamd,
      onMessage: settings.onMessage,
    });
    const receipts = await receiptsSigner(dataFolder);
    const tending = platformTending(
      { ...platform, records: waking, clock, salt, receipts },
      { log, sweepEveryMs },
    );
    closeAll.before(() => tending.close());
    const ports = {
      records: waking,
      clock,
      verifyToken: tokenVerifier(localAuthority(dataFolder)),
      log,
      salt,
      directory: localDirectory(sessions),
      quarantine: platform.quarantine,
      receipts,
      tend: tending.wake,
    };
    const nights = rehearsalNights({ records: waking, clock, salt, log }, settings.rehearsals ?? [], log);
    closeAll.before(() => nights.close());
    let address = '';
    const alerts = await localAlertPorts({
      aws,
      dataFolder,
      clock,
      log,
      messenger: platform.messenger,
      address: () => address,
      origin,
    });
    const handlers = {
      ...Object.fromEntries(Object.entries(ACT_JOBS).map(([name, job]) => [name, job(ports)])),
      ...Object.fromEntries(Object.entries(ALERT_JOBS).map(([name, job]) => [name, job(alerts)])),
    };
    const server = await startWebServer(settings.port, {
      gateway: gateway(handlers),
      site: publicSite(dataFolder, { files: files.url, uploads: s3Endpoint }),
      signIn: localSignIn({
        dataFolder,
        siteFolder,
        people: peopleOf(known, clock.now),
        sessions,
        now: () => Date.now(),
      }),
    });
    closeAll.before(() => server.close());
    address = server.url;
    const telling = alertTelling(alerts, { records, everyMs: ALERTS_EVERY_MS });
    closeAll.before(() => telling.close());
    stores.allowPosts(originsOf(server.url));
    return {
      url: server.url,
      files: files.url,
      records,
      failure: Promise.race([stores.failure, publisher.failure]),
      close: closeAll.now,
    };
  } catch (cause) {
    await closeAll.now();
    throw cause;
  }
};
