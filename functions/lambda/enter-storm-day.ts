import { enterStormDay } from '../platform/platform-days.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = enterStormDay(awsActPorts());
