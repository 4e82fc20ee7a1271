import type { LedgerContent } from '../ledger/ledger-files.ts';
import type { VerifySignature } from '../ledger/signed-note.ts';
import { bundlesForTree, tilesForTree } from '../ledger/tiles.ts';
import { dataPaths, isWithdrawn } from '../publication/paths.ts';
import type { VersionFiles } from '../publication/version-files.ts';
import { fixedPaths, ledgerPaths } from './account-for-files.ts';
import { checkArchive } from './check-archive.ts';
import { compareFile, type ExpectedFile, notRead } from './compare-file.ts';
import type { FetchedLedger } from './fetch-ledger.ts';
import type { Finding } from './finding.ts';
import { replayVersions, type VersionStep } from './replay-versions.ts';
import { slidingWindow, type Window } from './sliding-window.ts';
import type { Source } from './source.ts';

/** More findings than this say nothing new. */
export const MAX_FINDINGS = 20;

export interface VersionsAsked {
  readonly source: Source;
  readonly election: string;
  readonly ledger: FetchedLedger & { readonly content: LedgerContent };
  /** Keys of all files there, where they can be listed. */
  readonly listed: readonly string[] | null;
  readonly latestOnly: boolean;
  /** An archive of one version holds what that version needs to be checked, and no more. */
  readonly isArchive: boolean;
  /** The key that must have signed. */
  readonly vkey: string;
  readonly verifySignature: VerifySignature;
  /** Recomputed too: what the pointer says it points to. */
  readonly pointed: number | null;
  readonly progress: (entries: number, files: number) => void;
}

export interface VersionsCompared {
  readonly findings: readonly Finding[];
  readonly versions: number;
  readonly filesCompared: number;
  /** Files of earlier versions that are not published. */
  readonly skipped: readonly string[];
  /** Every path that follows from the ledger. */
  readonly expected: ReadonlySet<string>;
  readonly last: VersionFiles | null;
  readonly named: VersionFiles | null;
  /** False where the replay ended before the last entry. */
  readonly isComplete: boolean;
}

interface Compared {
  readonly findings: readonly Finding[];
}

/** Tiles and bundles of the size that the ledger had then, as far as they are still published. */
const earlierLedgerFiles = (
  { election, ledger }: VersionsAsked,
  { version, size, sinceSize }: VersionStep,
): readonly ExpectedFile[] => {
  const { entries, leafHashes } = ledger.content;
  const files = [...tilesForTree(leafHashes, size, sinceSize), ...bundlesForTree(entries, size, sinceSize)];
  const of = `the ledger at version ${version}`;
  return files.map(([path, bytes]) => ({ path: `${dataPaths.log(election)}${path}`, bytes, of }));
};

const versionFiles = ({ published, version }: VersionStep): readonly ExpectedFile[] => {
  if (published === null) return [];
  const { files, pointer, pointerBytes } = published;
  const kept = { path: dataPaths.version(pointer.election, version), bytes: pointerBytes };
  return [...files, kept].map(({ path, bytes }) => ({ path, bytes, of: `version ${version}` }));
};

/** A comparison on its way: what has been handed in, and what came of it so far. */
interface Comparison {
  readonly asked: VersionsAsked;
  readonly window: Window<Compared>;
  readonly present: ReadonlySet<string>;
  readonly expected: Set<string>;
  /** Entries too large for a leaf, where they stand in the ledger. */
  readonly large: readonly { readonly index: number; readonly path: string; readonly bytes: Uint8Array }[];
  /** Paths that were handed in: a file of an earlier version may be part of many later ones. */
  readonly checked: Set<string>;
  entriesDone: number;
  filesCompared: number;
  found: number;
}

const largeEntries = ({ election, ledger }: VersionsAsked): Comparison['large'] =>
  ledger.content.entries.flatMap((leaf, index) => {
    const named = ledger.rules.attachmentOf(leaf);
    const bytes = named?.kind === 'entry' ? ledger.attachments.get(named.sha256) : undefined;
    return named && bytes ? [{ index, path: dataPaths.attachment(election, named), bytes }] : [];
  });

const start = (asked: VersionsAsked): Comparison => {
  const { election, ledger, listed } = asked;
  const current = ledgerPaths(election, ledger.content.entries.length);
  const named = ledger.named.map((one) => dataPaths.attachment(election, one));
  return {
    asked,
    window: slidingWindow(),
    present: new Set(listed),
    expected: new Set([...fixedPaths(election), ...current, ...named]),
    checked: new Set(current),
    large: largeEntries(asked),
    entriesDone: 0,
    filesCompared: current.length + named.length,
    found: 0,
  };
};

