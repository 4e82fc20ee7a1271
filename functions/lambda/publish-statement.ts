import { publishStatement } from '../desk/decisions.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = publishStatement(awsActPorts());
