import { enterLots } from '../acts/officers-acts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = enterLots(awsActPorts());
