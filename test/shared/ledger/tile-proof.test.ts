import { describe, expect, test } from 'vitest';
import { treeRoot } from '#shared/ledger/merkle.ts';
import { consistencyProof, verifyConsistency } from '#shared/ledger/merkle-proof.ts';
import { leafHashesIn, leafTilePaths, proofFromTiles, proofTilePaths } from '#shared/ledger/tile-proof.ts';
import { tilesForTree } from '#shared/ledger/tiles.ts';
import { accepted, refusedAs, someLeaves } from './ledger-builders.ts';

const leaves = someLeaves(65_797);

describe('a consistency proof from tiles', () => {
  test('is the one that the leaves give, for every pair of small sizes', () => {
    for (let size2 = 1; size2 <= 40; size2 += 1) {
      const tiles = tilesForTree(leaves, size2);
      for (let size1 = 1; size1 <= size2; size1 += 1)
        expect(accepted(proofFromTiles(size1, size2, tiles)), `${size1} to ${size2}`).toEqual(
          accepted(consistencyProof(leaves, size1, size2)),
        );
    }
  });

  test('is the one that the leaves give where tiles end, over three levels, and needs only the tiles it names', () => {
    for (const [size1, size2] of [
      [255, 700],
      [256, 700],
      [513, 700],
      [700, 65_797],
      [65_536, 65_797],
      [65_792, 65_797],
    ] as const) {
      const tiles = tilesForTree(leaves, size2);
      const paths = proofTilePaths(size1, size2);
      const few = new Map(paths.map((path) => [path, tiles.get(path) ?? new Uint8Array()]));
      expect(paths.length, `${size1} to ${size2}`).toBeLessThan(8);
      expect(accepted(proofFromTiles(size1, size2, few))).toEqual(
        accepted(consistencyProof(leaves, size1, size2)),
      );
    }
  });

  test('names the tile that is missing, or has another length', () => {
    const tiles = new Map(tilesForTree(leaves, 700));
    const [path = ''] = proofTilePaths(300, 700);
    tiles.set(path, new Uint8Array(32));
    expect(proofFromTiles(300, 700, tiles)).toMatchObject(refusedAs('file-mismatch'));
    tiles.delete(path);
    expect(proofFromTiles(300, 700, tiles)).toMatchObject(refusedAs('file-missing'));
  });

  test('from tiles that were changed proves nothing', () => {
    const tiles = new Map(tilesForTree(leaves, 700));
    for (const path of proofTilePaths(300, 700))
      tiles.set(path, new Uint8Array(tiles.get(path)?.length ?? 0));
    const proof = accepted(proofFromTiles(300, 700, tiles));
    const [root1, root2] = [treeRoot(leaves.slice(0, 300)), treeRoot(leaves.slice(0, 700))];
    expect(verifyConsistency({ size1: 300, size2: 700, root1, root2, proof }).ok).toBe(false);
  });

  test('from nothing, or backwards, is no question', () => {
    expect(() => proofTilePaths(0, 3)).toThrow('No proof leads from 0 to 3');
    expect(() => proofTilePaths(4, 3)).toThrow('No proof leads from 4 to 3');
  });
});

test('leaf hashes are read from the lowest tiles', () => {
  const tiles = tilesForTree(leaves, 700);
  expect(leafTilePaths(700)).toEqual(['tile/0/000', 'tile/0/001', 'tile/0/002.p/188']);
  expect(accepted(leafHashesIn(700, tiles))).toEqual(leaves.slice(0, 700));
  expect(leafHashesIn(701, tiles)).toMatchObject(refusedAs('file-missing'));
  expect(leafHashesIn(700, new Map([['tile/0/000', new Uint8Array(3)]]))).toMatchObject(
    refusedAs('file-mismatch'),
  );
});
