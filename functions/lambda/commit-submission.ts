import { commitSubmission } from '../platform/submissions.ts';
import { awsFilingPorts } from './filing-ports.ts';

export const handler = commitSubmission(await awsFilingPorts());
