/** Places in bytes, read without ever going over their end: what is not there is `undefined`, or 0 in a number. */
export const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  asBuffer(bytes).toString('latin1', from, Math.min(bytes.length, from + length));

export const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const u = (bytes: Uint8Array, at: number, count: number, little: boolean): number => {
  let value = 0;
  for (let index = 0; index < count; index += 1) {
    const byte = bytes[at + (little ? count - 1 - index : index)] ?? 0;
    value = value * 256 + byte;
  }
  return value;
};

export const u16le = (bytes: Uint8Array, at: number): number => u(bytes, at, 2, true);
export const u32le = (bytes: Uint8Array, at: number): number => u(bytes, at, 4, true);
export const u16be = (bytes: Uint8Array, at: number): number => u(bytes, at, 2, false);
export const u32be = (bytes: Uint8Array, at: number): number => u(bytes, at, 4, false);
export const u64le = (bytes: Uint8Array, at: number): number => u(bytes, at, 8, true);

const PADDING = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20, 0xff]);

/** Whether nothing but filling stands from here to the end: zeros, ones, blanks. */
export const isPadding = (bytes: Uint8Array, from: number, to = bytes.length): boolean => {
  for (let at = from; at < to; at += 1) if (!PADDING.has(bytes[at] ?? 0)) return false;
  return true;
};

const utf16 = new TextDecoder('utf-16le');

/**
 * The bytes from here on as UTF-16, whole characters only. By a decoder and on a copy: `toString('utf16le')` of bytes that begin at an odd
 * place damages the memory of Node 24.
 */
export const utf16From = (bytes: Uint8Array, from: number): string =>
  utf16.decode(bytes.slice(from, bytes.length - ((bytes.length - from) % 2)));

/** A piece of a long file, with a little of what stands around it. */
export interface Window {
  readonly bytes: Uint8Array;
  /** Where the piece itself begins and ends in these bytes. */
  readonly from: number;
  readonly to: number;
}

const WINDOW_BYTES = 2_097_152;
/** Nothing that is looked for is longer. An even number, so that UTF-16 stays in step. */
const AROUND_BYTES = 128;

/** A file piece by piece: as text, all of it at once would take several times its size. */
export function* windowsOf(bytes: Uint8Array): Generator<Window> {
  for (let at = 0; at < bytes.length; at += WINDOW_BYTES) {
    const start = Math.max(0, at - AROUND_BYTES);
    const end = Math.min(bytes.length, at + WINDOW_BYTES);
    yield { bytes: bytes.subarray(start, end + AROUND_BYTES), from: at - start, to: end - start };
  }
}
