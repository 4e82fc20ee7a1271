import type { FilingPorts } from '../platform/platform-ports.ts';
import { awsQuarantine, awsReceipts } from './platform-ports.ts';
import { awsWakingPorts } from './waking-ports.ts';

/** What the functions that candidates call work with on AWS. */
export const awsFilingPorts = async (): Promise<FilingPorts> => ({
  ...awsWakingPorts(),
  quarantine: awsQuarantine(),
  receipts: await awsReceipts(),
});
