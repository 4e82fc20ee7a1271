import { recordOutage } from '../platform/platform-days.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = recordOutage(awsActPorts());
