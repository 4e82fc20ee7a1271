import { signOutEverywhere } from '../accounts/accounts.ts';
import { awsAccountPorts } from './account-ports.ts';

export const handler = signOutEverywhere(awsAccountPorts());
