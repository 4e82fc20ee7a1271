/** Text with signatures below it, `— name signature` (C2SP signed-note). */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { ok, type Result } from '../result.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { concatBytes } from './bytes.ts';
import { type LedgerProblem, refuseLedger, shown } from './ledger-problem.ts';
import { ed25519Type, isKeyName, type KeyType, keyId, type VerifierKey } from './verifier-key.ts';

/** Bounds of the Go implementation, so that what one accepts the other does: a million bytes, a hundred signatures. */
export const maxNoteBytes = 1_000_000;
export const maxNoteSignatures = 100;

const keyIdBytes = 4;

export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** What is signed, its last newline included. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const malformed = (message: string) => refuseLedger('note-malformed', message);

const decodeText = (note: string | Uint8Array): string | undefined => {
  if (typeof note === 'string') return note.isWellFormed() ? note : undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note);
  } catch {
    return undefined;
  }
};

const isTooLong = (note: string | Uint8Array): boolean =>
  note.length > maxNoteBytes ||
  (typeof note === 'string' && new TextEncoder().encode(note).length > maxNoteBytes);

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const forbiddenCharacter = /[\u0000-\u0009\u000b-\u001f]/;

/** Text that a note may consist of: valid UTF-8, no control characters but newline. */
export const readNoteText = (note: string | Uint8Array): Result<string, LedgerProblem> => {
  if (isTooLong(note)) return malformed(`A note has more than the ${maxNoteBytes} bytes that are read.`);
  const text = decodeText(note);
  if (text === undefined) return malformed('A note is not valid UTF-8.');
  const control = forbiddenCharacter.exec(text);
  return control === null
    ? ok(text)
    : malformed(`A note contains the control character ${shown(control[0])} at position ${control.index}.`);
};

const parseSignatureLine = (line: string): Result<NoteSignature, LedgerProblem> => {
  const [, name, encoded] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) {
    return malformed(`${shown(line)} is not a signature line; one looks like "— name Base64".`);
  }
  const bytes = decodeBase64(encoded);
  if (bytes === undefined)
    return malformed(`The signature of ${shown(name)} is not Base64: ${shown(encoded)}.`);
  if (bytes.length <= keyIdBytes) {
    return malformed(
      `The signature of ${shown(name)} has ${bytes.length} bytes, too few for a key id and a signature.`,
    );
  }
  return ok({ name, keyId: bytesToHex(bytes.slice(0, keyIdBytes)), signature: bytes.slice(keyIdBytes) });
};

const parseSignatures = (block: string): Result<readonly NoteSignature[], LedgerProblem> => {
  if (!block.endsWith('\n'))
    return malformed('A note has no signature line that ends in a newline after its last blank line.');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > maxNoteSignatures) {
    return malformed(`A note has ${lines.length} signatures; at most ${maxNoteSignatures} are read.`);
  }
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (!signature.ok) return signature;
    signatures.push(signature.value);
  }
  return ok(signatures);
};

/** Takes a note apart; nothing in it is to be believed before its signatures are verified. */
export const parseNote = (note: string | Uint8Array): Result<SignedNote, LedgerProblem> => {
  const whole = readNoteText(note);
  if (!whole.ok) return whole;
  const blankLine = whole.value.lastIndexOf('\n\n');
  if (blankLine < 0) return malformed('A note has no blank line between text and signatures.');
  const signatures = parseSignatures(whole.value.slice(blankLine + 2));
  return signatures.ok
    ? ok({ text: whole.value.slice(0, blankLine + 1), signatures: signatures.value })
    : signatures;
};

/** A signature as it stands in a note. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${encodeBase64(concatBytes(hexToBytes(keyId), signature))}\n`;

/** The line that says: this key signed; the signature itself is made where the private key lives. */
export const noteSignatureLine = (name: string, publicKey: Uint8Array, signature: Uint8Array): string =>
  signatureLine({ name, keyId: keyId(name, ed25519Type, publicKey), signature });

/** A note as it is published; signature lines are those of `noteSignatureLine`, or signatures read from a note. */
export const formatNote = (text: string, signatures: readonly (NoteSignature | string)[]): string => {
  const lines = signatures.map((signature) =>
    typeof signature === 'string' ? signature : signatureLine(signature),
  );
  const note = `${text}\n${lines.join('')}`;
  const parsed = parseNote(note);
  if (!parsed.ok || parsed.value.text !== text)
    throw new RangeError(`Not a note that can be read back: ${shown(note)}`);
  return note;
};

const isKeyOf = (key: VerifierKey, signature: NoteSignature): boolean =>
  key.name === signature.name && key.keyId === signature.keyId;

export interface KnownSignature extends NoteSignature {
  readonly key: VerifierKey;
}

/** The signatures by given keys of one type, told by name and id; signatures of others are passed over. */
export const knownSignatures = (
  note: SignedNote,
  keys: readonly VerifierKey[],
  type: KeyType,
): Result<readonly KnownSignature[], LedgerProblem> => {
  const known: KnownSignature[] = [];
  for (const signature of note.signatures) {
    const [key, other] = keys.filter((each) => each.type === type && isKeyOf(each, signature));
    if (other !== undefined) {
      return refuseLedger(
        'key-ambiguous',
        `Two given keys are both called ${shown(other.name)} with id ${other.keyId}.`,
      );
    }
    if (key !== undefined) known.push({ ...signature, key });
  }
  const asked = keys.map((key) => `${key.name}+${key.keyId}`).join(', ');
  return known.length > 0
    ? ok(known)
    : refuseLedger('signature-missing', `The note is not signed by any of the keys ${shown(asked)}.`);
};

export const invalidSignature = ({ name, keyId }: NoteSignature) =>
  refuseLedger('signature-invalid', `The signature of ${shown(name)} (key ${keyId}) does not fit the text.`);

/** A note and the signatures by which it is claimed: to be believed once every one of them was verified. */
interface ClaimedNote {
  readonly text: string;
  /** What the signatures are of. */
  readonly message: Uint8Array;
  readonly claims: readonly KnownSignature[];
}

/** Takes a note apart for those who verify its signatures. */
export const readClaims = (
  note: string | Uint8Array,
  verifierKeys: readonly VerifierKey[],
): Result<ClaimedNote, LedgerProblem> => {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const known = knownSignatures(parsed.value, verifierKeys, ed25519Type);
  if (!known.ok) return known;
  const message = new TextEncoder().encode(parsed.value.text);
  return ok({ text: parsed.value.text, message, claims: known.value });
};

/** Whether a signature is good. Browsers bring their own way to know, and answer later. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** The text of a note and who signed it; one bad signature of a known key refuses the whole note. */
export const verifyNoteWith = async (
  verify: VerifySignature,
  note: string | Uint8Array,
  verifierKeys: readonly VerifierKey[],
): Promise<Result<SignedNote, LedgerProblem>> => {
  const read = readClaims(note, verifierKeys);
  if (!read.ok) return read;
  const { text, message, claims } = read.value;
  for (const claim of claims) {
    if (!(await verify(claim.key.publicKey, message, claim.signature))) return invalidSignature(claim);
  }
  return ok({ text, signatures: oneOfEachKey(claims) });
};

/** Of a key that signed twice, one signature. */
export const oneOfEachKey = (signatures: readonly KnownSignature[]): readonly NoteSignature[] =>
  [...new Map(signatures.map((each) => [each.key, each])).values()].map(({ name, keyId, signature }) => ({
    name,
    keyId,
    signature,
  }));
