import { sweepAccounts } from '../platform/sweep-accounts.ts';
import { accountTender } from '../platform/tend-account.ts';
import { awsTendPorts } from './tend-ports.ts';

const ports = await awsTendPorts();
/** Whoever was woken has told of it by then. */
const patienceMs = 3 * 60 * 1000;
const { attend, finish } = accountTender({ ...ports, patienceMs });

export const handler = (): Promise<void> =>
  sweepAccounts(ports, async (account) => {
    await attend(account);
    await finish(account);
  });
