import { dynamoDbClient } from '../adapters/aws/clients.ts';
import { dynamoDbRecords } from '../adapters/aws/dynamodb-records.ts';
import { readConfig, required } from '../config.ts';
import type { Records } from '../ports.ts';

/** The table of records, as far as the function may reach into it. */
export const awsRecords = (): Records => {
  const config = readConfig();
  const client = dynamoDbClient({ region: config.AWS_REGION });
  return dynamoDbRecords({ client, table: required(config, 'RECORDS_TABLE') });
};
