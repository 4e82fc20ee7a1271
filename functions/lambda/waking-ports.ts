import type { WakingPorts } from '../platform/platform-ports.ts';
import { awsActPorts } from './act-ports.ts';

/** On AWS nobody needs to be woken: the table's stream does that. */
export const awsWakingPorts = (): WakingPorts => ({ ...awsActPorts(), tend: () => undefined });
