import { readPlatform } from '../platform/read-platform.ts';
import { awsFilingPorts } from './filing-ports.ts';

export const handler = readPlatform(await awsFilingPorts());
