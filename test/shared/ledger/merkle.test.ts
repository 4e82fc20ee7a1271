import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendLeaves,
  emptyFrontier,
  emptyRoot,
  frontierRoot,
  leafHash,
  treeRoot,
} from '#shared/ledger/merkle.ts';
import {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
} from '#shared/ledger/merkle-proof.ts';
import { accepted, flipBit, refusedAs, someEntries, someLeaves } from './ledger-builders.ts';
import { naiveConsistency, naivePath, naiveRoot } from './rfc6962-oracle.ts';

const aTree = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 });
const aPlace = fc.nat({ max: 10_000 });
const root = (data: readonly Uint8Array[]) => treeRoot(data.map(leafHash));

describe('the root of a tree', () => {
  test('is the hash of nothing when there are no entries', () => {
    expect(Buffer.from(treeRoot([])).toString('base64')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
    expect(frontierRoot(emptyFrontier)).toEqual(emptyRoot);
  });

  test('is that of the definition in RFC 6962, for every size up to 130', () => {
    const entries = someEntries(130);
    let frontier = emptyFrontier;
    for (let size = 1; size <= 130; size += 1) {
      const expected = naiveRoot(entries.slice(0, size));
      frontier = appendLeaves(frontier, [leafHash(entries[size - 1]!)]);
      expect(root(entries.slice(0, size))).toEqual(expected);
      expect(frontierRoot(frontier)).toEqual(expected);
    }
  });

  test('does not depend on the batches in which entries were appended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 12 }), (batches) => {
        const leaves = someLeaves(batches.reduce((sum, size) => sum + size, 0));
        let frontier = emptyFrontier;
        for (const batch of batches) {
          frontier = appendLeaves(frontier, leaves.slice(frontier.size, frontier.size + batch));
        }
        expect(frontier.size).toBe(leaves.length);
        expect(frontierRoot(frontier)).toEqual(treeRoot(leaves));
      }),
      { numRuns: 40 },
    );
  });

  test('appending leaves an older frontier as it was', () => {
    const older = appendLeaves(emptyFrontier, someLeaves(7));
    const before = frontierRoot(older);
    appendLeaves(older, someLeaves(9));
    expect(older.size).toBe(7);
    expect(frontierRoot(older)).toEqual(before);
  });
});

describe('an inclusion proof', () => {
  test('is that of RFC 6962, verifies, and does not verify for anything else', () => {
    fc.assert(
      fc.property(aTree, aPlace, aPlace, (data, place, bit) => {
        const [index, size] = [place % data.length, data.length];
        const leaves = data.map(leafHash);
        const proof = accepted(inclusionProof(leaves, index));
        expect(proof).toEqual(naivePath(index, data));
        const claim = { index, size, leafHash: leaves[index]!, proof, root: naiveRoot(data) };
        expect(verifyInclusion(claim)).toEqual({ ok: true, value: true });
        const broken = [
          { ...claim, leafHash: flipBit(claim.leafHash, bit % 256) },
          { ...claim, root: flipBit(claim.root, bit % 256) },
          { ...claim, proof: [...proof, claim.root] },
          { ...claim, proof: [claim.root, ...proof] },
          ...proof.map((hash, at) => ({ ...claim, proof: proof.with(at, flipBit(hash, bit % 256)) })),
          ...proof.map((_, at) => ({ ...claim, proof: proof.toSpliced(at, 1) })),
        ];
        for (const wrong of broken) expect(verifyInclusion(wrong).ok).toBe(false);
      }),
    );
  });

  test('is made for an earlier size too', () => {
    const proof = accepted(inclusionProof(someLeaves(20), 3, 6));
    expect(proof).toEqual(naivePath(3, someEntries(6)));
  });

  test.each([
    { index: 5, size: 5 },
    { index: -1, size: 5 },
    { index: 0.5, size: 5 },
    { index: Number.NaN, size: 5 },
    { index: 2 ** 60, size: 5 },
    { index: 0, size: 0 },
  ])('is refused for entry $index of $size', ({ index, size }) => {
    const claim = { index, size, leafHash: emptyRoot, proof: [], root: emptyRoot };
    expect(inclusionProof(someLeaves(5), index, size)).toMatchObject(refusedAs('index-outside-tree'));
    expect(verifyInclusion(claim)).toMatchObject(refusedAs('index-outside-tree'));
  });

  test.each([6, -1, 1.5, Number.NaN])('is not made for a size of %s with five leaves at hand', (size) => {
    expect(inclusionProof(someLeaves(5), 0, size)).toMatchObject(refusedAs('size-invalid'));
  });

  test('verifies in a tree larger than 32 bits can count', () => {
    const size = 2 ** 40;
    const index = 2 ** 39 + 5;
    const proof = Array.from({ length: 40 }, (_, level) => leafHash(Uint8Array.of(level)));
    const claim = { index, size, leafHash: emptyRoot, proof, root: emptyRoot };
    expect(verifyInclusion(claim)).toMatchObject(refusedAs('root-mismatch'));
    expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toMatchObject(refusedAs('proof-length'));
  });

  test('names the length of a hash that is none', () => {
    const claim = { index: 0, size: 1, leafHash: new Uint8Array(31), proof: [], root: emptyRoot };
    const verdict = verifyInclusion(claim);
    expect(verdict).toMatchObject(refusedAs('hash-malformed'));
    expect(verdict).toMatchObject({ problem: { message: expect.stringContaining('31 bytes') } });
  });
});

