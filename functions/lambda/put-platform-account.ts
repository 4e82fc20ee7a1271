import { putPlatformAccount } from '../platform/platform-accounts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = putPlatformAccount(awsActPorts());
