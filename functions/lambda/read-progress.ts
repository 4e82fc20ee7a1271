import { readProgress } from '../desk/read-progress.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = readProgress(awsActPorts());
