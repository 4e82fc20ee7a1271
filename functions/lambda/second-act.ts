import { secondAct } from '../desk/second-person.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = secondAct(awsActPorts());
