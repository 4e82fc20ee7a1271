import type { DynamoDBStreamEvent } from 'aws-lambda';
import { accountTender } from '../platform/tend-account.ts';
import { accountsIn } from './stream-keys.ts';
import { awsTendPorts } from './tend-ports.ts';

const tend = accountTender(await awsTendPorts());

/** Records of one account come one after the other, so that nobody else is woken for it meanwhile. */
export const handler = async (event: DynamoDBStreamEvent): Promise<void> => {
  for (const account of accountsIn(event)) await tend(account);
};
