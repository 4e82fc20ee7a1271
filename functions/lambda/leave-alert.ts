import { leaveAlert } from '../alerts/own-alert.ts';
import { awsRoute, awsSubscriptions } from './alert-ports.ts';

export const handler = leaveAlert({ ...awsRoute(), subscriptions: awsSubscriptions() });
