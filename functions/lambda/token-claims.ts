import { tokenClaims } from '../accounts/token-claims.ts';
import { awsRecords } from './records.ts';

export const handler = tokenClaims({ records: awsRecords() });
