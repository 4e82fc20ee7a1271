import { join } from 'node:path';
import { type AwsConfig, s3Client } from '../adapters/aws/clients.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { s3Quarantine } from '../adapters/aws/s3-quarantine.ts';
import { type OutboxMessage, outboxMessenger } from '../adapters/local/outbox-messenger.ts';
import { publicUploads } from '../adapters/public-uploads.ts';
import type { Clock, PlatformPorts } from '../ports.ts';
import { filesBucket, quarantineBucket, vaultBucket, verdictsBucket } from './stores/buckets.ts';

export interface LocalPlatform {
  readonly aws: AwsConfig;
  readonly dataFolder: string;
  readonly clock: Clock;
  /** Told once for each new message in the outbox. */
  readonly onMessage?: ((message: OutboxMessage, path: string) => void) | undefined;
}

/** Messages lie here, one file each. */
export const outboxFolder = (dataFolder: string): string => join(dataFolder, 'outbox');

/** What files of candidates go through on this computer: the AWS adapters over the embedded stores, and an outbox. Any thread may make its own. */
export const localPlatformPorts = ({ aws, dataFolder, clock, onMessage }: LocalPlatform): PlatformPorts => {
  const client = s3Client(aws);
  return {
    quarantine: s3Quarantine({ client, bucket: quarantineBucket }),
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
