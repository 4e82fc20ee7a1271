import { canonicalJson } from '../canonical-json.ts';
import { encodeBase64 } from '../ledger/base64.ts';
import { frontierRoot } from '../ledger/merkle.ts';
import { type CountedElection, countElection, stationsOf } from '../recount/count-election.ts';
import type { LedgerBuild } from '../recount/ledger-build.ts';
import { noticeResults } from '../recount/notice-results.ts';
import { type RegisterResult, registerResult } from '../recount/register-results.ts';
import type { CountStatus, LatestPointer, StationResult, VersionIndex } from '../recount/results.ts';
import { must } from '../result.ts';
import { advertisementFiles } from './advertisement-files.ts';
import { countFiles } from './count-files.ts';
import { type NoticeRegister, noticeFiles, noticeRegister } from './notice-files.ts';
import { filesTogether, jsonFile, textFile, type VersionFile } from './version-file.ts';
import { indexFile, pointerTo } from './version-index.ts';

/** Everything a version publishes, as a pure function of the ledger up to it. */
export interface PublishedVersion {
  readonly election: CountedElection;
  readonly stations: ReadonlyMap<string, readonly StationResult[]>;
  readonly register: NoticeRegister;
  readonly advertisements: RegisterResult;
  /** The index is the last of them. */
  readonly files: readonly VersionFile[];
  readonly index: VersionIndex;
  readonly pointer: LatestPointer;
  readonly pointerBytes: Uint8Array;
}

const utf8 = new TextEncoder();

/** How long readers wait before they ask again: seldom once nothing is expected. */
const pollAfterMs = (status: CountStatus): number => {
  if (status === 'declared' || status === 'corrected') return 60_000;
  return status === 'embargo' ? 30_000 : 5_000;
};

/** What the ledger's current version publishes; null before the election is defined. */
export const publishVersion = (build: Pick<LedgerBuild, 'fold' | 'frontier'>): PublishedVersion | null => {
  const { fold } = build;
  const counted = countElection(fold);
  if (!counted) return null;
  const { head, constituencies } = counted;
  const stations = new Map(constituencies.map((one) => [one.result.id, stationsOf(fold, one)]));
  const register = noticeRegister(noticeResults(fold), fold.defined);
  const advertisements = registerResult(fold, must(fold.definition, 'a counted election is defined'));
  const texts = (
    files: readonly { readonly name: string; readonly contentType: string; readonly text: string }[],
  ) => files.map(({ name, contentType, text }) => textFile(name, contentType, text));
  const together = (version: number, files: Parameters<typeof filesTogether>[2]) =>
    filesTogether(head.election, version, files);
  const count = together(fold.version, countFiles({ fold, counted, stations }));
  const described = [
    ...count,
    // A constituency that nothing touched keeps its file where it was.
    ...constituencies.flatMap(({ result }) =>
      together(result.version, [jsonFile(`constituencies/${result.id}.json`, result)]),
    ),
    ...together(register.version, texts(noticeFiles(head, register))),
    ...together(advertisements.version, texts(advertisementFiles(head, advertisements))),
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
    register,
    advertisements,
    files,
    index,
    pointer,
    pointerBytes: utf8.encode(`${canonicalJson(pointer)}\n`),
  };
};
