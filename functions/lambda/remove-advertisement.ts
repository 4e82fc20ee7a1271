import { removeAdvertisement } from '../platform/removals.ts';
import { awsFilingPorts } from './filing-ports.ts';

export const handler = removeAdvertisement(await awsFilingPorts());
