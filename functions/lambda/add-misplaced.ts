import { addMisplaced } from '../acts/submit-reports.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = addMisplaced(awsActPorts());
