import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalBytes } from './canonical-json.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => hash(bytes);

export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(hash(bytes));

/** The name of a body: SHA-256 of its canonical JSON, 64 hexadecimal digits. */
export const contentHash = (value: unknown): string => sha256Hex(canonicalBytes(value));
