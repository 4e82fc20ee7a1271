import { putAccount } from '../accounts/accounts.ts';
import { awsAccountPorts } from './account-ports.ts';

export const handler = putAccount(awsAccountPorts());
