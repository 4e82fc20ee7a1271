import { kmsClient, s3Client } from '../adapters/aws/clients.ts';
import { kmsSigner } from '../adapters/aws/kms-signer.ts';
import { s3Quarantine } from '../adapters/aws/s3-quarantine.ts';
import { readConfig, required } from '../config.ts';
import type { FilingPorts } from '../platform/platform-ports.ts';
import { awsWakingPorts } from './waking-ports.ts';

/** What the functions that candidates call work with on AWS. */
export const awsFilingPorts = async (): Promise<FilingPorts> => {
  const { region, quarantineBucket, receiptKeyId, logOrigin } = readConfig();
  return {
    ...awsWakingPorts(),
    quarantine: s3Quarantine({
      client: s3Client({ region }),
      bucket: required(quarantineBucket, 'QUARANTINE_BUCKET'),
    }),
    receipts: await kmsSigner({
      client: kmsClient({ region }),
      keyId: required(receiptKeyId, 'RECEIPT_KEY_ID'),
      name: required(logOrigin, 'LOG_ORIGIN'),
    }),
  };
};
