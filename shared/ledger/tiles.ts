/** Where the hashes and entries of a tree are published, and as which bytes (C2SP tlog-tiles). */
import { must, ok, type Result } from '../result.ts';
import { concatBytes } from './bytes.ts';
import { type LedgerProblem, refuseLedger } from './ledger-problem.ts';
import { treeRoot } from './merkle.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256;

/** The longest entry that a bundle's two-byte length can tell; what is longer goes into the ledger by its hash. */
export const maxEntryBytes = 65_535;

/** `1234067` becomes `x001/x234/067`, so that no file is ever named like a folder. */
const indexPath = (index: number): string => {
  const last = String(index % 1000).padStart(3, '0');
  let path = last;
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return path;
};

const widthSuffix = (width: number): string => (width === tileWidth ? '' : `.p/${width}`);

export const tilePath = (level: number, index: number, width: number = tileWidth): string =>
  `tile/${level}/${indexPath(index)}${widthSuffix(width)}`;

export const entriesPath = (index: number, width: number = tileWidth): string =>
  `tile/entries/${indexPath(index)}${widthSuffix(width)}`;

export interface Growth {
  readonly size: number;
  readonly sinceSize: number;
}

/** Index and width of the tiles of one level that are new when it grows; the last may be partial. */
const grownTiles = ({
  size,
  sinceSize,
}: Growth): readonly { readonly index: number; readonly width: number }[] => {
  const tiles = [];
  if (size > sinceSize) {
    for (let index = Math.floor(sinceSize / tileWidth); index * tileWidth < size; index += 1) {
      tiles.push({ index, width: Math.min(tileWidth, size - index * tileWidth) });
    }
  }
  return tiles;
};

const levelAbove = ({ size, sinceSize }: Growth): Growth => ({
  size: Math.floor(size / tileWidth),
  sinceSize: Math.floor(sinceSize / tileWidth),
});

const checkGrowth = ({ size, sinceSize }: Growth, available: number): void => {
  const inOrder =
    Number.isSafeInteger(size) && Number.isSafeInteger(sinceSize) && 0 <= sinceSize && sinceSize <= size;
  if (!inOrder || size > available) {
    throw new RangeError(
      `Cannot grow a ledger from ${sinceSize} to ${size} with ${available} entries at hand`,
    );
  }
};

/** Every hash tile that a writer uploads when the tree grows from `sinceSize` to `size`. */
export const tilesForTree = (
  leafHashes: readonly Uint8Array[],
  size: number,
  sinceSize = 0,
): ReadonlyMap<string, Uint8Array> => {
  let growth: Growth = { size, sinceSize };
  checkGrowth(growth, leafHashes.length);
  const files = new Map<string, Uint8Array>();
  let hashes = leafHashes;
  for (let level = 0; growth.size > growth.sinceSize; level += 1) {
    for (const { index, width } of grownTiles(growth)) {
      const start = index * tileWidth;
      files.set(tilePath(level, index, width), concatBytes(...hashes.slice(start, start + width)));
    }
    growth = levelAbove(growth);
    if (growth.size > growth.sinceSize) hashes = fullTileRoots(hashes, growth.size);
  }
  return files;
};

const fullTileRoots = (hashes: readonly Uint8Array[], count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, index) =>
    treeRoot(hashes.slice(index * tileWidth, (index + 1) * tileWidth)),
  );

/** Every entry bundle that a writer uploads when the tree grows from `sinceSize` to `size`. */
export const bundlesForTree = (
  entries: readonly Uint8Array[],
  size: number,
  sinceSize = 0,
): ReadonlyMap<string, Uint8Array> => {
  const growth = { size, sinceSize };
  checkGrowth(growth, entries.length);
  return new Map(
    grownTiles(growth).map(({ index, width }) => {
      const start = index * tileWidth;
      return [entriesPath(index, width), encodeEntryBundle(entries.slice(start, start + width))];
    }),
  );
};

/** Every hash tile of a tree of this size, lowest level first. */
export const tilePathsFor = (size: number): readonly string[] => {
  const paths: string[] = [];
  let growth: Growth = { size, sinceSize: 0 };
  for (let level = 0; growth.size > 0; level += 1) {
    paths.push(...grownTiles(growth).map(({ index, width }) => tilePath(level, index, width)));
    growth = levelAbove(growth);
  }
  return paths;
};

/** Every entry bundle of a tree of this size, in order; each full but perhaps the last. */
export const bundlePathsFor = (size: number): readonly string[] =>
  grownTiles({ size, sinceSize: 0 }).map(({ index, width }) => entriesPath(index, width));

/** Entries one after the other, each behind its length in two bytes, big end first. */
export const encodeEntryBundle = (entries: readonly Uint8Array[]): Uint8Array =>
  concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > maxEntryBytes) {
        throw new RangeError(`An entry has ${entry.length} bytes; a bundle carries at most ${maxEntryBytes}`);
      }
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );

const malformed = (message: string) => refuseLedger('bundle-malformed', message);

export const decodeEntryBundle = (bytes: Uint8Array): Result<readonly Uint8Array[], LedgerProblem> => {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (entries.length === tileWidth) return malformed(`A bundle has more than ${tileWidth} entries.`);
    if (at + 2 > bytes.length)
      return malformed(`A bundle ends within the length of entry ${entries.length}.`);
    const length = must(bytes[at], 'within the bundle') * 256 + must(bytes[at + 1], 'within the bundle');
    const end = at + 2 + length;
    if (end > bytes.length) {
      return malformed(
        `Entry ${entries.length} of a bundle ends ${end - bytes.length} bytes after the bundle does.`,
      );
    }
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  return ok(entries);
};
