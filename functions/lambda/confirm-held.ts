import { confirmHeld } from '../platform/candidate-acts.ts';
import { awsFilingPorts } from './filing-ports.ts';

export const handler = confirmHeld(await awsFilingPorts());
