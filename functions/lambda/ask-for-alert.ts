import { askForAlert } from '../alerts/ask-for-alert.ts';
import {
  awsAddress,
  awsCalls,
  awsLetters,
  awsPublished,
  awsRoute,
  awsSubscriptions,
  isOne,
  random,
} from './alert-ports.ts';

const portal = awsAddress();

export const handler = askForAlert({
  ...awsRoute(),
  published: awsPublished(),
  subscriptions: awsSubscriptions(),
  messenger: awsLetters(),
  calls: awsCalls(),
  push: { isOne },
  portal: () => portal,
  random,
});
