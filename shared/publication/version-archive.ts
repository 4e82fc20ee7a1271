import { bundlesForTree, tilesForTree } from '../ledger/tiles.ts';
import { zipOf } from './formats/zip.ts';
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

const readme = ({
  pointer,
}: VersionFiles): string => `Open Returns: ${pointer.election}, version ${pointer.version}, as of ${pointer.asOf}
${pointer.test ? 'TEST. A rehearsal: people and figures are invented.\n' : ''}
Everything of this version, at the paths it has on the site: the pointer, every file that the pointer's index names, and the signed
ledger that they all follow from. Open results.xlsx or results.csv in the folder data/${pointer.election}/r/.

It proves itself without the site: choose this file on any page "Check the results yourself", or unpack it and run
npm run -s verify -- --from FOLDER. What candidates filed on the Central Platform is not in here: it may be inspected until its last day only.

本檔載有這個版本的所有檔案及其所依據的已簽署記錄冊，路徑與網站相同。可在「自行核實結果」一頁選取本檔，無需網絡即可核實。
本档载有这个版本的所有文件及其所依据的已签署记录册，路径与网站相同。可在“自行核实结果”一页选取本档，无需网络即可核实。
`;

const utf8 = new TextEncoder();

/** The zip of a version: read anywhere, verified without a network. The same version always gives the same bytes. */
export const versionArchive = ({
  leaves,
  leafHashes,
  large,
  published,
  note,
  verifierKey,
}: ArchiveFacts): Uint8Array => {
  const { pointer, pointerBytes, files } = published;
  const { election } = pointer;
  const log = dataPaths.log(election);
  const size = leaves.length;
  return zipOf(
    new Map([
      ['README.txt', utf8.encode(readme(published))],
      [dataPaths.latest(election), pointerBytes],
      ...files.filter(({ path }) => !isWithdrawn(path)).map(({ path, bytes }) => [path, bytes] as const),
      [dataPaths.checkpoint(election), note],
      [dataPaths.verifierKey(election), verifierKey],
      ...[...tilesForTree(leafHashes, size), ...bundlesForTree(leaves, size)].map(
        ([path, bytes]) => [`${log}${path}`, bytes] as const,
      ),
      ...large,
    ]),
  );
};
