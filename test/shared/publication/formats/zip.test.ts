import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packed, zipOf, zipPieces } from '#shared/publication/formats/zip.ts';

const path = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }).map((name) => `data/${name}.csv`);
const files = fc.uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 300 })), {
  selector: ([name]) => name,
  maxLength: 8,
});

const byLibrary = (of: readonly (readonly [string, Uint8Array])[]): Uint8Array =>
  zipSync(Object.fromEntries(of), { level: 6, mtime: new Date(1980, 0, 1) });

describe('a zip', () => {
  test('has the bytes that the library for it gives, whatever the files and their names', () => {
    fc.assert(
      fc.property(files, (of) => {
        const zip = zipOf(of.map(([name, bytes]) => [name, packed(bytes)]));
        expect(Buffer.compare(zip, byLibrary(of))).toBe(0);
      }),
    );
  });

  test('of a file that can be packed well comes in pieces that are smaller than the file', () => {
    const large = new Uint8Array(1_000_000);
    const pieces = [...zipPieces([['a/large.csv', packed(large)]])];
    expect(Buffer.compare(Buffer.concat(pieces), byLibrary([['a/large.csv', large]]))).toBe(0);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(10_000);
  });
});
