import { parseNamedWitnesses } from '#shared/ledger/named-witness.ts';
import { s3Client } from '../adapters/aws/clients.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { httpWitnesses } from '../adapters/http-witnesses.ts';
import { readConfig, required } from '../config.ts';
import { consoleLog } from '../http/log.ts';
import { collectCosignatures } from '../publishing/collect-cosignatures.ts';
import { inParallel } from '../publishing/in-parallel.ts';
import { awsRecords } from './records.ts';

const config = readConfig();
const witnesses = parseNamedWitnesses(config.WITNESSES ?? '');
if (!witnesses.ok) throw new Error(`The environment variable WITNESSES is wrong. ${witnesses.problem}`);
const files = s3ObjectStore({
  client: s3Client({ region: config.AWS_REGION }),
  bucket: required(config, 'PUBLIC_BUCKET'),
});
const ports = { files, witnesses: witnesses.value, calls: httpWitnesses() };
const records = awsRecords();

export const handler = async (): Promise<void> => {
  if (ports.witnesses.length === 0) return;
  await inParallel(await records.elections(), async (election) => {
    const { asked } = await collectCosignatures(ports, election);
    for (const { witness, kind, message } of asked)
      if (kind === 'refused' || kind === 'silent')
        consoleLog({
          level: 'warn',
          function: 'collect-cosignatures',
          request: election,
          status: 502,
          cause: `${witness}: ${message}`,
        });
  });
};
