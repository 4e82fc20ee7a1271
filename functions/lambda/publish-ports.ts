import { astroPages } from '../adapters/astro-pages.ts';
import { dynamoDbClient, kmsClient, s3Client } from '../adapters/aws/clients.ts';
import { dynamoDbRecords } from '../adapters/aws/dynamodb-records.ts';
import { kmsSigner } from '../adapters/aws/kms-signer.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { readConfig, required } from '../config.ts';
import type { PublishPorts } from '../publishing/publish-election.ts';

/** What the publishing functions work with on AWS. */
export const awsPublishPorts = async (): Promise<PublishPorts & Required<Pick<PublishPorts, 'remove'>>> => {
  const config = readConfig();
  const aws = { region: config.region };
  const kms = kmsClient(aws);
  const name = required(config.logOrigin, 'LOG_ORIGIN');
  const [real, test] = await Promise.all([
    kmsSigner({ client: kms, keyId: required(config.signingKeyId, 'SIGNING_KEY_ID'), name }),
    kmsSigner({
      client: kms,
      keyId: required(config.testSigningKeyId, 'TEST_SIGNING_KEY_ID'),
      name: `${name}/test`,
    }),
  ]);
  const files = s3ObjectStore({ client: s3Client(aws), bucket: required(config.bucket, 'PUBLIC_BUCKET') });
  return {
    records: dynamoDbRecords({ client: dynamoDbClient(aws), table: config.table }),
    files,
    remove: (key) => files.remove(key),
    pages: await astroPages(new URL(required(config.siteModule, 'SITE_MODULE'), import.meta.url)),
    clock: { now: () => new Date() },
    signers: { real, test },
  };
};
