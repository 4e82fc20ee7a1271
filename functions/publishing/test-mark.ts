import { isRehearsalId, PLAYED_BY } from '#shared/election/rehearsal-id.ts';
import { readNoteText } from '#shared/ledger/signed-note.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import type { ElectionFold } from '#shared/recount/election-fold.ts';
import type { OrderedAct } from '#shared/recount/filing-act.ts';
import type { LatestPointer } from '#shared/recount/results.ts';
import type { ObjectStore, Signer, StoredAct } from '../ports.ts';
import { ledgerName } from './prepare-version.ts';

/** Real and test were about to be mixed in one election. Nothing public has changed; the election stays as it was published last. */
export class MixedElection extends Error {
  override readonly name = 'MixedElection';
  constructor(election: string, why: string) {
    super(
      `${election} is not published: ${why}. Test data and a real election never mix. What stands is left as it is; take out what does not belong there, or publish under another id.`,
    );
  }
}

const kindOf = (test: boolean): string => (test ? 'a test election' : 'a real election');

/** An act that is about to enter a ledger, as it was read and as it is kept. */
export interface Entering {
  readonly act: OrderedAct;
  readonly stored: Pick<StoredAct, 'partition' | 'key' | 'by'>;
}

/** Throws `MixedElection` where acts would make a real election of a test or the other way round, or bring what a rehearsal did into a real one. */
export const assertOneMark = (
  { election, definition }: Pick<ElectionFold, 'election' | 'definition'>,
  entering: readonly Entering[],
): void => {
  const definitions = entering.flatMap(({ act }) => (act.type === 'definition' ? [act.body] : []));
  const foreign = definitions.find(({ id }) => id !== election);
  if (foreign) throw new MixedElection(election, `its records hold the definition of ${foreign.id}`);
  const test = (definition ?? definitions[0])?.test;
  const other = definitions.find((next) => next.test !== test);
  if (test !== undefined && other)
    throw new MixedElection(
      election,
      `it is ${kindOf(test)}, and a revision of its definition says ${kindOf(!test)}`,
    );
  if (test !== false) return;
  if (isRehearsalId(election))
    throw new MixedElection(election, 'its id is one of a rehearsal, and its definition does not say test');
  const played = entering.find(({ stored }) => stored.by === PLAYED_BY);
  if (played)
    throw new MixedElection(
      election,
      `it is a real election, and ${played.stored.partition}/${played.stored.key} was played by a rehearsal`,
    );
};

/** Throws `MixedElection` where the pointer that stands says otherwise of test than the definition that is being published. */
export const assertPointerAgrees = (
  { election, definition }: Pick<ElectionFold, 'election' | 'definition'>,
  pointer: LatestPointer | null,
): void => {
  if (!pointer || !definition || pointer.test === definition.test) return;
  throw new MixedElection(
    election,
    `its definition says ${kindOf(definition.test)}, and what is published as version ${pointer.version} says ${kindOf(pointer.test)}`,
  );
};

/**
 * Throws `MixedElection` where the checkpoint that stands was signed in the name of the other key: a ledger of a test is never continued as that
 * of a real election, even where no pointer tells.
 */
export const assertCheckpointAgrees = async (
  files: ObjectStore,
  { election, definition }: Pick<ElectionFold, 'election' | 'definition'>,
  signers: { readonly real: Signer; readonly test: Signer },
): Promise<void> => {
  if (!definition) return;
  const standing = await files.get(dataPaths.checkpoint(election));
  const note = standing && readNoteText(standing.bytes);
  const origin = note?.ok ? note.value.split('\n')[0] : undefined;
  const other = definition.test ? signers.real : signers.test;
  const own = definition.test ? signers.test : signers.real;
  if (own.name === other.name || origin !== ledgerName(other, election)) return;
  throw new MixedElection(
    election,
    `its definition says ${kindOf(definition.test)}, and the ledger that stands is ${origin}, that of ${kindOf(!definition.test)}`,
  );
};
