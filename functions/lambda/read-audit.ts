import { readAudit } from '../desk/read-audit.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = readAudit(awsActPorts());
