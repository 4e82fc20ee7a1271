import { randomBytes } from 'node:crypto';
import { dynamoDbClient } from '../adapters/aws/clients.ts';
import { dynamoDbRecords } from '../adapters/aws/dynamodb-records.ts';
import { readConfig, required } from '../config.ts';
import type { ActPorts } from '../http/act-route.ts';
import { consoleLog } from '../http/log.ts';
import { tokenVerifier } from '../http/sign-in.ts';

/** What every function that takes acts works with on AWS. */
export const awsActPorts = (): ActPorts => {
  const config = readConfig();
  return {
    records: dynamoDbRecords({ client: dynamoDbClient({ region: config.region }), table: config.table }),
    clock: { now: () => new Date() },
    verifyToken: tokenVerifier({
      issuer: required(config.tokenIssuer, 'TOKEN_ISSUER'),
      audience: required(config.tokenAudience, 'TOKEN_AUDIENCE'),
    }),
    salt: () => randomBytes(32).toString('hex'),
    log: consoleLog,
  };
};
