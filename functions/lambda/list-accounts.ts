import { listAccounts } from '../accounts/list-accounts.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = listAccounts(awsActPorts());
