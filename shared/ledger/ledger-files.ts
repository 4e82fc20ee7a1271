/** A whole ledger read back from its published files. */
import { must, ok, type Result } from '../result.ts';
import { encodeBase64 } from './base64.ts';
import { concatBytes, sameBytes } from './bytes.ts';
import { type LedgerProblem, refuseLedger } from './ledger-problem.ts';
import { hashBytes, leafHash, treeRoot } from './merkle.ts';
import { bundlePathsFor, decodeEntryBundle, tilePathsFor, tilesForTree, tileWidth } from './tiles.ts';

export interface LedgerHead {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface LedgerContent {
  readonly entries: readonly Uint8Array[];
  readonly leafHashes: readonly Uint8Array[];
}

/** File contents by their path within the ledger. */
export type LedgerFiles = ReadonlyMap<string, Uint8Array>;

/** All that has to be fetched to read a ledger of this size: bundles, then hash tiles. */
export const ledgerPathsFor = (size: number): readonly string[] => [
  ...bundlePathsFor(size),
  ...tilePathsFor(size),
];

/** The entries of a ledger whose every file was checked against its signed head; names the first file that differs. */
export const readLedger = (
  { size, root }: LedgerHead,
  files: LedgerFiles,
): Result<LedgerContent, LedgerProblem> => {
  const missing = ledgerPathsFor(size).find((path) => !files.has(path));
  if (missing !== undefined) {
    return refuseLedger('file-missing', `The ledger of ${size} entries lacks ${missing}.`);
  }
  const entries = readEntries(size, files);
  if (!entries.ok) return entries;
  const leafHashes = entries.value.map(leafHash);
  const found = treeRoot(leafHashes);
  if (!sameBytes(found, root)) return blameEntries({ found, root, leafHashes }, files);
  for (const [path, bytes] of tilesForTree(leafHashes, size)) {
    if (!sameBytes(bytes, fileAt(files, path))) {
      return refuseLedger(
        'file-mismatch',
        `${path} does not hold the hashes of the entries, which are as signed.`,
      );
    }
  }
  return ok({ entries: entries.value, leafHashes });
};

const fileAt = (files: LedgerFiles, path: string): Uint8Array =>
  must(files.get(path), `${path} was found present`);

interface Mismatch {
  readonly found: Uint8Array;
  readonly root: Uint8Array;
  readonly leafHashes: readonly Uint8Array[];
}

/** The entries are not those that were signed: the first that its hash tile contradicts is named. */
const blameEntries = ({ found, root, leafHashes }: Mismatch, files: LedgerFiles) => {
  const size = leafHashes.length;
  const tiles = tilePathsFor(size).slice(0, bundlePathsFor(size).length);
  const published = concatBytes(...tiles.map((path) => fileAt(files, path)));
  const index = leafHashes.findIndex(
    (hash, at) => !sameBytes(hash, published.subarray(at * hashBytes, (at + 1) * hashBytes)),
  );
  return index < 0
    ? refuseLedger(
        'root-mismatch',
        `The ${size} entries have root ${encodeBase64(found)}, not ${encodeBase64(root)} as signed.`,
      )
    : refuseLedger(
        'file-mismatch',
        `${bundlePathsFor(size)[Math.floor(index / tileWidth)]}: entry ${index} is not the one whose hash was published.`,
      );
};

const readEntries = (size: number, files: LedgerFiles): Result<readonly Uint8Array[], LedgerProblem> => {
  const entries: Uint8Array[] = [];
  for (const path of bundlePathsFor(size)) {
    const bundle = decodeEntryBundle(fileAt(files, path));
    if (!bundle.ok) return refuseLedger(bundle.problem.kind, `${path}: ${bundle.problem.message}`);
    const expected = Math.min(tileWidth, size - entries.length);
    if (bundle.value.length !== expected) {
      return refuseLedger(
        'file-mismatch',
        `${path} holds ${bundle.value.length} entries instead of ${expected}.`,
      );
    }
    for (const entry of bundle.value) entries.push(entry);
  }
  return ok(entries);
};
