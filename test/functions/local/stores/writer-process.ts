/** Writes without end and says, line by line, what was acknowledged; to be killed at any moment. */
import { dynamoDbClient, s3Client } from '#functions/adapters/aws/clients.ts';
import { dynamoDbRecords } from '#functions/adapters/aws/dynamodb-records.ts';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { startStores } from '#functions/local/stores/start-stores.ts';

const [, , dataFolder = '', run = ''] = process.argv;
const { dynamoDbEndpoint, s3Endpoint, credentials } = await startStores({ dataFolder });
const config = { region: 'ap-east-1', dynamoDbEndpoint, s3Endpoint, credentials };
const records = dynamoDbRecords({ client: dynamoDbClient(config), table: 'open-returns' });
const objects = s3ObjectStore({ client: s3Client(config), bucket: 'public' });
const file = (text: string) => ({
  bytes: Buffer.from(text),
  contentType: 'application/json',
  cacheControl: 'max-age=1',
});
const say = (line: string): unknown => process.stdout.write(`${line}\n`);

const accept = async (lane: number): Promise<void> => {
  for (let n = 0; ; n += 1) {
    const key = `${run}-${lane}-${n}`;
    await records.accept({
      election: 'e',
      partition: 'LC1',
      key,
      sha256: key,
      body: `"${key}"`,
      acceptedAt: 'now',
    });
    say(`act ${key}`);
  }
};
const publish = async (): Promise<void> => {
  for (let version = Number(run) * 1_000_000 + 1; ; version += 1) {
    await objects.putForward('latest.json', { ...file(`${version}`.repeat(500)), version });
    say(`pointer ${version}`);
  }
};
await Promise.all([accept(1), accept(2), accept(3), publish()]);
