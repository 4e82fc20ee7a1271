import { inspectAgain } from '../platform/inspect-again.ts';
import { signedReceipt } from '../platform/signed-receipt.ts';
import type { TendPorts } from '../platform/tend-account.ts';
import { awsAccepting } from './act-ports.ts';
import {
  awsInspector,
  awsMessenger,
  awsQuarantine,
  awsReceipts,
  awsScans,
  awsUploads,
  awsVault,
  awsVerdicts,
} from './platform-ports.ts';

/** What is needed on AWS to do for accounts whatever waits to be done. */
export const awsTendPorts = async (): Promise<TendPorts> => {
  const accepting = awsAccepting();
  const quarantine = awsQuarantine();
  const receipts = await awsReceipts();
  return {
    ...accepting,
    quarantine,
    scans: awsScans(),
    verdicts: awsVerdicts(),
    vault: awsVault(),
    uploads: awsUploads(),
    messenger: awsMessenger(),
    inspectLater: inspectAgain({ ...accepting, quarantine, inspector: awsInspector() }),
    receiptFor: (known, definition, acceptance) => signedReceipt({ receipts }, known, definition, acceptance),
  };
};
