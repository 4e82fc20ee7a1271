import type { AccountPorts } from '../accounts/accounts.ts';
import { cognitoClient } from '../adapters/aws/clients.ts';
import { cognitoDirectory } from '../adapters/aws/cognito-directory.ts';
import { readConfig, required } from '../config.ts';
import { awsActPorts } from './act-ports.ts';

/** What the functions that manage accounts work with on AWS. */
export const awsAccountPorts = (): AccountPorts => {
  const { region, userPoolId } = readConfig();
  const userPool = required(userPoolId, 'USER_POOL_ID');
  return { ...awsActPorts(), directory: cognitoDirectory({ client: cognitoClient({ region }), userPool }) };
};
