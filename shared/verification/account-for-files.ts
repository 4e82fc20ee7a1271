import { bundlePathsFor, tilePathsFor } from '../ledger/tiles.ts';
import { dataPaths, FIXED_FILES } from '../publication/paths.ts';
import type { Finding } from './finding.ts';

/** What every election has beside its ledger and versions. */
export const fixedPaths = (election: string): readonly string[] => [
  dataPaths.latest(election),
  dataPaths.heartbeat(election),
  dataPaths.checkpoint(election),
  dataPaths.verifierKey(election),
  dataPaths.witnesses(election),
  ...FIXED_FILES.map((name) => dataPaths.fixed(election, name)),
];

/** Every tile and bundle of a ledger of this size. */
export const ledgerPaths = (election: string, size: number): readonly string[] =>
  [...tilePathsFor(size), ...bundlePathsFor(size)].map((path) => `${dataPaths.log(election)}${path}`);

/**
 * Whether a place holds an archive of one version, as readers download it: the ledger and the version's files, and nothing that moves or
 * that is of the site as a whole.
 */
export const isArchive = (election: string, listed: readonly string[] | null): boolean =>
  listed !== null &&
  !listed.some(
    (path) =>
      path === dataPaths.heartbeat(election) ||
      FIXED_FILES.some((name) => path === dataPaths.fixed(election, name)) ||
      /\/(?:archives|versions)\//.test(path),
  );

export interface Accounting {
  readonly election: string;
  readonly version: number;
  readonly size: number;
  /** Every path that follows from the ledger. */
  readonly expected: ReadonlySet<string>;
  /** Earlier versions were not recomputed: nothing is said of their files. */
  readonly latestOnly: boolean;
}

const versionOf = (election: string, path: string): number | null => {
  const prefix = `data/${election}/`;
  const digits =
    path.startsWith(prefix) &&
    /^(?:r\/(?=\d+-[0-9a-f]{8}\/)|(?:archives\/(?=\d+\.zip$)|versions\/(?=\d+\.json$)))(\d{1,15})/.exec(
      path.slice(prefix.length),
    )?.[1];
  return digits ? Number(digits) : null;
};

/** Whether a file can be one of a version that is being published just now. */
export const isAhead = ({ election, version, expected }: Accounting, path: string): boolean => {
  const log = dataPaths.log(election);
  if (expected.has(path)) return false;
  return (
    path.startsWith(`${log}tile/`) ||
    path.startsWith(`${log}entry/`) ||
    (versionOf(election, path) ?? 0) > version
  );
};

const reasonFor = (accounting: Accounting, path: string): string => {
  const { election, version, size } = accounting;
  const of = versionOf(election, path);
  const later = 'the ledger was rolled back, or publishing was interrupted';
  if (of !== null && of > version)
    return `belongs to version ${of}, but the signed checkpoint ends at version ${version}: ${later}`;
  if (isAhead(accounting, path))
    return `belongs to no state of the ledger up to its ${size} signed entries: it was added, or ${later}`;
  return 'does not follow from the ledger';
};

/** Files that nothing in the ledger accounts for. */
export const unaccountedFiles = (accounting: Accounting, found: readonly string[]): readonly Finding[] =>
  found
    .filter((path) => !accounting.expected.has(path))
    .filter((path) => {
      const of = versionOf(accounting.election, path);
      return !(accounting.latestOnly && of !== null && of < accounting.version);
    })
    .map((path) => ({ kind: 'unaccounted', path, message: reasonFor(accounting, path) }));
