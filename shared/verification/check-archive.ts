import { unzipSync } from 'fflate';
import { encodeBase64 } from '../ledger/base64.ts';
import type { LedgerContent } from '../ledger/ledger-files.ts';
import type { VerifySignature } from '../ledger/signed-note.ts';
import { dataPaths } from '../publication/paths.ts';
import { versionArchive } from '../publication/version-archive.ts';
import type { VersionFiles } from '../publication/version-files.ts';
import { differenceWords } from './difference-words.ts';
import type { Finding } from './finding.ts';
import { firstDifference } from './first-difference.ts';
import { readCheckpoint } from './signed-files.ts';

/** A version's archive as published, and what it is held against. */
export interface ArchiveToCheck {
  readonly bytes: Uint8Array;
  readonly published: VersionFiles;
  /** The whole ledger; the version's part of it is its first `size` entries. */
  readonly content: LedgerContent;
  readonly size: number;
  /** Bytes that a leaf names by hash, by the path under which they are published. */
  readonly large: readonly (readonly [path: string, bytes: Uint8Array])[];
  readonly vkey: string;
  readonly verify: VerifySignature;
}

/** A note has a few hundred bytes, with many cosignatures a few thousand. */
const MOST_NOTE_BYTES = 100_000;

/** Members that are no larger than they should be: a small file can claim to hold a large one. */
const members = (
  bytes: Uint8Array,
  sizes: ReadonlyMap<string, number>,
): Readonly<Record<string, Uint8Array>> | null => {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => originalSize <= (sizes.get(name) ?? -1),
    });
  } catch {
    return null;
  }
};

const inMembers = (path: string, actual: Uint8Array, expected: Uint8Array): string => {
  const wanted = unzipSync(expected);
  const sizes = new Map(Object.entries(wanted).map(([name, { length }]) => [name, 2 * length + 1000]));
  const found = members(actual, sizes);
  if (found === null) return 'is no zip that can be read';
  for (const [name, bytes] of Object.entries(wanted)) {
    const member = found[name];
    if (!member) return `does not hold ${name} as it should`;
    const difference = firstDifference(name, member, bytes);
    if (difference !== null) return `holds ${name}, which ${differenceWords(difference)}`;
  }
  const difference = firstDifference(path, actual, expected);
  return difference ? differenceWords(difference) : 'differs';
};

/** Holds an archive against what the ledger gives: its own checkpoint is signed, all else follows from the entries. */
export const checkArchive = async ({
  bytes,
  published,
  content,
  size,
  large,
  vkey,
  verify,
}: ArchiveToCheck): Promise<Finding | null> => {
  const { election, version, root } = published.pointer;
  const path = dataPaths.archive(election, version);
  const differs = (message: string): Finding => ({
    kind: 'differs',
    path,
    message: `(version ${version}) ${message}`,
  });
  const checkpointPath = dataPaths.checkpoint(election);
  const found = members(bytes, new Map([[checkpointPath, MOST_NOTE_BYTES]]));
  if (found === null) return differs('is no zip that can be read');
  const note = found[checkpointPath];
  if (!note) return differs(`does not hold ${checkpointPath}`);
  const checkpoint = await readCheckpoint(election, { bytes: note, vkey, verify });
  if (!checkpoint.ok) return differs(`holds ${checkpointPath}, which ${checkpoint.problem.message}`);
  const { size: signed, root: signedRoot } = checkpoint.value;
  if (signed !== size || encodeBase64(signedRoot) !== root)
    return differs(`holds a checkpoint of ${signed} entries; this version has ${size}, with root ${root}`);
  const expected = versionArchive({
    leaves: content.entries.slice(0, size),
    leafHashes: content.leafHashes.slice(0, size),
    large,
    published,
    note,
    verifierKey: new TextEncoder().encode(`${vkey}\n`),
  });
  return firstDifference(path, bytes, expected) === null ? null : differs(inMembers(path, bytes, expected));
};
