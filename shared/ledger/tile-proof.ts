/** Consistency proofs read from published hash tiles: of a long ledger, only the few tiles that a proof touches. */
import { ok, type Result, refuse } from '../result.ts';
import { type LedgerProblem, refuseLedger } from './ledger-problem.ts';
import { hashBytes, nodeHash, treeRoot } from './merkle.ts';
import type { MerkleProof } from './merkle-proof.ts';
import { tilePath, tileWidth } from './tiles.ts';

/** Leaves from `from` up to, but not with, `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two below a number that is above one. */
const split = (count: number): number => {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
};

/** The subtrees that prove a tree of `old` leaves to be a beginning of this one, in the order of the proof (RFC 6962 section 2.1.2). */
const proofSpans = (old: number, { from, to }: Span, isWhole: boolean): readonly Span[] => {
  if (old === to - from) return isWhole ? [] : [{ from, to }];
  const middle = from + split(to - from);
  if (old <= middle - from) return [...proofSpans(old, { from, to: middle }, isWhole), { from: middle, to }];
  return [...proofSpans(old - (middle - from), { from: middle, to }, false), { from, to: middle }];
};

/** Where the hash of a complete subtree is found: some hashes of a tile, which it is the root of. */
interface TileSlice {
  readonly path: string;
  /** Hashes that the tile holds. */
  readonly width: number;
  readonly first: number;
  readonly count: number;
}

const sliceOf = ({ from, to }: Span, size: number): TileSlice => {
  let [level, leavesPerHash] = [0, 1];
  while (leavesPerHash * tileWidth <= to - from)
    [level, leavesPerHash] = [level + 1, leavesPerHash * tileWidth];
  const position = from / leavesPerHash;
  const index = Math.floor(position / tileWidth);
  const width = Math.min(tileWidth, Math.floor(size / leavesPerHash) - index * tileWidth);
  return {
    path: tilePath(level, index, width),
    width,
    first: position - index * tileWidth,
    count: (to - from) / leavesPerHash,
  };
};

const isComplete = ({ from, to }: Span): boolean => to - from === 1 || 2 * split(to - from) === to - from;

/** The complete subtrees that a span falls into, left to right. */
const completeSpans = (span: Span): readonly Span[] => {
  if (isComplete(span)) return [span];
  const middle = span.from + split(span.to - span.from);
  return [{ from: span.from, to: middle }, ...completeSpans({ from: middle, to: span.to })];
};

const spansOf = (size1: number, size2: number): readonly Span[] => {
  if (!Number.isSafeInteger(size1) || size1 < 1 || !Number.isSafeInteger(size2) || size2 < size1)
    throw new RangeError(`No proof leads from ${size1} to ${size2} entries`);
  return proofSpans(size1, { from: 0, to: size2 }, true);
};

/** The tiles that must be fetched for a proof from one size, at least 1, to another; paths within the ledger. */
export const proofTilePaths = (size1: number, size2: number): readonly string[] => [
  ...new Set(
    spansOf(size1, size2)
      .flatMap(completeSpans)
      .map((span) => sliceOf(span, size2).path),
  ),
];

/** So many hashes as a tile must hold, or what is wrong with it. */
export const hashesOfTile = (tile: Uint8Array, width: number): Result<readonly Uint8Array[], string> =>
  tile.length === width * hashBytes
    ? ok(Array.from({ length: width }, (_, at) => tile.slice(at * hashBytes, (at + 1) * hashBytes)))
    : refuse(`has ${tile.length} bytes instead of ${width * hashBytes}`);

const readSlice = (
  { path, width, first, count }: TileSlice,
  tiles: ReadonlyMap<string, Uint8Array>,
): Result<Uint8Array, LedgerProblem> => {
  const tile = tiles.get(path);
  if (tile === undefined) return refuseLedger('file-missing', `The ledger lacks ${path}.`);
  const hashes = hashesOfTile(tile, width);
  if (!hashes.ok) return refuseLedger('file-mismatch', `${path} ${hashes.problem}.`);
  return ok(treeRoot(hashes.value.slice(first, first + count)));
};

/** The proof that these tiles give. Nothing in them is believed: whether the proof holds is for `verifyConsistency` to say. */
export const proofFromTiles = (
  size1: number,
  size2: number,
  tiles: ReadonlyMap<string, Uint8Array>,
): Result<MerkleProof, LedgerProblem> => {
  const proof: Uint8Array[] = [];
  for (const span of spansOf(size1, size2)) {
    const parts: Uint8Array[] = [];
    for (const complete of completeSpans(span)) {
      const hash = readSlice(sliceOf(complete, size2), tiles);
      if (!hash.ok) return hash;
      parts.push(hash.value);
    }
    proof.push(parts.reduceRight((right, left) => nodeHash(left, right)));
  }
  return ok(proof);
};

/** The leaf hashes that the tiles of the lowest level hold, in order. */
export const leafHashesIn = (
  size: number,
  tiles: ReadonlyMap<string, Uint8Array>,
): Result<readonly Uint8Array[], LedgerProblem> => {
  const hashes: Uint8Array[] = [];
  for (const path of leafTilePaths(size)) {
    const width = Math.min(tileWidth, size - hashes.length);
    const tile = tiles.get(path);
    if (tile === undefined) return refuseLedger('file-missing', `The ledger lacks ${path}.`);
    const inTile = hashesOfTile(tile, width);
    if (!inTile.ok) return refuseLedger('file-mismatch', `${path} ${inTile.problem}.`);
    hashes.push(...inTile.value);
  }
  return ok(hashes);
};

/** The tiles of the lowest level. */
export const leafTilePaths = (size: number): readonly string[] =>
  Array.from({ length: Math.ceil(size / tileWidth) }, (_, index) =>
    tilePath(0, index, Math.min(tileWidth, size - index * tileWidth)),
  );
