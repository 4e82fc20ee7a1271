/** Inclusion and consistency proofs: made as in RFC 6962 section 2.1, checked as in RFC 9162 section 2.1. */
import { must, ok, type Result } from '../result.ts';
import { encodeBase64 } from './base64.ts';
import { sameBytes } from './bytes.ts';
import { type LedgerProblem, refuseLedger } from './ledger-problem.ts';
import { hashBytes, nodeHash, parentsOf } from './merkle.ts';

export type MerkleProof = readonly Uint8Array[];

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

/** The neighbours on the way from one node up to the root. */
const pathFrom = (start: readonly Uint8Array[], position: number): MerkleProof => {
  const path: Uint8Array[] = [];
  let level = start;
  for (let at = position; level.length > 1; at = half(at)) {
    const neighbour = level[isOdd(at) ? at - 1 : at + 1];
    if (neighbour !== undefined) path.push(neighbour);
    level = parentsOf(level);
  }
  return path;
};

const outsideTree = (index: number, size: number) =>
  refuseLedger('index-outside-tree', `Entry ${index} is not in a ledger of ${size} entries; the first is 0.`);

/** Proof that the entry at `index` is in the tree of the first `size` leaves. */
export const inclusionProof = (
  leafHashes: readonly Uint8Array[],
  index: number,
  size: number = leafHashes.length,
): Result<MerkleProof, LedgerProblem> => {
  if (!isCount(size) || size > leafHashes.length) return tooLarge(size, leafHashes.length);
  if (!isCount(index) || index >= size) return outsideTree(index, size);
  return ok(pathFrom(leafHashes.slice(0, size), index));
};

const tooLarge = (size: number, available: number) =>
  refuseLedger('size-invalid', `No tree of ${size} entries can be made from ${available}.`);

/** Proof that the tree of the first `size1` leaves is a beginning of the tree of the first `size2`. */
export const consistencyProof = (
  leafHashes: readonly Uint8Array[],
  size1: number,
  size2: number = leafHashes.length,
): Result<MerkleProof, LedgerProblem> => {
  if (!isCount(size2) || size2 > leafHashes.length) return tooLarge(size2, leafHashes.length);
  const sizes = checkSizes(size1, size2);
  if (!sizes.ok || size1 === size2) return sizes.ok ? ok([]) : sizes;
  let level: readonly Uint8Array[] = leafHashes.slice(0, size2);
  let at = size1 - 1;
  for (; isOdd(at); at = half(at)) level = parentsOf(level);
  // The last complete subtree of the old tree; where it is the whole old tree, its root is known already.
  const seed = at === 0 ? [] : [must(level[at], 'the old tree lies within the new one')];
  return ok([...seed, ...pathFrom(level, at)]);
};

const checkSizes = (size1: number, size2: number): Result<true, LedgerProblem> => {
  if (!isCount(size1) || !isCount(size2) || size1 > size2) {
    return refuseLedger(
      'size-invalid',
      `A ledger of ${size1} entries cannot be a beginning of one of ${size2}.`,
    );
  }
  // Every tree begins with the empty one: a proof of it would prove nothing, and must not look like one that does.
  return size1 === 0
    ? refuseLedger(
        'size-invalid',
        'Consistency with a ledger of 0 entries cannot be proved; compare from 1 entry on.',
      )
    : ok(true);
};

const checkHashes = (hashes: readonly Uint8Array[]): Result<true, LedgerProblem> => {
  const odd = hashes.find((hash) => hash.length !== hashBytes);
  return odd === undefined
    ? ok(true)
    : refuseLedger('hash-malformed', `A hash has ${odd.length} bytes; SHA-256 has ${hashBytes}.`);
};

const checkRoot = (found: Uint8Array, stated: Uint8Array, size: number): Result<true, LedgerProblem> =>
  sameBytes(found, stated)
    ? ok(true)
    : refuseLedger(
        'root-mismatch',
        `The proof leads to root ${encodeBase64(found)} at size ${size}, not to ${encodeBase64(stated)}.`,
      );

const wrongLength = (length: number) =>
  refuseLedger('proof-length', `A proof of ${length} hashes does not fit a tree of this shape.`);

/** Climbs from a node to the root of its tree; `left` is true when the proof's hash stands to the left. */
const climb = (
  start: { readonly position: number; readonly last: number },
  proof: MerkleProof,
  visit: (sibling: Uint8Array, left: boolean) => void,
): boolean => {
  let { position, last } = start;
  for (const sibling of proof) {
    if (last === 0) return false;
    // A last node that is no right child rises without a sibling until it is one.
    while (position === last && !isOdd(position)) [position, last] = [half(position), half(last)];
    visit(sibling, isOdd(position));
    [position, last] = [half(position), half(last)];
  }
  return last === 0;
};

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly proof: MerkleProof;
  readonly root: Uint8Array;
}

/** Whether the proof shows this leaf at this index under this root. */
export const verifyInclusion = (claim: InclusionClaim): Result<true, LedgerProblem> => {
  const { index, size, proof, root } = claim;
  if (!isCount(size) || !isCount(index) || index >= size) return outsideTree(index, size);
  const hashes = checkHashes([claim.leafHash, root, ...proof]);
  if (!hashes.ok) return hashes;
  let found = claim.leafHash;
  const fits = climb({ position: index, last: size - 1 }, proof, (sibling, left) => {
    found = left ? nodeHash(sibling, found) : nodeHash(found, sibling);
  });
  return fits ? checkRoot(found, root, size) : wrongLength(proof.length);
};

export interface ConsistencyClaim {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: MerkleProof;
}

/** Whether the proof shows that the first tree is a beginning of the second: nothing removed, nothing altered. */
export const verifyConsistency = (claim: ConsistencyClaim): Result<true, LedgerProblem> => {
  const { size1, size2, root1, root2, proof } = claim;
  const sizes = checkSizes(size1, size2);
  if (!sizes.ok) return sizes;
  if (size1 === size2) return proof.length === 0 ? checkRoot(root1, root2, size1) : wrongLength(proof.length);
  const hashes = checkHashes([root1, root2, ...proof]);
  return hashes.ok ? verifyGrowth(claim) : hashes;
};

const verifyGrowth = ({
  size1,
  size2,
  root1,
  root2,
  proof,
}: ConsistencyClaim): Result<true, LedgerProblem> => {
  let [position, last] = [size1 - 1, size2 - 1];
  while (isOdd(position)) [position, last] = [half(position), half(last)];
  const [seed, ...path] = position === 0 ? [root1, ...proof] : proof;
  if (seed === undefined) return wrongLength(0);
  let [older, newer] = [seed, seed];
  const fits = climb({ position, last }, path, (sibling, left) => {
    if (left) older = nodeHash(sibling, older);
    newer = left ? nodeHash(sibling, newer) : nodeHash(newer, sibling);
  });
  if (!fits) return wrongLength(proof.length);
  const beginning = checkRoot(older, root1, size1);
  return beginning.ok ? checkRoot(newer, root2, size2) : beginning;
};
