/** Public keys as text, `name+id+key` (C2SP signed-note). */
import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '../hash.ts';
import { ok, type Result } from '../result.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { concatBytes } from './bytes.ts';
import { type LedgerProblem, refuseLedger, shown } from './ledger-problem.ts';

/** Of Ed25519. */
export const publicKeyBytes = 32;
export const signatureBytes = 64;

export const ed25519Type = 0x01;
export const cosignatureType = 0x04;

export type KeyType = typeof ed25519Type | typeof cosignatureType;

export interface VerifierKey {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly type: KeyType;
  readonly publicKey: Uint8Array;
}

/** A key's name stands between spaces in a note and before a plus in a key, and so contains neither. */
export const isKeyName = (name: string): boolean =>
  /^[^\p{White_Space}+]+$/u.test(name) &&
  name.isWellFormed() &&
  [...name].every((character) => character >= ' ');

/** The short name of a key: it tells keys apart, it does not secure them. */
export const keyId = (name: string, type: KeyType, publicKey: Uint8Array): string =>
  bytesToHex(
    sha256(concatBytes(new TextEncoder().encode(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, 4),
  );

export const formatVerifierKey = (
  name: string,
  publicKey: Uint8Array,
  type: KeyType = ed25519Type,
): string => {
  if (!isKeyName(name) || publicKey.length !== publicKeyBytes) {
    throw new RangeError(`Not a key that can be written down: ${shown(name)}, ${publicKey.length} bytes`);
  }
  return `${name}+${keyId(name, type, publicKey)}+${encodeBase64(concatBytes(Uint8Array.of(type), publicKey))}`;
};

const malformed = (message: string) => refuseLedger('key-malformed', message);

export const parseVerifierKey = (vkey: string): Result<VerifierKey, LedgerProblem> => {
  const [, name, id, encoded] = /^([^+]*)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  if (name === undefined || id === undefined || encoded === undefined) {
    return malformed(`${shown(vkey)} is not a verifier key; one looks like name+0123abcd+Base64.`);
  }
  if (!isKeyName(name))
    return malformed(`${shown(name)} cannot name a key: it is empty or contains a space.`);
  const [type, ...key] = decodeBase64(encoded) ?? [];
  if (type === undefined)
    return malformed(`The verifier key ${shown(name)} ends in ${shown(encoded)}, which is not Base64.`);
  if (type !== ed25519Type && type !== cosignatureType) {
    return malformed(
      `The verifier key ${shown(name)} is of type ${type}; known are ${ed25519Type} and ${cosignatureType}.`,
    );
  }
  return checkedKey({ name, keyId: id, type, publicKey: Uint8Array.from(key) });
};

const checkedKey = (key: VerifierKey): Result<VerifierKey, LedgerProblem> => {
  const { name, type, publicKey } = key;
  if (publicKey.length !== publicKeyBytes) {
    return malformed(
      `The verifier key ${shown(name)} has ${publicKey.length} bytes; Ed25519 has ${publicKeyBytes}.`,
    );
  }
  const id = keyId(name, type, publicKey);
  return id === key.keyId
    ? ok(key)
    : malformed(`The verifier key ${shown(name)} says id ${key.keyId}, but it is ${id}.`);
};