describe('a consistency proof', () => {
  test('is that of RFC 6962 and verifies, for every pair of sizes up to 24', () => {
    const data = someEntries(24);
    const leaves = someLeaves(24);
    for (let size2 = 1; size2 <= 24; size2 += 1) {
      for (let size1 = 1; size1 <= size2; size1 += 1) {
        const proof = accepted(consistencyProof(leaves, size1, size2));
        expect(proof).toEqual(naiveConsistency(size1, data.slice(0, size2)));
        const [root1, root2] = [treeRoot(leaves.slice(0, size1)), treeRoot(leaves.slice(0, size2))];
        expect(verifyConsistency({ size1, size2, root1, root2, proof }).ok).toBe(true);
      }
    }
  });

  test('does not verify when an old entry was altered, removed or moved', () => {
    fc.assert(
      fc.property(aTree, aPlace, aPlace, (data, place, bit) => {
        const size1 = 1 + (place % data.length);
        const altered = place % size1;
        const other = data.with(altered, Uint8Array.of(...data[altered]!, 0));
        const [leaves, forged] = [data.map(leafHash), other.map(leafHash)];
        const size2 = data.length;
        const [root1, root2] = [root(data.slice(0, size1)), treeRoot(forged)];
        const proofs = [accepted(consistencyProof(forged, size1)), accepted(consistencyProof(leaves, size1))];
        for (const proof of proofs) {
          expect(verifyConsistency({ size1, size2, root1, root2, proof }).ok).toBe(false);
        }
        const honest = { size1, size2, root1, root2: treeRoot(leaves), proof: proofs[1]! };
        const broken = [
          { ...honest, root1: flipBit(root1, bit % 256) },
          { ...honest, root2: flipBit(honest.root2, bit % 256) },
          { ...honest, proof: [...honest.proof, root1] },
          ...honest.proof.map((hash, at) => ({
            ...honest,
            proof: honest.proof.with(at, flipBit(hash, bit % 256)),
          })),
          ...honest.proof.map((_, at) => ({ ...honest, proof: honest.proof.toSpliced(at, 1) })),
        ];
        expect(verifyConsistency(honest).ok).toBe(true);
        for (const wrong of broken) expect(verifyConsistency(wrong).ok).toBe(false);
      }),
    );
  });

  test.each([
    { size1: 0, size2: 5 },
    { size1: 0, size2: 0 },
    { size1: 5, size2: 4 },
    { size1: -1, size2: 4 },
    { size1: 1.5, size2: 4 },
    { size1: 1, size2: Number.NaN },
  ])('is refused from size $size1 to $size2', ({ size1, size2 }) => {
    const claim = { size1, size2, root1: emptyRoot, root2: emptyRoot, proof: [] };
    expect(verifyConsistency(claim)).toMatchObject(refusedAs('size-invalid'));
    expect(consistencyProof(someLeaves(5), size1, size2)).toMatchObject(refusedAs('size-invalid'));
  });

  test('is not made for a size beyond the leaves at hand', () => {
    expect(consistencyProof(someLeaves(5), 1, 6)).toMatchObject(refusedAs('size-invalid'));
  });

  test('refuses hashes that are none', () => {
    const claim = { size1: 1, size2: 2, root1: emptyRoot, root2: emptyRoot, proof: [new Uint8Array(33)] };
    expect(verifyConsistency(claim)).toMatchObject(refusedAs('hash-malformed'));
  });

  test('refuses an empty proof of growth, and a proof between equal trees', () => {
    const claim = { size1: 3, size2: 4, root1: emptyRoot, root2: emptyRoot, proof: [] };
    expect(verifyConsistency(claim)).toMatchObject(refusedAs('proof-length'));
    expect(verifyConsistency({ ...claim, size1: 4, proof: [emptyRoot] })).toMatchObject(
      refusedAs('proof-length'),
    );
  });
});
