import { type EndingPorts, endInspection } from './end-inspection.ts';
import { type AccountPlace, accountsOf } from './platform-records.ts';

/** Ends what is to end by itself, then does this for every account of every election; one's trouble keeps no other from its turn. */
export const sweepAccounts = async (
  ports: EndingPorts,
  tend: (of: AccountPlace) => Promise<void>,
): Promise<void> => {
  const failures: unknown[] = [];
  const attempt = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((failure: unknown) => failures.push(failure));
  for (const election of await ports.records.elections()) {
    await attempt(endInspection(ports, election));
    const accounts = await accountsOf(ports.records, election);
    for (const account of accounts) await attempt(tend({ election, account }));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not every account could be tended');
};
