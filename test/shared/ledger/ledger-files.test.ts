import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerPathsFor, readLedger } from '#shared/ledger/ledger-files.ts';
import { leafHash, treeRoot } from '#shared/ledger/merkle.ts';
import { bundlesForTree, tilesForTree } from '#shared/ledger/tiles.ts';
import { accepted, flipBit, refusedAs, someEntries } from './ledger-builders.ts';

const publishedLedger = (size: number) => {
  const entries = someEntries(size);
  const leafHashes = entries.map(leafHash);
  const files = new Map([...bundlesForTree(entries, size), ...tilesForTree(leafHashes, size)]);
  return { entries, leafHashes, files, head: { size, root: treeRoot(leafHashes) } };
};

const without = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  new Map([...files].filter(([each]) => each !== path));

describe('reading a ledger back from its files', () => {
  test.each([0, 1, 255, 256, 257, 600])('gives its %i entries', (size) => {
    const { entries, leafHashes, files, head } = publishedLedger(size);
    expect(accepted(readLedger(head, files))).toEqual({ entries, leafHashes });
    expect(ledgerPathsFor(size)).toEqual([...files.keys()]);
  });

  test('names any file that is missing', () => {
    const { files, head } = publishedLedger(600);
    for (const path of files.keys()) {
      const verdict = readLedger(head, without(files, path));
      expect(verdict).toMatchObject(refusedAs('file-missing'));
      expect(verdict).toMatchObject({ problem: { message: expect.stringContaining(path) } });
    }
  });

  test('names the file in which one bit was changed, whichever it is', () => {
    const { files, head } = publishedLedger(600);
    fc.assert(
      fc.property(fc.constantFrom(...files.keys()), fc.nat(), (path, place) => {
        const bytes = files.get(path)!;
        const altered = new Map([...files, [path, flipBit(bytes, place % (bytes.length * 8))]]);
        const verdict = readLedger(head, altered);
        expect(verdict).toMatchObject({ ok: false, problem: { message: expect.stringContaining(path) } });
      }),
      { numRuns: 30 },
    );
  });

  test('refuses entries and hashes that agree with each other but not with what was signed', () => {
    const { files } = publishedLedger(300);
    const other = { size: 300, root: treeRoot([]) };
    expect(readLedger(other, files)).toMatchObject(refusedAs('root-mismatch'));
  });

  test('refuses a bundle that lost its last entry', () => {
    const { entries, files, head } = publishedLedger(3);
    const shorter = bundlesForTree(entries, 2).get('tile/entries/000.p/2')!;
    const verdict = readLedger(head, new Map([...files, ['tile/entries/000.p/3', shorter]]));
    expect(verdict).toMatchObject({
      problem: { kind: 'file-mismatch', message: expect.stringContaining('2 entries') },
    });
  });
});
