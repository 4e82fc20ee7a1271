import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isPushService } from '#shared/alerts/push-services.ts';
import { type AwsConfig, dynamoDbClient } from '../adapters/aws/clients.ts';
import { dynamoDbSubscriptions } from '../adapters/aws/dynamodb-subscriptions.ts';
import { keyFilePushKey } from '../adapters/local/key-file-push-key.ts';
import { outsideCalls } from '../adapters/outside-calls.ts';
import { publishedFiles } from '../adapters/published-files.ts';
import { webPush } from '../adapters/web-push.ts';
import type { AlertPorts } from '../alerts/alert-ports.ts';
import { tellAllAlerts } from '../alerts/tell-all-alerts.ts';
import type { RoutePorts } from '../http/route.ts';
import type { Messenger, Records } from '../ports.ts';
import { alertsTable } from './stores/dynalite-server.ts';

/**
 * What alerts work with on this computer. Newsrooms try their scripts here, so addresses of this computer may be called, and whatever stands
 * in for a push service.
 */
export const localAlertPorts = async ({
  aws,
  dataFolder,
  messenger,
  address,
  origin,
  ...route
}: RoutePorts & {
  readonly aws: AwsConfig;
  readonly dataFolder: string;
  readonly messenger: Messenger;
  /** Where the portal listens on this computer, once it does. */
  readonly address: () => string;
  /** The name that readers know it by, if it has one. */
  readonly origin: string | undefined;
}): Promise<AlertPorts> => {
  const calls = outsideCalls({ allowsOwnNetwork: true });
  const isOne = (endpoint: string): boolean =>
    isPushService(endpoint) || endpoint.startsWith('http://127.0.0.1:');
  const key = await keyFilePushKey(join(dataFolder, 'keys', 'push.pem'));
  return {
    ...route,
    published: publishedFiles(address),
    subscriptions: dynamoDbSubscriptions({ client: dynamoDbClient(aws), table: alertsTable }),
    messenger,
    calls,
    push: webPush({ calls, key, subject: 'https://portal.invalid', isOne }),
    portal: () => origin ?? address(),
    random: (bytes) => randomBytes(bytes),
  };
};

/** What the schedule does on AWS: now and then, everybody is told what is new. */
export const alertTelling = (
  ports: AlertPorts,
  { records, everyMs }: { readonly records: Pick<Records, 'elections'>; readonly everyMs: number },
): { readonly close: () => Promise<void> } => {
  let isClosing = false;
  let telling: Promise<void> | null = null;
  const tell = (): void => {
    telling ??= records
      .elections()
      .then((elections) => tellAllAlerts(ports, elections, () => !isClosing))
      .catch((cause: unknown) =>
        ports.log({
          level: 'error',
          function: 'tell-alerts',
          request: '',
          status: 500,
          cause: String(cause instanceof Error ? cause.stack : cause),
        }),
      )
      .finally(() => {
        telling = null;
      });
  };
  const timer = setInterval(tell, everyMs);
  return {
    close: async () => {
      isClosing = true;
      clearInterval(timer);
      await telling;
    },
  };
};
