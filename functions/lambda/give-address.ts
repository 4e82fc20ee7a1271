import { giveAddress } from '../platform/candidate-acts.ts';
import { awsWakingPorts } from './waking-ports.ts';

export const handler = giveAddress(awsWakingPorts());
