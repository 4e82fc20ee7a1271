import { putDefinition } from '../acts/put-definition.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = putDefinition(awsActPorts());
