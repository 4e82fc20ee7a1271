/** A witness's word that it saw a checkpoint at a certain time, and nothing removed (C2SP tlog-cosignature v1). */
import { hexToBytes } from '@noble/hashes/utils.js';
import { ok, type Result } from '../result.ts';
import { encodeBase64 } from './base64.ts';
import { concatBytes } from './bytes.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { ed25519Verify } from './ed25519.ts';
import { type LedgerProblem, refuseLedger, shown } from './ledger-problem.ts';
import { invalidSignature, type KnownSignature, knownSignatures, parseNote } from './signed-note.ts';
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

const readCosignature = (known: KnownSignature, text: string): Result<Cosignature, LedgerProblem> => {
  const { key, name, keyId, signature } = known;
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
  return ed25519Verify(key.publicKey, cosignatureMessage(timeSeconds, text), signature.slice(timeBytes))
    ? ok({ name, keyId, timeSeconds })
    : invalidSignature(known);
};

/** The checkpoint and who of the given witnesses saw it when; of a witness that signed twice, the later time. */
export const verifyCosignatures = (
  note: string | Uint8Array,
  witnessKeys: readonly VerifierKey[],
): Result<CosignedCheckpoint, LedgerProblem> => {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const checkpoint = parseCheckpoint(parsed.value.text);
  if (!checkpoint.ok) return checkpoint;
  const known = knownSignatures(parsed.value, witnessKeys, cosignatureType);
  if (!known.ok) return known;
  const latest = new Map<VerifierKey, Cosignature>();
  for (const signature of known.value) {
    const cosignature = readCosignature(signature, parsed.value.text);
    if (!cosignature.ok) return cosignature;
    const earlier = latest.get(signature.key)?.timeSeconds ?? -1;
    if (cosignature.value.timeSeconds > earlier) latest.set(signature.key, cosignature.value);
  }
  return ok({ checkpoint: checkpoint.value, cosignatures: [...latest.values()] });
};
