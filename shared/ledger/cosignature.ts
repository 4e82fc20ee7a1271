/** A witness's word that it saw a checkpoint at a certain time, and nothing removed (C2SP tlog-cosignature v1). */
import { hexToBytes } from '@noble/hashes/utils.js';
import { ok, type Result } from '../result.ts';
import { encodeBase64 } from './base64.ts';
import { concatBytes } from './bytes.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { type LedgerProblem, refuseLedger, shown } from './ledger-problem.ts';
import {
  invalidSignature,
  type KnownSignature,
  knownSignatures,
  parseNote,
  type VerifySignature,
} from './signed-note.ts';
import { cosignatureType, keyId, signatureBytes, type VerifierKey } from './verifier-key.ts';

const timeBytes = 8;

export interface Cosignature {
  readonly name: string;
  readonly keyId: string;
  /** Seconds since 1970, as the witness states them. */
  readonly timeSeconds: number;
}

export interface CosignedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
}

/** The bytes that a witness signs. */
export const cosignatureMessage = (timeSeconds: number, noteText: string): Uint8Array =>
  new TextEncoder().encode(`cosignature/v1\ntime ${timeSeconds}\n${noteText}`);

export interface WitnessSignature {
  readonly timeSeconds: number;
  /** Ed25519 over `cosignatureMessage`. */
  readonly signature: Uint8Array;
}

/** The line that a witness adds to a checkpoint. */
export const cosignatureLine = (
  name: string,
  publicKey: Uint8Array,
  { timeSeconds, signature }: WitnessSignature,
): string => {
  const time = new Uint8Array(timeBytes);
  new DataView(time.buffer).setBigUint64(0, BigInt(timeSeconds));
  const id = hexToBytes(keyId(name, cosignatureType, publicKey));
  return `— ${name} ${encodeBase64(concatBytes(id, time, signature))}\n`;
};

/** What a line below a checkpoint claims: that this witness signed at this time. To be believed once its signature is verified. */
export interface CosignatureClaim {
  readonly known: KnownSignature;
  readonly timeSeconds: number;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

const readClaim = (known: KnownSignature, text: string): Result<CosignatureClaim, LedgerProblem> => {
  const { name, signature } = known;
  if (signature.length !== timeBytes + signatureBytes) {
    return refuseLedger(
      'cosignature-malformed',
      `The cosignature of ${shown(name)} has ${signature.length} bytes; it should have ${timeBytes + signatureBytes}.`,
    );
  }
  const time = new DataView(signature.buffer, signature.byteOffset, timeBytes).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) {
    return refuseLedger(
      'cosignature-malformed',
      `The cosignature of ${shown(name)} states the impossible time ${time}.`,
    );
  }
  const timeSeconds = Number(time);
  const message = cosignatureMessage(timeSeconds, text);
  return ok({ known, timeSeconds, message, signature: signature.slice(timeBytes) });
};

/** The checkpoint, and what the lines of the given witnesses claim. */
export interface ClaimedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly claims: readonly CosignatureClaim[];
}

/** Reads the lines of the given witnesses; nothing is verified yet. */
export const readCosignatures = (
  note: string | Uint8Array,
  witnessKeys: readonly VerifierKey[],
): Result<ClaimedCheckpoint, LedgerProblem> => {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const checkpoint = parseCheckpoint(parsed.value.text);
  if (!checkpoint.ok) return checkpoint;
  const known = knownSignatures(parsed.value, witnessKeys, cosignatureType);
  if (!known.ok) return known;
  const claims: CosignatureClaim[] = [];
  for (const signature of known.value) {
    const claim = readClaim(signature, parsed.value.text);
    if (!claim.ok) return claim;
    claims.push(claim.value);
  }
  return ok({ checkpoint: checkpoint.value, claims });
};

/** Verified claims as cosignatures; of a witness that signed twice, the later time. */
export const cosignaturesOf = ({ checkpoint, claims }: ClaimedCheckpoint): CosignedCheckpoint => {
  const latest = new Map<VerifierKey, Cosignature>();
  for (const { known, timeSeconds } of claims) {
    const { key, name, keyId: id } = known;
    if (timeSeconds > (latest.get(key)?.timeSeconds ?? -1)) latest.set(key, { name, keyId: id, timeSeconds });
  }
  return { checkpoint, cosignatures: [...latest.values()] };
};

/** The checkpoint and who of the given witnesses saw it when, with whatever verifies signatures here. */
export const verifyCosignaturesWith = async (
  verify: VerifySignature,
  note: string | Uint8Array,
  witnessKeys: readonly VerifierKey[],
): Promise<Result<CosignedCheckpoint, LedgerProblem>> => {
  const read = readCosignatures(note, witnessKeys);
  if (!read.ok) return read;
  for (const { known, message, signature } of read.value.claims)
    if (!(await verify(known.key.publicKey, message, signature))) return invalidSignature(known);
  return ok(cosignaturesOf(read.value));
};