const compareOne = async (comparison: Comparison, file: ExpectedFile): Promise<Compared> => {
  const { asked } = comparison;
  const finding = await compareFile(asked.source, file);
  const isThere = finding?.kind !== 'missing';
  if (isThere) comparison.filesCompared += 1;
  if (isThere && finding !== null) comparison.found += 1;
  asked.progress(comparison.entriesDone, comparison.filesCompared);
  return { findings: finding ? [finding] : [] };
};

/** The archive of the newest version, and those of earlier ones where files can be listed. */
const compareArchive = async (comparison: Comparison, step: VersionStep): Promise<void> => {
  const { asked, window, present, large } = comparison;
  const { published, version, size } = step;
  const { content } = asked.ledger;
  const path = dataPaths.archive(asked.election, version);
  const isLast = size === content.entries.length;
  if (published === null || !(isLast || present.has(path))) return;
  await window.add(async () => {
    const read = await asked.source.read(path);
    const facts = { published, content, size, vkey: asked.vkey, verify: asked.verifySignature };
    const named = large
      .filter(({ index }) => index < size)
      .map(({ path: at, bytes }) => [at, bytes] as const);
    const finding =
      read.kind === 'read'
        ? await checkArchive({ ...facts, bytes: read.bytes, large: named })
        : notRead(path, read);
    if (read.kind === 'read') comparison.filesCompared += 1;
    if (finding !== null) comparison.found += 1;
    return { findings: finding ? [finding] : [] };
  });
};

const compareStep = async (comparison: Comparison, step: VersionStep): Promise<void> => {
  const { asked, window, present, expected, checked } = comparison;
  comparison.entriesDone = step.size;
  comparison.found += step.findings.length;
  await window.add(async () => ({ findings: step.findings }));
  for (const path of ledgerPaths(asked.election, step.size)) expected.add(path);
  expected.add(dataPaths.archive(asked.election, step.version));
  expected.add(dataPaths.version(asked.election, step.version));
  const standing = asked.listed
    ? earlierLedgerFiles(asked, step).filter(({ path }) => present.has(path))
    : [];
  await compareArchive(comparison, step);
  for (const file of [...standing, ...versionFiles(step)]) {
    expected.add(file.path);
    if (checked.has(file.path)) continue;
    checked.add(file.path);
    await window.add(() => compareOne(comparison, file));
  }
  asked.progress(comparison.entriesDone, comparison.filesCompared);
};

/** What of the last version must be there. */
const requiredOf = (
  { election, isArchive }: VersionsAsked,
  last: VersionStep | null,
): ReadonlySet<string> => {
  const files = (last?.published?.files ?? []).map(({ path }) => path);
  if (isArchive) return new Set(files.filter((path) => !isWithdrawn(path)));
  const version = last?.version ?? 0;
  return new Set([...files, dataPaths.archive(election, version), dataPaths.version(election, version)]);
};

/** Recomputes every version from the ledger and holds its files against the published ones. */
export const compareVersions = async (asked: VersionsAsked): Promise<VersionsCompared> => {
  const { election, ledger, latestOnly, pointed } = asked;
  const comparison = start(asked);
  const steps = replayVersions({
    election,
    content: ledger.content,
    rules: ledger.rules,
    attachment: (sha256) => ledger.attachments.get(sha256),
    wanted: (version, isLast) => !latestOnly || isLast || version === pointed,
  });
  let [last, named]: (VersionStep | null)[] = [null, null];
  for (const step of steps) {
    last = step;
    if (step.version === pointed) named = step;
    await compareStep(comparison, step);
    if (comparison.found >= MAX_FINDINGS) break;
  }
  const required = requiredOf(asked, last ?? null);
  const results = await comparison.window.drain();
  const isSkipped = ({ kind, path }: Finding): boolean => kind === 'missing' && !required.has(path);
  const findings = results.flatMap((result) => result.findings);
  return {
    findings: findings.filter((finding) => !isSkipped(finding)),
    versions: last?.version ?? 0,
    filesCompared: comparison.filesCompared,
    skipped: findings.filter(isSkipped).map(({ path }) => path),
    expected: comparison.expected,
    last: last?.published ?? null,
    named: named?.published ?? null,
    isComplete: comparison.entriesDone === ledger.content.entries.length && comparison.found < MAX_FINDINGS,
  };
};
