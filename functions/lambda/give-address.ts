import { giveAddress } from '../platform/candidate-acts.ts';
import { awsFilingPorts } from './filing-ports.ts';

export const handler = giveAddress(await awsFilingPorts());
