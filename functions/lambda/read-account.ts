import { readAccountRoute } from '../accounts/read-account.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = readAccountRoute(awsActPorts());
