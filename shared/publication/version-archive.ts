import { concatBytes } from '../ledger/bytes.ts';
import { bundlesForTree, tilesForTree } from '../ledger/tiles.ts';
import { LICENCE, TEST_NOTE } from './formats/data-package.ts';
import { type PackedFile, packed, zipPieces } from './formats/zip.ts';
import { dataPaths, isWithdrawn } from './paths.ts';
import type { VersionFiles } from './version-files.ts';

/** What an archive is made from, beside the version itself. */
export interface ArchiveFacts {
  /** Every entry of the version's ledger, and their hashes. */
  readonly leaves: readonly Uint8Array[];
  readonly leafHashes: readonly Uint8Array[];
  /** Entries too large for a leaf, by their paths. */
  readonly large: readonly (readonly [path: string, bytes: Uint8Array])[];
  readonly published: VersionFiles;
  /** The signed checkpoint of this version. */
  readonly note: Uint8Array;
  /** The line of the file `vkey`. */
  readonly verifierKey: Uint8Array;
}

const readme = ({ pointer }: VersionFiles): string =>
  `Open Returns: ${pointer.election}, version ${pointer.version}, as of ${pointer.asOf}
${pointer.test ? `${TEST_NOTE}\n` : ''}
Every file at the path it has on the site, and the signed ledger that it follows from. Licence: ${LICENCE.path}
To check all of it without the site, choose this file on a page "Check the results yourself" (自行核實結果).
`;

const utf8 = new TextEncoder();

const filesOf = ({ leaves, leafHashes, large, published, note, verifierKey }: ArchiveFacts) => {
  const { pointer, pointerBytes, files } = published;
  const { election } = pointer;
  const log = dataPaths.log(election);
  const size = leaves.length;
  return new Map<string, Uint8Array>([
    ['README.txt', utf8.encode(readme(published))],
    [dataPaths.latest(election), pointerBytes],
    ...files.filter(({ path }) => !isWithdrawn(path)).map(({ path, bytes }) => [path, bytes] as const),
    [dataPaths.checkpoint(election), note],
    [dataPaths.verifierKey(election), verifierKey],
    ...[...tilesForTree(leafHashes, size), ...bundlesForTree(leaves, size)].map(
      ([path, bytes]) => [`${log}${path}`, bytes] as const,
    ),
    ...large,
  ]);
};

/** Each file packed once it is its turn. */
function* packedFiles(facts: ArchiveFacts): Generator<readonly [string, PackedFile]> {
  for (const [path, bytes] of filesOf(facts)) yield [path, packed(bytes)];
}

/** The zip of a version, piece by piece: read anywhere, verified without a network. The same version always gives the same bytes. */
export const archivePieces = (facts: ArchiveFacts): Iterable<Uint8Array> => zipPieces(packedFiles(facts));

/** The same zip as a whole. */
export const versionArchive = (facts: ArchiveFacts): Uint8Array => concatBytes(...archivePieces(facts));
