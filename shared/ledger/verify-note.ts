import { ok, type Result } from '../result.ts';
import { ed25519Verify } from './ed25519.ts';
import type { LedgerProblem } from './ledger-problem.ts';
import { invalidSignature, oneOfEachKey, readClaims, type SignedNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** As `verifyNoteWith`, at once: with the library that every program can load. */
export const verifyNote = (
  note: string | Uint8Array,
  verifierKeys: readonly VerifierKey[],
): Result<SignedNote, LedgerProblem> => {
  const read = readClaims(note, verifierKeys);
  if (!read.ok) return read;
  const { text, message, claims } = read.value;
  const bad = claims.find(({ key, signature }) => !ed25519Verify(key.publicKey, message, signature));
  return bad === undefined ? ok({ text, signatures: oneOfEachKey(claims) }) : invalidSignature(bad);
};
