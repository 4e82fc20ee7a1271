import { adjournCount } from '../acts/officers-acts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = adjournCount(awsActPorts());
