/** RFC 6962 section 2.1 word for word: slow, recursive, with Node's own SHA-256. */
import { createHash } from 'node:crypto';

const sha = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** The largest power of two smaller than n. */
const split = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

export const naiveRoot = (data: readonly Uint8Array[]): Uint8Array => {
  if (data.length === 0) return sha();
  if (data.length === 1) return sha(Uint8Array.of(0), data[0]!);
  const k = split(data.length);
  return sha(Uint8Array.of(1), naiveRoot(data.slice(0, k)), naiveRoot(data.slice(k)));
};

export const naivePath = (m: number, data: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (data.length === 1) return [];
  const k = split(data.length);
  return m < k
    ? [...naivePath(m, data.slice(0, k)), naiveRoot(data.slice(k))]
    : [...naivePath(m - k, data.slice(k)), naiveRoot(data.slice(0, k))];
};

const naiveSubproof = (m: number, data: readonly Uint8Array[], known: boolean): readonly Uint8Array[] => {
  const n = data.length;
  if (m === n) return known ? [] : [naiveRoot(data)];
  const k = split(n);
  return m <= k
    ? [...naiveSubproof(m, data.slice(0, k), known), naiveRoot(data.slice(k))]
    : [...naiveSubproof(m - k, data.slice(k), false), naiveRoot(data.slice(0, k))];
};

export const naiveConsistency = (m: number, data: readonly Uint8Array[]): readonly Uint8Array[] =>
  naiveSubproof(m, data, true);
