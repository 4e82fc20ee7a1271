import { canonicalJson } from '../canonical-json.ts';
import { encodeBase64 } from '../ledger/base64.ts';
import { frontierRoot } from '../ledger/merkle.ts';
import { type CountedElection, countElection, stationsOf } from '../recount/count-election.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import type { LedgerBuild } from '../recount/ledger-build.ts';
import type { OutcomeOf } from '../recount/outcome.ts';
import type {
  CountStatus,
  ElectionHead,
  LatestPointer,
  StationResult,
  VersionIndex,
} from '../recount/results.ts';
import { countFiles } from './count-files.ts';
import type { TextFile } from './formats/feed-formats.ts';
import { filesTogether, jsonFile, textFile, type VersionFile } from './version-file.ts';
import { indexFile, pointerTo } from './version-index.ts';

/** What a version says of the count, with all its files and the pointer to them. */
export interface VersionFiles {
  readonly election: CountedElection;
  readonly stations: ReadonlyMap<string, readonly StationResult[]>;
  /** The index is the last of them. */
  readonly files: readonly VersionFile[];
  readonly index: VersionIndex;
  readonly pointer: LatestPointer;
  readonly pointerBytes: Uint8Array;
}

/** A register's files, with the version that last changed it. */
export interface RegisterFiles {
  readonly version: number;
  readonly files: readonly TextFile[];
}

export type RegistersOf = (fold: ElectionFold, head: ElectionHead) => readonly RegisterFiles[];

const utf8 = new TextEncoder();

/** How long readers wait before they ask again: seldom once nothing is expected. */
const pollAfterMs = (status: CountStatus): number => {
  if (status === 'declared' || status === 'corrected') return 60_000;
  return status === 'embargo' ? 30_000 : 5_000;
};

/** The files of the ledger's current version, its registers' among them; null before the election is defined. */
export const versionFiles = (
  build: Pick<LedgerBuild, 'fold' | 'frontier'>,
  registersOf: RegistersOf,
  outcomeOf: OutcomeOf,
): VersionFiles | null => {
  const { fold } = build;
  const counted = countElection(fold, outcomeOf);
  if (!counted) return null;
  const { head, constituencies } = counted;
  const stations = new Map(constituencies.map((one) => [one.result.id, stationsOf(fold, one)]));
  const together = (version: number, files: Parameters<typeof filesTogether>[2]) =>
    filesTogether(head.election, version, files);
  const count = together(fold.version, countFiles({ fold, counted, stations }));
  const described = [
    ...count,
    // A constituency that nothing touched keeps its file where it was.
    ...constituencies.flatMap(({ result }) =>
      together(result.version, [
        jsonFile(`constituencies/${result.id}.json`, { election: head.election, test: head.test, ...result }),
      ]),
    ),
    ...registersOf(fold, head).flatMap(({ version, files }) =>
      together(
        version,
        files.map(({ name, contentType, text }) => textFile(name, contentType, text)),
      ),
    ),
  ];
  const { index, file } = indexFile(head, described);
  const files = [...described, file];
  const pointer = pointerTo({
    head,
    size: build.frontier.size,
    root: encodeBase64(frontierRoot(build.frontier)),
    pollAfterMs: pollAfterMs(head.status),
    constituencies: Object.fromEntries(constituencies.map(({ result }) => [result.id, result.version])),
    files,
  });
  return {
    election: counted,
    stations,
    files,
    index,
    pointer,
    pointerBytes: utf8.encode(`${canonicalJson(pointer)}\n`),
  };
};
