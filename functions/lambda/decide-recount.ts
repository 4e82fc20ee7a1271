import { decideRecount } from '../acts/officers-acts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = decideRecount(awsActPorts());
