import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyRoot, leafHash, treeRoot } from '#shared/ledger/merkle.ts';
import {
  bundlePathsFor,
  bundlesForTree,
  decodeEntryBundle,
  encodeEntryBundle,
  entriesPath,
  maxEntryBytes,
  tilePath,
  tilePathsFor,
  tilesForTree,
} from '#shared/ledger/tiles.ts';
import { accepted, refusedAs, someEntries, someLeaves } from './ledger-builders.ts';

describe('the path of a tile', () => {
  test.each([
    [0, 0, 256, 'tile/0/000'],
    [0, 1, 255, 'tile/0/001.p/255'],
    [1, 999, 256, 'tile/1/999'],
    [0, 1000, 256, 'tile/0/x001/000'],
    [0, 1_234_067, 256, 'tile/0/x001/x234/067'],
    [2, 1_234_067, 8, 'tile/2/x001/x234/067.p/8'],
    [15, 1_000_000_000, 256, 'tile/15/x001/x000/x000/000'],
  ])('at level %i, index %i, width %i is %s', (level, index, width, path) => {
    expect(tilePath(level, index, width)).toBe(path);
  });

  test('of full tiles and bundles needs no width', () => {
    expect([tilePath(1, 2), entriesPath(1067), entriesPath(0, 12)]).toEqual([
      'tile/1/002',
      'tile/entries/x001/067',
      'tile/entries/000.p/12',
    ]);
  });
});

describe('the tiles of a tree', () => {
  test('of 70,000 entries are those that the specification counts', () => {
    const paths = tilePathsFor(70_000);
    expect(paths.filter((path) => /^tile\/0\/\d{3}$/.test(path))).toHaveLength(273);
    expect(paths.slice(273)).toEqual(['tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    expect(bundlePathsFor(70_000)).toHaveLength(274);
  });

  test.each([
    [0, []],
    [1, ['tile/0/000.p/1']],
    [255, ['tile/0/000.p/255']],
    [256, ['tile/0/000', 'tile/1/000.p/1']],
    [257, ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']],
  ])('of %i entries are all named and made', (size, paths) => {
    expect(tilePathsFor(size)).toEqual(paths);
    expect([...tilesForTree(someLeaves(size), size).keys()]).toEqual(paths);
  });

  test('reach the third level with 65,536 entries', () => {
    const leaves = Array.from({ length: 65_536 }, () => emptyRoot);
    const tiles = tilesForTree(leaves, 65_536, 65_535);
    expect([...tiles.keys()]).toEqual(['tile/0/255', 'tile/1/000', 'tile/2/000.p/1']);
    expect(tiles.get('tile/2/000.p/1')).toEqual(treeRoot(leaves));
  });

  test('hold leaf hashes, and above them the roots of full tiles', () => {
    const leaves = someLeaves(600);
    const tiles = tilesForTree(leaves, 600);
    expect(tiles.get('tile/0/002.p/88')).toEqual(
      new Uint8Array(leaves.slice(512).flatMap((hash) => [...hash])),
    );
    const roots = [...treeRoot(leaves.slice(0, 256)), ...treeRoot(leaves.slice(256, 512))];
    expect(tiles.get('tile/1/000.p/2')).toEqual(new Uint8Array(roots));
  });

  test('after growth are all there, whatever the steps', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 6 }), (steps) => {
        const entries = someEntries(steps.reduce((sum, step) => sum + step, 0));
        const leaves = entries.map(leafHash);
        const store = new Map<string, Uint8Array>();
        let size = 0;
        for (const step of steps) {
          const upload = [
            ...tilesForTree(leaves, size + step, size),
            ...bundlesForTree(entries, size + step, size),
          ];
          for (const [path, bytes] of upload) {
            // What is published never changes.
            expect(store.get(path) ?? bytes).toEqual(bytes);
            store.set(path, bytes);
          }
          if (step === 0) expect(upload).toEqual([]);
          size += step;
          const whole = [...tilesForTree(leaves, size), ...bundlesForTree(entries, size)];
          for (const [path, bytes] of whole) expect(store.get(path)).toEqual(bytes);
          expect(whole.map(([path]) => path)).toEqual([...tilePathsFor(size), ...bundlePathsFor(size)]);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('are not made for a tree that shrinks or lacks entries', () => {
    const leaves = someLeaves(5);
    for (const [size, since] of [
      [6, 0],
      [3, 4],
      [3, -1],
      [2.5, 0],
      [5, 0.5],
    ] as const) {
      expect(() => tilesForTree(leaves, size, since)).toThrow(RangeError);
      expect(() => bundlesForTree(leaves, size, since)).toThrow(RangeError);
    }
  });
});

describe('an entry bundle', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 256 }), (entries) => {
        expect(accepted(decodeEntryBundle(encodeEntryBundle(entries)))).toEqual(entries);
      }),
      { numRuns: 15 },
    );
  });

  test('carries the longest entry that two bytes can tell, and no longer one', () => {
    const longest = new Uint8Array(maxEntryBytes).fill(7);
    const bundle = encodeEntryBundle([longest, new Uint8Array()]);
    expect([...bundle.slice(0, 2), ...bundle.slice(-2)]).toEqual([255, 255, 0, 0]);
    expect(accepted(decodeEntryBundle(bundle))).toEqual([longest, new Uint8Array()]);
    expect(() => encodeEntryBundle([new Uint8Array(maxEntryBytes + 1)])).toThrow('65536 bytes');
  });

  test.each([
    ['half a length', Uint8Array.of(0), 'entry 0'],
    ['an entry cut short', Uint8Array.of(0, 1, 9, 0, 3, 1), 'Entry 1 of a bundle ends 2 bytes after'],
    ['257 entries', new Uint8Array(2 * 257), 'more than 256'],
  ])('with %s is refused', (_, bytes, message) => {
    const verdict = decodeEntryBundle(bytes);
    expect(verdict).toMatchObject(refusedAs('bundle-malformed'));
    expect(verdict).toMatchObject({ problem: { message: expect.stringContaining(message) } });
  });

  test('cut anywhere never reads back as the whole', () => {
    const bundle = encodeEntryBundle(someEntries(4));
    for (let end = 0; end < bundle.length; end += 1) {
      const verdict = decodeEntryBundle(bundle.slice(0, end));
      expect(verdict.ok ? verdict.value.length : 0).toBeLessThan(4);
    }
  });
});
