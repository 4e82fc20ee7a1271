import { resolveEntries } from '../desk/form-acts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = resolveEntries(awsActPorts());
