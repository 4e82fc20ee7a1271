import type { Result } from '../result.ts';
import { type Checkpoint, checkpointOf } from './checkpoint.ts';
import type { LedgerProblem } from './ledger-problem.ts';
import { parseVerifierKey } from './verifier-key.ts';
import { verifyNote } from './verify-note.ts';

/** As `openCheckpointWith`, at once: with the library that every program can load. */
export const openCheckpoint = (
  note: string | Uint8Array,
  vkey: string,
): Result<Checkpoint, LedgerProblem> => {
  const key = parseVerifierKey(vkey);
  if (!key.ok) return key;
  const verified = verifyNote(note, [key.value]);
  return verified.ok ? checkpointOf(verified.value, key.value) : verified;
};
