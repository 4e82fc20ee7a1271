/** What a ledger says of itself: who it is, how many entries, which root (C2SP tlog-checkpoint). */
import { ok, type Result } from '../result.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type LedgerProblem, refuseLedger, shown } from './ledger-problem.ts';
import { hashBytes } from './merkle.ts';
import { readNoteText, type SignedNote, type VerifySignature, verifyNoteWith } from './signed-note.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions: readonly string[];
}

const malformed = (message: string) => refuseLedger('checkpoint-malformed', message);

/** A whole number without sign or leading zeros that a program can count to, else nothing. */
export const parseDecimal = (text: string): number | undefined => {
  const value = /^(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
};

/** Reads the text of a checkpoint note, signatures taken off. */
export const parseCheckpoint = (noteText: string): Result<Checkpoint, LedgerProblem> => {
  const text = readNoteText(noteText);
  if (!text.ok) return text;
  if (!noteText.endsWith('\n')) return malformed('A checkpoint does not end in a newline.');
  const [origin, sizeText, rootText, ...extensions] = noteText.slice(0, -1).split('\n');
  if (origin === undefined || sizeText === undefined || rootText === undefined) {
    return malformed('A checkpoint has fewer than the three lines origin, size and root.');
  }
  if (origin === '' || extensions.includes('')) return malformed('A checkpoint has an empty line.');
  const size = parseDecimal(sizeText);
  if (size === undefined)
    return malformed(`${shown(sizeText)} is not a tree size: a whole number without leading zeros.`);
  const root = decodeBase64(rootText);
  return root?.length === hashBytes
    ? ok({ origin, size, root, extensions })
    : malformed(`${shown(rootText)} is not the Base64 of a root hash of ${hashBytes} bytes.`);
};

export interface TreeHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions?: readonly string[];
}

/** The text that is signed. */
export const formatCheckpoint = ({ origin, size, root, extensions = [] }: TreeHead): string => {
  const text = [origin, String(size), encodeBase64(root), ...extensions, ''].join('\n');
  const read = parseCheckpoint(text);
  if (!read.ok || read.value.origin !== origin || read.value.extensions.length !== extensions.length) {
    throw new RangeError(`Not a checkpoint that can be read back: ${shown(text)}`);
  }
  return text;
};

/** The checkpoint that a note signed by this key holds, where it speaks for the ledger that the key belongs to. */
export const checkpointOf = (note: SignedNote, key: VerifierKey): Result<Checkpoint, LedgerProblem> => {
  const checkpoint = parseCheckpoint(note.text);
  if (!checkpoint.ok || checkpoint.value.origin === key.name) return checkpoint;
  return refuseLedger(
    'origin-mismatch',
    `The checkpoint is of ${shown(checkpoint.value.origin)}, but the key is of ${shown(key.name)}.`,
  );
};

/** The checkpoint in a note, once its signature is verified and it speaks for the ledger that the key belongs to. */
export const openCheckpointWith = async (
  verify: VerifySignature,
  note: string | Uint8Array,
  vkey: string,
): Promise<Result<Checkpoint, LedgerProblem>> => {
  const key = parseVerifierKey(vkey);
  if (!key.ok) return key;
  const verified = await verifyNoteWith(verify, note, [key.value]);
  return verified.ok ? checkpointOf(verified.value, key.value) : verified;
};
