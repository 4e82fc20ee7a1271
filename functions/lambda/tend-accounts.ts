import type { DynamoDBStreamEvent } from 'aws-lambda';
import { accountTender } from '../platform/tend-account.ts';
import { accountsIn } from './stream-keys.ts';
import { awsTendPorts } from './tend-ports.ts';

const { attend, finish } = accountTender(await awsTendPorts());

/** Records of one account come one after the other, so that nobody else is woken for it meanwhile. Receipts first, then files. */
export const handler = async (event: DynamoDBStreamEvent): Promise<void> => {
  const accounts = accountsIn(event);
  for (const account of accounts) await attend(account);
  for (const account of accounts) {
    await finish(account);
    await attend(account);
  }
};
