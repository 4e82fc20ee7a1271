import { readStation } from '../desk/read-desk.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = readStation(awsActPorts());
