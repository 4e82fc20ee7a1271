import { astroPages } from '../adapters/astro-pages.ts';
import { kmsClient, s3Client } from '../adapters/aws/clients.ts';
import { kmsSigner } from '../adapters/aws/kms-signer.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { removeForGood } from '../adapters/aws/s3-versions.ts';
import { readConfig, required } from '../config.ts';
import type { PublishPorts } from '../publishing/publish-election.ts';
import { awsRecords } from './records.ts';

/** What the publishing functions work with on AWS. */
export const awsPublishPorts = async (): Promise<PublishPorts & Required<Pick<PublishPorts, 'remove'>>> => {
  const config = readConfig();
  const aws = { region: config.AWS_REGION };
  const kms = kmsClient(aws);
  const name = required(config, 'LOG_ORIGIN');
  const [real, test] = await Promise.all([
    kmsSigner({ client: kms, keyId: required(config, 'SIGNING_KEY_ID'), name }),
    kmsSigner({
      client: kms,
      keyId: required(config, 'TEST_SIGNING_KEY_ID'),
      name: `${name}/test`,
    }),
  ]);
  const bucket = { client: s3Client(aws), bucket: required(config, 'PUBLIC_BUCKET') };
  return {
    records: awsRecords(),
    files: s3ObjectStore(bucket),
    // The bucket keeps versions; of what is withdrawn none may stay.
    remove: (key) => removeForGood(bucket, key),
    pages: await astroPages(new URL(required(config, 'SITE_MODULE'), import.meta.url)),
    clock: { now: () => new Date() },
    origin: config.PUBLIC_ORIGIN,
    signers: { real, test },
  };
};
