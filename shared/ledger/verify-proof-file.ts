import type { Result } from '../result.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { LedgerProblem } from './ledger-problem.ts';
import { verifyInclusion } from './merkle-proof.ts';
import { openCheckpoint } from './open-checkpoint.ts';
import { parseProofFile } from './proof-file.ts';

/** The checkpoint under which the receipt proves that this leaf is in the ledger of the given key. */
export const verifyProofFile = (
  text: string,
  leafHash: Uint8Array,
  vkey: string,
): Result<Checkpoint, LedgerProblem> => {
  const file = parseProofFile(text);
  if (!file.ok) return file;
  const checkpoint = openCheckpoint(file.value.checkpoint, vkey);
  if (!checkpoint.ok) return checkpoint;
  const { size, root } = checkpoint.value;
  const included = verifyInclusion({ ...file.value, size, root, leafHash });
  return included.ok ? checkpoint : included;
};
