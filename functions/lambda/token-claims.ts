import { tokenClaims } from '../accounts/token-claims.ts';
import { dynamoDbClient } from '../adapters/aws/clients.ts';
import { dynamoDbRecords } from '../adapters/aws/dynamodb-records.ts';
import { readConfig } from '../config.ts';

const { region, table } = readConfig();

export const handler = tokenClaims({
  records: dynamoDbRecords({ client: dynamoDbClient({ region }), table }),
});
