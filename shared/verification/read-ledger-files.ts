/** The published files of a ledger, held against its signed head: all that differ are named, not only the first. */
import { encodeBase64 } from '../ledger/base64.ts';
import { sameBytes } from '../ledger/bytes.ts';
import type { LedgerContent, LedgerFiles, LedgerHead } from '../ledger/ledger-files.ts';
import { hashBytes, leafHash, treeRoot } from '../ledger/merkle.ts';
import { bundlePathsFor, decodeEntryBundle, tilePath, tilesForTree, tileWidth } from '../ledger/tiles.ts';
import { differenceWords } from './difference-words.ts';
import type { Finding } from './finding.ts';
import { firstDifference } from './first-difference.ts';

export interface LedgerReading {
  /** `null` where the entries are not those that were signed. */
  readonly content: LedgerContent | null;
  readonly findings: readonly Finding[];
}

const differs = (path: string, message: string): Finding => ({ kind: 'differs', path, message });

const readBundle = (path: string, bytes: Uint8Array, expected: number) => {
  const bundle = decodeEntryBundle(bytes);
  if (!bundle.ok)
    return { entries: [], findings: [differs(path, `cannot be read: ${bundle.problem.message}`)] };
  const count = bundle.value.length;
  const findings = count === expected ? [] : [differs(path, `holds ${count} entries instead of ${expected}`)];
  return { entries: bundle.value, findings };
};

/** Entries whose hashes are not the published ones; the first of each bundle is named. */
const blameEntries = (leafHashes: readonly Uint8Array[], files: LedgerFiles): readonly Finding[] =>
  bundlePathsFor(leafHashes.length).flatMap((path, index) => {
    const start = index * tileWidth;
    const hashes = leafHashes.slice(start, start + tileWidth);
    const tile = files.get(tilePath(0, index, hashes.length));
    const at = hashes.findIndex(
      (hash, place) => tile && !sameBytes(hash, tile.subarray(place * hashBytes, (place + 1) * hashBytes)),
    );
    return at < 0
      ? []
      : [
          {
            ...differs(path, `entry ${start + at} is not the one whose hash was published and signed`),
            entry: start + at,
          },
        ];
  });

const checkTiles = (leafHashes: readonly Uint8Array[], files: LedgerFiles): readonly Finding[] =>
  [...tilesForTree(leafHashes, leafHashes.length)].flatMap(([path, bytes]) => {
    const published = files.get(path);
    const difference = published && firstDifference(path, published, bytes);
    if (!difference) return [];
    const message = `does not hold the hashes of the entries: it ${differenceWords(difference)}`;
    return [{ ...differs(path, message), difference }];
  });

/** Reads all entries of a ledger and checks every hash tile; files that could not be fetched are left out of `files`. */
export const readLedgerFiles = ({ size, root }: LedgerHead, files: LedgerFiles): LedgerReading => {
  const findings: Finding[] = [];
  const entries: Uint8Array[] = [];
  bundlePathsFor(size).forEach((path, index) => {
    const bytes = files.get(path);
    if (!bytes) return;
    const bundle = readBundle(path, bytes, Math.min(tileWidth, size - index * tileWidth));
    findings.push(...bundle.findings);
    entries.push(...bundle.entries);
  });
  if (findings.length > 0 || entries.length !== size) return { content: null, findings };
  const leafHashes = entries.map(leafHash);
  const found = treeRoot(leafHashes);
  if (sameBytes(found, root)) {
    return { content: { entries, leafHashes }, findings: checkTiles(leafHashes, files) };
  }
  const blamed = blameEntries(leafHashes, files);
  const rewritten = differs(
    'checkpoint',
    `signs root ${encodeBase64(root)} for ${size} entries, but the published entries have root ${encodeBase64(found)}`,
  );
  return { content: null, findings: [...(blamed.length > 0 ? blamed : [rewritten])] };
};
