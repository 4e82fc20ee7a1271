import { join } from 'node:path';
import { type AwsConfig, s3Client } from '../adapters/aws/clients.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { s3Quarantine } from '../adapters/aws/s3-quarantine.ts';
import { type ClamdAddress, clamavScans } from '../adapters/clamav-scans.ts';
import { keyFileSigner } from '../adapters/local/key-file-signer.ts';
import { type OutboxMessage, outboxMessenger } from '../adapters/local/outbox-messenger.ts';
import { publicUploads } from '../adapters/public-uploads.ts';
import type { Clock, MalwareScans, PlatformPorts, Signer } from '../ports.ts';
import { filesBucket, quarantineBucket, vaultBucket, verdictsBucket } from './stores/buckets.ts';

export interface LocalPlatform {
  readonly aws: AwsConfig;
  readonly dataFolder: string;
  readonly clock: Clock;
  /** Every file is scanned by this clamd too. */
  readonly clamd?: ClamdAddress | undefined;
  /** Told once for each new message in the outbox. */
  readonly onMessage?: ((message: OutboxMessage, path: string) => void) | undefined;
}

/** The name of this computer in what it signs. */
export const LOCAL_LOG = 'open-returns.local';

/** Signs the receipts of this computer; made at the first use. */
export const receiptsSigner = (dataFolder: string): Promise<Signer> =>
  keyFileSigner({ path: join(dataFolder, 'keys', 'receipts.pem'), name: LOCAL_LOG });

/** Messages lie here, one file each. */
export const outboxFolder = (dataFolder: string): string => join(dataFolder, 'outbox');

/** Our own inspection knows the test signature; a scanner proper comes with AWS, or is asked for. */
const NO_SCANNER: MalwareScans = { engine: 'clamav', of: async () => 'absent' };

/** What files of candidates go through on this computer: the AWS adapters over the embedded stores, and an outbox. Any thread may make its own. */
export const localPlatformPorts = ({
  aws,
  dataFolder,
  clock,
  clamd,
  onMessage,
}: LocalPlatform): PlatformPorts => {
  const client = s3Client(aws);
  const quarantine = s3Quarantine({ client, bucket: quarantineBucket });
  return {
    quarantine,
    scans: clamd ? clamavScans({ quarantine, address: clamd }) : NO_SCANNER,
    verdicts: s3ObjectStore({ client, bucket: verdictsBucket }),
    vault: s3ObjectStore({ client, bucket: vaultBucket }),
    uploads: publicUploads(s3ObjectStore({ client, bucket: filesBucket })),
    messenger: outboxMessenger({
      folder: outboxFolder(dataFolder),
      clock,
      ...(onMessage === undefined ? {} : { onSent: onMessage }),
    }),
  };
};
