/**
 * SHA-256 (FIPS 180-4) and the few helpers beside it, in the place of the hash library's `sha2` and `utils` for the one page whose scripts have
 * to be small. The build puts it there in the worker that checks elections, and nowhere else; a test holds it against the library.
 */

const BLOCK_BYTES = 64;
const ROUNDS = 64;

/** The first so many primes. */
const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
};

/** The greatest whole number whose power of this degree is not above the value. */
const root = (value: bigint, degree: bigint): bigint => {
  let found = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((found + bit) ** degree <= value) found += bit;
  return found;
};

/** The first 32 bits of the fractions of square or cube roots of primes: the constants of the standard, computed exactly. */
const fractions = (count: number, degree: bigint): Int32Array =>
  Int32Array.from(primes(count), (prime) =>
    Number(BigInt.asIntN(32, root(BigInt(prime) << (32n * degree), degree))),
  );

const START = fractions(8, 2n);
const CONSTANTS = fractions(ROUNDS, 3n);

/** The message schedule of the block in work. */
const schedule = new Int32Array(ROUNDS);
// Typed arrays hold a number at each of their places; a check of every one would halve the speed.
const scheduled = (round: number): number => schedule[round] as number;

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const compress = (state: Int32Array, block: DataView, at: number): void => {
  for (let round = 0; round < 16; round += 1) schedule[round] = block.getInt32(at + 4 * round);
  for (let round = 16; round < ROUNDS; round += 1) {
    const early = scheduled(round - 15);
    const late = scheduled(round - 2);
    const ofEarly = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const ofLate = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule[round] = (ofEarly + ofLate + scheduled(round - 16) + scheduled(round - 7)) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ofE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const ofA = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const first = (h + ofE + ((e & f) ^ (~e & g)) + (CONSTANTS[round] as number) + scheduled(round)) | 0;
    const second = (ofA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = a + (state[0] as number);
  state[1] = b + (state[1] as number);
  state[2] = c + (state[2] as number);
  state[3] = d + (state[3] as number);
  state[4] = e + (state[4] as number);
  state[5] = f + (state[5] as number);
  state[6] = g + (state[6] as number);
  state[7] = h + (state[7] as number);
};

/** What is left after the whole blocks, with the mark of its end and the length in bits. */
const padded = (bytes: Uint8Array): DataView => {
  const rest = bytes.subarray(bytes.length - (bytes.length % BLOCK_BYTES));
  const whole = new Uint8Array(rest.length + 9 > BLOCK_BYTES ? 2 * BLOCK_BYTES : BLOCK_BYTES);
  whole.set(rest);
  whole[rest.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, bytes.length / 2 ** 29);
  view.setUint32(whole.length - 4, bytes.length * 8);
  return view;
};

export const sha256 = (bytes: Uint8Array): Uint8Array => {
  const state = Int32Array.from(START);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + BLOCK_BYTES <= bytes.length; at += BLOCK_BYTES) compress(state, view, at);
  const end = padded(bytes);
  for (let at = 0; at < end.byteLength; at += BLOCK_BYTES) compress(state, end, at);
  const hash = new DataView(new ArrayBuffer(4 * state.length));
  state.forEach((word, index) => {
    hash.setInt32(4 * index, word);
  });
  return new Uint8Array(hash.buffer);
};

export const bytesToHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const hexToBytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));

export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
