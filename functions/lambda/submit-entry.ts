import { submitEntry } from '../desk/form-acts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = submitEntry(awsActPorts());
