import { relocateCount } from '../acts/officers-acts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = relocateCount(awsActPorts());
