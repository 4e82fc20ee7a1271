import { listAccounts } from '../accounts/accounts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = listAccounts(awsActPorts());
