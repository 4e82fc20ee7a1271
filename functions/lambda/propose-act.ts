import { proposeAct } from '../desk/second-person.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = proposeAct(awsActPorts());
