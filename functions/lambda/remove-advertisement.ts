import { removeAdvertisement } from '../platform/removals.ts';
import { awsWakingPorts } from './waking-ports.ts';

export const handler = removeAdvertisement(awsWakingPorts());
