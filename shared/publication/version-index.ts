import { canonicalBytes, canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../hash.ts';
import type { ElectionHead, FileReference, LatestPointer, VersionIndex } from '../recount/results.ts';
import { must } from '../result.ts';
import { JSON_TYPE, type VersionFile } from './version-file.ts';

const INDEX = 'index.json';

const referenceTo = ({ path, sha256, bytes }: VersionFile): FileReference => ({
  path: `/${path}`,
  sha256,
  bytes: bytes.length,
});

/** `index.json`: every file of a version but itself. It stands in the folder of the first of them. */
export const indexFile = (
  { election, version, asOf, status, test }: ElectionHead,
  files: readonly VersionFile[],
): { readonly index: VersionIndex; readonly file: VersionFile } => {
  const index: VersionIndex = {
    election,
    version,
    asOf,
    status,
    test,
    files: Object.fromEntries(
      files.map((file) => [file.name, { ...referenceTo(file), type: file.contentType }]),
    ),
  };
  const bytes = canonicalBytes(index);
  const beside = must(files[0], 'a version has files');
  const path = `${beside.path.slice(0, -beside.name.length)}${INDEX}`;
  return {
    index,
    file: { name: INDEX, contentType: JSON_TYPE, bytes, version, path, sha256: sha256Hex(bytes) },
  };
};

/** Where a file of a version is, by its index or, of those that it names, its pointer; every version has it. */
export const addressOf = ({ files }: Pick<LatestPointer, 'files'>, name: string): string =>
  must(files[name], `${name} is in the index`).path;

/** Named by the pointer itself, as many as fit, the most wanted first. */
const NAMED = [
  INDEX,
  'results.json',
  'changes.json',
  'results.csv',
  'stations.csv',
  'allocation.json',
  'rounds.json',
  'results.xlsx',
  'cdf.json',
] as const;

/** Readers ask for it every few seconds: it stays below 2 kB, with a little room. */
export const MOST_POINTER_BYTES = 1_980;

/** What the pointer is made from. */
export interface PointerFacts
  extends Pick<LatestPointer, 'size' | 'root' | 'pollAfterMs' | 'constituencies'> {
  readonly head: ElectionHead;
  readonly files: readonly VersionFile[];
}

const isSmall = (pointer: LatestPointer): boolean => canonicalJson(pointer).length <= MOST_POINTER_BYTES;

/**
 * `latest.json`: small enough to be asked for again and again. Whatever does not fit is left to the index: the names of files from the last of
 * them on, and then the versions of constituencies, without which a page is fetched again with every version.
 */
export const pointerTo = ({ head, files, constituencies = {}, ...rest }: PointerFacts): LatestPointer => {
  const { election, version, asOf, status, test } = head;
  const byName = new Map(files.map((file) => [file.name, file]));
  const bare: LatestPointer = { election, version, asOf, status, test, ...rest, files: {} };
  const named = (count: number, of: LatestPointer): LatestPointer => ({
    ...of,
    files: Object.fromEntries(
      NAMED.slice(0, count).map((name) => [
        name,
        referenceTo(must(byName.get(name), `${name} is published`)),
      ]),
    ),
  });
  // Index and results are always named.
  for (const start of [{ ...bare, constituencies }, bare]) {
    for (let count = NAMED.length; count >= 2; count -= 1) {
      const pointer = named(count, start);
      if (isSmall(pointer)) return pointer;
    }
  }
  return named(2, bare);
};
