import { openSubmission } from '../platform/submissions.ts';
import { awsFilingPorts } from './filing-ports.ts';

export const handler = openSubmission(await awsFilingPorts());
