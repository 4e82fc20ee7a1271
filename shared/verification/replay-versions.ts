import type { LedgerContent } from '../ledger/ledger-files.ts';
import { appendLeaves, emptyFrontier, type Frontier } from '../ledger/merkle.ts';
import { bundlePathsFor, tileWidth } from '../ledger/tiles.ts';
import { dataPaths } from '../publication/paths.ts';
import type { VersionFiles } from '../publication/version-files.ts';
import { type ElectionFold, startFold } from '../recount/election-fold.ts';
import type { LedgerEntry } from '../recount/ledger-entry.ts';
import { must, refuse } from '../result.ts';
import { checkBatchEnd, type EntryHistory, startHistory } from './entry-history.ts';
import type { Finding } from './finding.ts';
import type { LedgerRules } from './ledger-rules.ts';

/** What a reader has of a ledger: its entries as signed, and a way to the large ones. */
export interface ReplaySource {
  readonly election: string;
  readonly content: LedgerContent;
  readonly rules: LedgerRules;
  /** The bytes that a leaf names by hash; `undefined` where they are not at hand. */
  readonly attachment: (sha256: string) => Uint8Array | undefined;
  /** Which versions' files are to be recomputed; the entries of all are checked. */
  readonly wanted: (version: number, isLast: boolean) => boolean;
}

/** The ledger after one more batch. */
export interface VersionStep {
  readonly version: number;
  readonly size: number;
  /** Size before this batch. */
  readonly sinceSize: number;
  /** What the version publishes; `null` where it was not wanted, or could not be recomputed. */
  readonly published: VersionFiles | null;
  readonly findings: readonly Finding[];
}

/** Path of the bundle in which an entry stands. */
const bundleOf = ({ election, content }: ReplaySource, index: number): string =>
  `${dataPaths.log(election)}${bundlePathsFor(content.entries.length)[Math.floor(index / tileWidth)]}`;

const entryFinding = (source: ReplaySource, index: number, message: string): Finding => ({
  kind: 'entry',
  path: bundleOf(source, index),
  message: `has a wrong entry ${index}: ${message}`,
  entry: index,
});

interface Reading {
  readonly entry: LedgerEntry | null;
  readonly findings: readonly Finding[];
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Others wrote the entry: what no parser expects, such as a nesting without end, is a finding too. */
const decode = (leaf: Uint8Array, source: ReplaySource): ReturnType<LedgerRules['decode']> => {
  try {
    return source.rules.decode(leaf, source.attachment);
  } catch (cause) {
    return refuse({ kind: 'unreadable-entry', detail: reasonOf(cause) });
  }
};

const readEntry = (source: ReplaySource, index: number): Reading => {
  const leaf = must(source.content.entries[index], 'within the ledger');
  const decoded = decode(leaf, source);
  if (decoded.ok) return { entry: decoded.value, findings: [] };
  const { kind, detail } = decoded.problem;
  const named = source.rules.attachmentOf(leaf);
  if (named === null)
    return { entry: null, findings: [entryFinding(source, index, `cannot be read: ${detail}`)] };
  const path = dataPaths.attachment(source.election, named);
  if (kind === 'attachment-missing') return { entry: null, findings: [] };
  const why =
    kind === 'attachment-differs'
      ? `is not the file with that hash, which entry ${index} names`
      : `holds an entry that cannot be read: ${detail}`;
  return { entry: null, findings: [{ kind: 'differs', path, message: why, entry: index }] };
};

type Computed = Pick<VersionStep, 'published' | 'findings'>;

const NOT_COMPUTED: Computed = { published: null, findings: [] };

const recompute = ({ fold, frontier, source }: Replay, index: number): Computed => {
  try {
    return { published: source.rules.publish({ fold, frontier }), findings: [] };
  } catch (cause) {
    const message = `version ${fold.version} cannot be recomputed from the entries up to here: ${reasonOf(cause)}`;
    return { published: null, findings: [entryFinding(source, index, message)] };
  }
};

/** A replay on its way. */
interface Replay {
  readonly source: ReplaySource;
  readonly fold: ElectionFold;
  readonly history: EntryHistory;
  frontier: Frontier;
  findings: Finding[];
}

/** Checks and folds an entry; answers whether the replay can go on. */
const takeEntry = (replay: Replay, index: number, { entry, findings }: Reading): boolean => {
  const { source, fold, history } = replay;
  replay.findings.push(...findings);
  if (entry === null) return false;
  try {
    replay.findings.push(
      ...source.rules.check(entry, fold, history).map((why) => entryFinding(source, index, why)),
    );
    source.rules.apply(fold, entry);
    return true;
  } catch (cause) {
    replay.findings.push(entryFinding(source, index, `cannot be counted: ${reasonOf(cause)}`));
    return false;
  }
};

const endBatch = (replay: Replay, index: number, isReadable: boolean): VersionStep => {
  const { source, fold, history, frontier } = replay;
  const { entries, leafHashes } = source.content;
  const size = index + 1;
  const owed = checkBatchEnd(history, fold).map((why) => entryFinding(source, index, why));
  replay.frontier = appendLeaves(frontier, leafHashes.slice(frontier.size, size));
  const isWanted = isReadable && source.wanted(fold.version, size === entries.length);
  const computed = isWanted ? recompute(replay, index) : NOT_COMPUTED;
  const findings = [...replay.findings, ...owed, ...computed.findings];
  replay.findings = [];
  return { version: fold.version, size, sinceSize: frontier.size, published: computed.published, findings };
};

/**
 * Walks the ledger as a reader has it, batch by batch: every entry is checked and folded, every wanted version recomputed from the
 * entries up to it. Ends early at an entry that cannot be read, since nothing after it can be known.
 */
export function* replayVersions(source: ReplaySource): Generator<VersionStep> {
  const { length } = source.content.entries;
  const fold = startFold(source.election);
  const replay: Replay = { source, fold, history: startHistory(), frontier: emptyFrontier, findings: [] };
  let reading: Reading | null = length > 0 ? readEntry(source, 0) : null;
  for (let index = 0; reading !== null; index += 1) {
    const isReadable = takeEntry(replay, index, reading);
    reading = isReadable && index + 1 < length ? readEntry(source, index + 1) : null;
    if (reading === null || reading.entry?.type === 'batch') yield endBatch(replay, index, isReadable);
  }
}
