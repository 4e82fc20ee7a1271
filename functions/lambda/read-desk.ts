import { readDesk } from '../desk/read-desk.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = readDesk(awsActPorts());
