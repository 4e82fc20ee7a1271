import { isDeskPartition } from '#shared/desk/desk-record.ts';
import { accountOfPartition } from '../platform/platform-records.ts';
import { PORTAL, type Records } from '../ports.ts';

/** Records that wake the publisher when an act is accepted: what the table's stream does on AWS. */
export const wakingRecords = (records: Records, wake: (election: string) => void): Records => ({
  ...records,
  accept: async (act) => {
    const outcome = await records.accept(act);
    const isPublic =
      act.election !== PORTAL &&
      !isDeskPartition(act.partition) &&
      accountOfPartition(act.partition) === null;
    if (outcome.kind === 'accepted' && isPublic) wake(act.election);
    return outcome;
  },
});
