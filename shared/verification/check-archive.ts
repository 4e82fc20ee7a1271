import { encodeBase64 } from '../ledger/base64.ts';
import { sameBytes } from '../ledger/bytes.ts';
import type { LedgerContent } from '../ledger/ledger-files.ts';
import type { VerifySignature } from '../ledger/signed-note.ts';
import { NotZip, openZip, readZipMember } from '../publication/formats/unzip.ts';
import { dataPaths } from '../publication/paths.ts';
import { archivePieces, versionArchive } from '../publication/version-archive.ts';
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

/** A file of the archive that is no larger than it should be: a small one can claim to hold a large one. */
const memberOf = async (archive: Blob, name: string, atMost: number): Promise<Uint8Array | null> => {
  const member = (await openZip(archive)).get(name);
  if (!member || member.bytes > atMost) return null;
  const read = await readZipMember(archive, member);
  return read.ok ? read.value : null;
};

/** The checkpoint in an archive: `null` where it holds none, `undefined` where it is no archive. */
const noteIn = async (bytes: Uint8Array, name: string): Promise<Uint8Array | null | undefined> => {
  try {
    return await memberOf(new Blob([Uint8Array.from(bytes)]), name, MOST_NOTE_BYTES);
  } catch (cause) {
    if (cause instanceof NotZip) return undefined;
    throw cause;
  }
};

/** Whether bytes are nothing but these pieces, one after the other. */
const isMadeOf = (bytes: Uint8Array, pieces: Iterable<Uint8Array>): boolean => {
  let at = 0;
  for (const piece of pieces) {
    if (!sameBytes(bytes.subarray(at, at + piece.length), piece)) return false;
    at += piece.length;
  }
  return at === bytes.length;
};

/** The first file in which an archive differs from the one that was expected, else the first byte. */
const inMembers = async (path: string, actual: Uint8Array, expected: Uint8Array): Promise<string> => {
  const [found, wanted] = [new Blob([Uint8Array.from(actual)]), new Blob([Uint8Array.from(expected)])];
  for (const name of (await openZip(wanted)).keys()) {
    const bytes = (await memberOf(wanted, name, Number.MAX_SAFE_INTEGER)) ?? new Uint8Array();
    const member = await memberOf(found, name, 2 * bytes.length + 1000);
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
  const note = await noteIn(bytes, checkpointPath);
  if (note === undefined) return differs('is no zip that can be read');
  if (note === null) return differs(`does not hold ${checkpointPath}`);
  const checkpoint = await readCheckpoint(election, { bytes: note, vkey, verify });
  if (!checkpoint.ok) return differs(`holds ${checkpointPath}, which ${checkpoint.problem.message}`);
  const { size: signed, root: signedRoot } = checkpoint.value;
  if (signed !== size || encodeBase64(signedRoot) !== root)
    return differs(`holds a checkpoint of ${signed} entries; this version has ${size}, with root ${root}`);
  const facts = {
    leaves: content.entries.slice(0, size),
    leafHashes: content.leafHashes.slice(0, size),
    large,
    published,
    note,
    verifierKey: new TextEncoder().encode(`${vkey}\n`),
  };
  return isMadeOf(bytes, archivePieces(facts))
    ? null
    : differs(await inMembers(path, bytes, versionArchive(facts)));
};
