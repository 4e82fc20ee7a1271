import { randomBytes } from 'node:crypto';
import { isPushService } from '#shared/alerts/push-services.ts';
import { dynamoDbClient, kmsClient, mailClient } from '../adapters/aws/clients.ts';
import { dynamoDbSubscriptions } from '../adapters/aws/dynamodb-subscriptions.ts';
import { kmsPushKey } from '../adapters/aws/kms-push-key.ts';
import { mailMessenger } from '../adapters/aws/mail-and-text-messenger.ts';
import { outsideCalls } from '../adapters/outside-calls.ts';
import { publishedFiles } from '../adapters/published-files.ts';
import type { Published } from '../alerts/published-results.ts';
import { readConfig, required } from '../config.ts';
import { consoleLog } from '../http/log.ts';
import type { RoutePorts } from '../http/route.ts';
import type { Messenger, OutsideCalls, PushKey, Subscriptions } from '../ports.ts';

/** What alerts work with on AWS: one function each, so that a function makes only what its access allows. */
const config = readConfig();
const aws = { region: config.AWS_REGION };

export const awsRoute = (): RoutePorts => ({ clock: { now: () => new Date() }, log: consoleLog });

export const awsSubscriptions = (): Subscriptions =>
  dynamoDbSubscriptions({ client: dynamoDbClient(aws), table: required(config, 'ALERTS_TABLE') });

export const awsAddress = (): string => required(config, 'PORTAL_ADDRESS');

/** Read as any reader reads it: no store is open to alerts. */
export const awsPublished = (): Published => publishedFiles(awsAddress);

export const awsLetters = (): Messenger =>
  mailMessenger({
    mail: mailClient({ region: required(config, 'MESSAGES_REGION') }),
    from: required(config, 'MAIL_FROM'),
  });

export const awsPushKey = (): Promise<PushKey> =>
  kmsPushKey({ client: kmsClient(aws), keyId: required(config, 'PUSH_KEY_ID') });

/** Nothing of the function's own network is ever called. */
export const awsCalls = (): OutsideCalls => outsideCalls({ allowsOwnNetwork: false });

export const isOne = isPushService;

export const random = (bytes: number): Uint8Array => randomBytes(bytes);
