import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalBytes } from './canonical-json.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => hash(bytes);

export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(hash(bytes));

/** The name of a body: SHA-256 of its canonical JSON, 64 hexadecimal digits. */
export const contentHash = (value: unknown): string => sha256Hex(canonicalBytes(value));

/** A hash that is computed piece by piece, for what is too large to be held at once. */
export interface RunningHash {
  readonly update: (bytes: Uint8Array) => void;
  /** 64 hexadecimal digits, once, after the last piece. */
  readonly hex: () => string;
}

export const startSha256 = (): RunningHash => {
  const state = hash.create();
  return { update: (bytes) => void state.update(bytes), hex: () => bytesToHex(state.digest()) };
};
