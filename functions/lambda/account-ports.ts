import type { AccountPorts } from '../accounts/accounts.ts';
import { cognitoClient } from '../adapters/aws/clients.ts';
import { cognitoDirectory } from '../adapters/aws/cognito-directory.ts';
import { readConfig, required } from '../config.ts';
import { awsActPorts } from './act-ports.ts';

/** What the functions that manage accounts work with on AWS. */
export const awsAccountPorts = (): AccountPorts => {
  const config = readConfig();
  const client = cognitoClient({ region: config.AWS_REGION });
  return {
    ...awsActPorts(),
    directory: cognitoDirectory({ client, userPool: required(config, 'USER_POOL_ID') }),
  };
};
