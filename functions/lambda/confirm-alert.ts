import { confirmAlert } from '../alerts/own-alert.ts';
import { awsPublished, awsRoute, awsSubscriptions } from './alert-ports.ts';

export const handler = confirmAlert({
  ...awsRoute(),
  published: awsPublished(),
  subscriptions: awsSubscriptions(),
});
