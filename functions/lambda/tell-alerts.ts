import { webPush } from '../adapters/web-push.ts';
import { tellAllAlerts } from '../alerts/tell-all-alerts.ts';
import {
  awsAddress,
  awsCalls,
  awsLetters,
  awsPublished,
  awsPushKey,
  awsRoute,
  awsSubscriptions,
  isOne,
} from './alert-ports.ts';
import { awsRecords } from './records.ts';

/** Whoever is not told by then is told by the next run, which begins a minute after this one. */
const BEGUN_WITHIN_MS = 35_000;

const portal = awsAddress();
const calls = awsCalls();
const records = awsRecords();
const ports = {
  ...awsRoute(),
  published: awsPublished(),
  subscriptions: awsSubscriptions(),
  messenger: awsLetters(),
  calls,
  push: webPush({ calls, key: await awsPushKey(), subject: portal, isOne }),
  portal: () => portal,
};

export const handler = async (): Promise<void> => {
  const until = Date.now() + BEGUN_WITHIN_MS;
  await tellAllAlerts(ports, await records.elections(), () => Date.now() < until);
};
