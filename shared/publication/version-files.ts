import { canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../hash.ts';
import { encodeBase64 } from '../ledger/base64.ts';
import { frontierRoot } from '../ledger/merkle.ts';
import { type CountedElection, countElection, stationsOf } from '../recount/count-election.ts';
import type { LedgerBuild } from '../recount/ledger-build.ts';
import { noticeResults } from '../recount/notice-results.ts';
import { type RegisterResult, registerResult } from '../recount/register-results.ts';
import type { CountStatus, LatestPointer, StationResult } from '../recount/results.ts';
import { must } from '../result.ts';
import { advertisementFiles } from './advertisement-files.ts';
import { explainAllocation } from './explain-allocation.ts';
import { type NoticeRegister, noticeFiles, noticeRegister } from './notice-files.ts';
import { dataPaths } from './paths.ts';
import { resultsCsv, stationsCsv } from './result-tables.ts';

/** One immutable file of a version. */
export interface VersionFile {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Everything a version publishes, as a pure function of the ledger up to it. */
export interface PublishedVersion {
  readonly election: CountedElection;
  readonly stations: ReadonlyMap<string, readonly StationResult[]>;
  readonly register: NoticeRegister;
  readonly advertisements: RegisterResult;
  readonly files: readonly VersionFile[];
  readonly pointer: LatestPointer;
  readonly pointerBytes: Uint8Array;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8';

const utf8 = new TextEncoder();

/** How long readers wait before they ask again: seldom once nothing is expected. */
const pollAfterMs = (status: CountStatus): number => {
  if (status === 'declared' || status === 'corrected') return 60_000;
  return status === 'embargo' ? 30_000 : 5_000;
};

/** Files hold what their writers call them; the text ends in a newline so that it prints well. */
const json = (value: unknown): Uint8Array => utf8.encode(`${JSON.stringify(value)}\n`);

const versionFile = (
  election: string,
  version: number,
  [name, contentType, bytes]: readonly [string, string, Uint8Array],
): VersionFile => {
  const sha256 = sha256Hex(bytes);
  return { name, contentType, bytes, sha256, path: dataPaths.versioned(election, { version, sha256, name }) };
};

/** What the ledger's current version publishes; null before the election is defined. */
export const publishVersion = (build: Pick<LedgerBuild, 'fold' | 'frontier'>): PublishedVersion | null => {
  const { fold } = build;
  const counted = countElection(fold);
  if (!counted) return null;
  const { head, constituencies, results } = counted;
  const stations = new Map(constituencies.map((one) => [one.result.id, stationsOf(fold, one)]));
  const register = noticeRegister(noticeResults(fold), fold.defined);
  const advertisements = registerResult(fold, must(fold.definition, 'a counted election is defined'));
  const whole = constituencies.map(({ result }) => result);
  const file = (version: number, name: string, contentType: string, bytes: Uint8Array) =>
    versionFile(head.election, version, [name, contentType, bytes]);
  const files = [
    file(fold.version, 'results.json', JSON_TYPE, json(results)),
    ...whole.map((result) =>
      file(result.version, `constituencies/${result.id}.json`, JSON_TYPE, json(result)),
    ),
    file(
      fold.version,
      'stations.csv',
      CSV_TYPE,
      utf8.encode(stationsCsv(whole.map((result) => ({ result, stations: stations.get(result.id) ?? [] })))),
    ),
    file(fold.version, 'results.csv', CSV_TYPE, utf8.encode(resultsCsv(whole))),
    file(fold.version, 'allocation.json', JSON_TYPE, json(explainAllocation(head, whole))),
    file(
      fold.version,
      'rounds.json',
      JSON_TYPE,
      json({
        election: head.election,
        test: head.test,
        constituencies: whole
          .filter(({ system }) => system === 'preferential')
          .map(({ id, rounds, lots }) => ({ id, rounds, lots })),
      }),
    ),
    file(
      fold.version,
      'changes.json',
      JSON_TYPE,
      json({
        election: head.election,
        test: head.test,
        version: fold.version,
        asOf: fold.asOf,
        changes: fold.changes,
        setAside: fold.setAside,
      }),
    ),
    ...noticeFiles(head, register).map(({ name, contentType, text }) =>
      file(register.version, name, contentType, utf8.encode(text)),
    ),
    ...advertisementFiles(head, advertisements).map(({ name, contentType, text }) =>
      file(advertisements.version, name, contentType, utf8.encode(text)),
    ),
  ];
  const pointer: LatestPointer = {
    election: head.election,
    version: fold.version,
    asOf: fold.asOf,
    status: head.status,
    test: head.test,
    size: build.frontier.size,
    root: encodeBase64(frontierRoot(build.frontier)),
    pollAfterMs: pollAfterMs(head.status),
    files: Object.fromEntries(
      files.map(({ name, path, sha256, bytes }) => [name, { path: `/${path}`, sha256, bytes: bytes.length }]),
    ),
  };
  return {
    election: counted,
    stations,
    register,
    advertisements,
    files,
    pointer,
    pointerBytes: utf8.encode(`${canonicalJson(pointer)}\n`),
  };
};
