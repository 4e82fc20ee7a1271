import { isRehearsalId } from '#shared/election/rehearsal-id.ts';
import { definitionRevisions, readableAct } from '../acts/stored-acts.ts';
import { PORTAL, type Records, type StoredAct } from '../ports.ts';

/** Something of an election that is no rehearsal night: a fault of this program, or of what was put into the records. */
export class NotARehearsal extends Error {
  override readonly name = 'NotARehearsal';
}

const assertRehearsalId = (election: string): void => {
  if (isRehearsalId(election)) return;
  throw new NotARehearsal(
    `A rehearsal neither reads nor writes the election ${election}: its id does not begin as one.`,
  );
};

/** The mark that an act gives its election, or null where it is no definition. */
const markOf = (stored: StoredAct): boolean | null => {
  const act = readableAct(stored);
  return act?.type === 'definition' ? act.body.test && act.body.id === stored.election : null;
};

/**
 * The records as far as a rehearsal may reach: elections whose id begins as a rehearsal's and whose definition says test, and of those only
 * acts. The role of the function on AWS says the same of the ids; the mark is held here, before anything is written.
 */
export const rehearsalRecords = (records: Records): Records => {
  const marked = new Set<string>();
  const assertMarked = async (act: StoredAct): Promise<void> => {
    assertRehearsalId(act.election);
    const given = markOf(act);
    if (given === null && marked.has(act.election)) return;
    const standing = (await definitionRevisions(records, act.election)).at(-1)?.body.test ?? given;
    if (standing !== true || given === false)
      throw new NotARehearsal(
        `A rehearsal does not write the election ${act.election}: its definition does not say test.`,
      );
    if (given === null) marked.add(act.election);
  };
  const never = async (): Promise<never> => {
    throw new NotARehearsal('A rehearsal orders nothing, and knows no other election.');
  };
  return {
    accept: async (act) => {
      await assertMarked(act);
      return records.accept(act);
    },
    find: async (election, partition, key) => {
      assertRehearsalId(election);
      return records.find(election, partition, key);
    },
    list: async (election, partition, keys) => {
      // Nobody signs in for a rehearsal, so nobody's account is looked up.
      if (election === PORTAL) return [];
      assertRehearsalId(election);
      return records.list(election, partition, keys);
    },
    registerElection: async (election) => {
      assertRehearsalId(election);
      await records.registerElection(election);
    },
    appendBatch: never,
    batches: never,
    elections: never,
  };
};
