import { sendBackEntry } from '../desk/form-acts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = sendBackEntry(awsActPorts());
