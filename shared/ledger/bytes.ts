import { concatBytes as concat } from '@noble/hashes/utils.js';

export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array => concat(...parts);

/** Whether two byte strings are the same; what is compared here is public, so the time it takes tells nothing. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
