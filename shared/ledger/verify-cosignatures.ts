import { ok, type Result } from '../result.ts';
import { type CosignedCheckpoint, cosignaturesOf, readCosignatures } from './cosignature.ts';
import { ed25519Verify } from './ed25519.ts';
import type { LedgerProblem } from './ledger-problem.ts';
import { invalidSignature } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** As `verifyCosignaturesWith`, at once: with the library that every program can load. */
export const verifyCosignatures = (
  note: string | Uint8Array,
  witnessKeys: readonly VerifierKey[],
): Result<CosignedCheckpoint, LedgerProblem> => {
  const read = readCosignatures(note, witnessKeys);
  if (!read.ok) return read;
  const bad = read.value.claims.find(
    ({ known, message, signature }) => !ed25519Verify(known.key.publicKey, message, signature),
  );
  return bad === undefined ? ok(cosignaturesOf(read.value)) : invalidSignature(bad.known);
};
