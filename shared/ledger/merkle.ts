/** The Merkle tree of RFC 6962 section 2.1 with SHA-256. */
import { sha256 } from '../hash.ts';
import { must } from '../result.ts';

export const hashBytes = 32;

const leafPrefix = 0x00;
const nodePrefix = 0x01;

/** Hash of a ledger entry; the prefix keeps an entry from passing as a node. */
export const leafHash = (data: Uint8Array): Uint8Array => {
  const input = new Uint8Array(1 + data.length);
  input[0] = leafPrefix;
  input.set(data, 1);
  return sha256(input);
};

export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  const input = new Uint8Array(1 + 2 * hashBytes);
  input[0] = nodePrefix;
  input.set(left, 1);
  input.set(right, 1 + hashBytes);
  return sha256(input);
};

/** Root of the tree without entries: the hash of nothing. */
export const emptyRoot = sha256(new Uint8Array());

/** The next level up; a hash without a right neighbour rises unchanged, which is how RFC 6962 splits uneven trees. */
export const parentsOf = (level: readonly Uint8Array[]): readonly Uint8Array[] => {
  const parents: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const left = must(level[at], 'a pair has a left side');
    const right = level[at + 1];
    parents.push(right === undefined ? left : nodeHash(left, right));
  }
  return parents;
};

export const treeRoot = (leafHashes: readonly Uint8Array[]): Uint8Array => {
  let level = leafHashes;
  while (level.length > 1) level = parentsOf(level);
  return level[0] ?? emptyRoot;
};

/** All that has to be kept of a tree to go on appending: its size and the roots of its complete subtrees, largest first. */
export interface Frontier {
  readonly size: number;
  readonly subtrees: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, subtrees: [] };

/** The frontier after these leaves; costs one hash a leaf, however large the tree already is. */
export const appendLeaves = (frontier: Frontier, leafHashes: readonly Uint8Array[]): Frontier => {
  const subtrees = [...frontier.subtrees];
  let size = frontier.size;
  for (const leaf of leafHashes) {
    let root = leaf;
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      root = nodeHash(must(subtrees.pop(), 'each set bit of the size has its subtree'), root);
    }
    subtrees.push(root);
    size += 1;
  }
  return { size, subtrees };
};

export const frontierRoot = ({ subtrees }: Frontier): Uint8Array =>
  subtrees.length === 0 ? emptyRoot : subtrees.reduceRight((right, left) => nodeHash(left, right));
