import { declareResult } from '../acts/officers-acts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = declareResult(awsActPorts());
