import { PORTAL, type Records } from '../ports.ts';

/** Records that wake the publisher when an act is accepted: what the table's stream does on AWS. */
export const wakingRecords = (records: Records, wake: (election: string) => void): Records => ({
  ...records,
  accept: async (act) => {
    const outcome = await records.accept(act);
    if (outcome.kind === 'accepted' && act.election !== PORTAL) wake(act.election);
    return outcome;
  },
});
