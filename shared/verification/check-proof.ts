import { canonicalBytes } from '../canonical-json.ts';
import { openCheckpointWith } from '../ledger/checkpoint.ts';
import { type LedgerProblem, refuseLedger } from '../ledger/ledger-problem.ts';
import { leafHash } from '../ledger/merkle.ts';
import { verifyInclusion } from '../ledger/merkle-proof.ts';
import { parseProofFile } from '../ledger/proof-file.ts';
import type { VerifySignature } from '../ledger/signed-note.ts';
import { ok, type Result } from '../result.ts';

export interface ProofChecked {
  /** A C2SP tlog-proof. */
  readonly proof: string;
  /** The entry as a file of its own; `null` where the proof brings it along. */
  readonly entry: Uint8Array | null;
  readonly vkey: string;
  readonly verifySignature: VerifySignature;
}

/** What a proof proves. */
export interface Proven {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly size: number;
  readonly origin: string;
}

/** The ways in which an entry may have been saved: as it stands in the ledger, or as somebody's program wrote the same JSON. */
const spellings = (entry: Uint8Array): readonly Uint8Array[] => {
  try {
    return [entry, canonicalBytes(JSON.parse(new TextDecoder().decode(entry)))];
  } catch {
    return [entry];
  }
};

/** Whether a proof shows, by itself, that an entry stands in the ledger of this key. */
export const checkProof = async ({
  proof,
  entry,
  vkey,
  verifySignature,
}: ProofChecked): Promise<Result<Proven, LedgerProblem>> => {
  const file = parseProofFile(proof);
  if (!file.ok) return file;
  const { index, extra, checkpoint: note } = file.value;
  const checkpoint = await openCheckpointWith(verifySignature, note, vkey);
  if (!checkpoint.ok) return checkpoint;
  const { size, root, origin } = checkpoint.value;
  const given = entry ?? extra;
  if (given === undefined) return refuseLedger('file-missing', 'The proof does not bring its entry along.');
  let included: Result<true, LedgerProblem> = refuseLedger('root-mismatch', 'No entry was given.');
  for (const leaf of spellings(given)) {
    included = verifyInclusion({ index, proof: file.value.proof, size, root, leafHash: leafHash(leaf) });
    if (included.ok) return ok({ index, leaf, size, origin });
  }
  return included;
};
