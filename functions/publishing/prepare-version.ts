import { formatCheckpoint } from '#shared/ledger/checkpoint.ts';
import { frontierRoot } from '#shared/ledger/merkle.ts';
import { formatNote, noteSignatureLine } from '#shared/ledger/signed-note.ts';
import { bundlesForTree, tilesForTree } from '#shared/ledger/tiles.ts';
import { formatVerifierKey } from '#shared/ledger/verifier-key.ts';
import { CACHE, dataPaths, FIXED_FILES, isWithdrawn } from '#shared/publication/paths.ts';
import { type PublishedVersion, publishVersion } from '#shared/publication/publish-version.ts';
import { type ArchiveFacts, versionArchive } from '#shared/publication/version-archive.ts';
import { JSON_TYPE } from '#shared/publication/version-file.ts';
import type { LedgerBuild } from '#shared/recount/ledger-build.ts';
import type { LatestPointer } from '#shared/recount/results.ts';
import type { NewObject, ObjectStore, Signer } from '../ports.ts';
import { inParallel } from './in-parallel.ts';

const text = new TextEncoder();

/** An election's ledger has a name of its own: signatures of one never pass for another's. */
export const ledgerName = (signer: Signer, election: string): string => `${signer.name}/${election}`;

const immutable = (key: string, contentType: string, bytes: Uint8Array): readonly [string, NewObject] => [
  key,
  { bytes, contentType, cacheControl: isWithdrawn(key) ? CACHE.untilWithdrawn : CACHE.immutable },
];

/** Signs a note in the name of an election's ledger; the same text always gives the same note. */
export const signedNote = async (signer: Signer, election: string, note: string): Promise<Uint8Array> => {
  const name = ledgerName(signer, election);
  const signature = await signer.sign(text.encode(note));
  return text.encode(formatNote(note, [noteSignatureLine(name, signer.publicKey, signature)]));
};

/** Tiles, entry bundles, large entries and the version's files: nothing refers to them yet. */
export const uploadImmutable = async (
  files: ObjectStore,
  build: LedgerBuild,
  published: PublishedVersion,
  sinceSize: number,
): Promise<void> => {
  const { election } = build.fold;
  const { size } = build.frontier;
  const leaves = build.entries.map(({ leaf }) => leaf);
  const log = dataPaths.log(election);
  const octets = 'application/octet-stream';
  const uploads = [
    ...[...tilesForTree(build.leafHashes, size, sinceSize)].map(([path, bytes]) =>
      immutable(`${log}${path}`, octets, bytes),
    ),
    ...[...bundlesForTree(leaves, size, sinceSize)].map(([path, bytes]) =>
      immutable(`${log}${path}`, octets, bytes),
    ),
    ...build.entries
      .slice(sinceSize)
      .flatMap(({ attachment }) =>
        attachment && !(attachment.kind === 'body' && build.fold.platform.endedOn !== null)
          ? [
              immutable(
                dataPaths.attachment(election, attachment),
                'application/json; charset=utf-8',
                attachment.bytes,
              ),
            ]
          : [],
      ),
    ...published.files.map(({ path, contentType, bytes }) => immutable(path, contentType, bytes)),
  ];
  await inParallel(uploads, ([key, object]) => files.putIfAbsent(key, object));
};

const verifierKeyFile = (election: string, signer: Signer): Uint8Array =>
  text.encode(`${formatVerifierKey(ledgerName(signer, election), signer.publicKey)}\n`);

const putVerifierKey = (files: ObjectStore, election: string, signer: Signer) =>
  files.putIfAbsent(dataPaths.verifierKey(election), {
    bytes: verifierKeyFile(election, signer),
    contentType: 'text/plain; charset=utf-8',
    cacheControl: CACHE.description,
  });

/** What a version leaves for ever beside its files: everything of it in one file, and the pointer as it was. Nothing points to them yet. */
const putLasting = async (
  files: ObjectStore,
  build: LedgerBuild,
  published: PublishedVersion,
  signed: Pick<ArchiveFacts, 'note' | 'verifierKey'>,
): Promise<void> => {
  const { election, version } = published.pointer;
  const archive = versionArchive({
    leaves: build.entries.map(({ leaf }) => leaf),
    leafHashes: build.leafHashes,
    large: build.entries.flatMap(({ attachment }) =>
      attachment?.kind === 'entry'
        ? [[dataPaths.attachment(election, attachment), attachment.bytes] as const]
        : [],
    ),
    published,
    ...signed,
  });
  await Promise.all([
    files.putIfAbsent(...immutable(dataPaths.archive(election, version), 'application/zip', archive)),
    files.putIfAbsent(...immutable(dataPaths.version(election, version), JSON_TYPE, published.pointerBytes)),
  ]);
};

const pointerObject = (bytes: Uint8Array, contentType: string, version: number) => ({
  bytes,
  contentType,
  cacheControl: CACHE.pointer,
  version,
});

/** Files at addresses that never change: those that a version since the standing pointer has changed. */
const putFixedFiles = async (
  files: ObjectStore,
  { files: published, pointer }: PublishedVersion,
  before: LatestPointer | null,
): Promise<void> => {
  const moved = published.filter(
    ({ name, version }) => FIXED_FILES.includes(name) && version > (before?.version ?? 0),
  );
  await inParallel(moved, ({ name, bytes, contentType }) =>
    files.putForward(
      dataPaths.fixed(pointer.election, name),
      pointerObject(bytes, contentType, pointer.version),
    ),
  );
};

/** A version with its signed checkpoint: everything of it is there, and nothing points to it yet. */
export interface Prepared {
  readonly published: PublishedVersion;
  readonly note: Uint8Array;
}

/** Uploads all of a version that never changes; null before the election is defined. */
export const prepareVersion = async (
  files: ObjectStore,
  build: LedgerBuild,
  signer: Signer,
  before: LatestPointer | null,
): Promise<Prepared | null> => {
  const { election } = build.fold;
  const published = publishVersion(build);
  if (!published) return null;
  // It stands before the first pointer does, and never changes.
  if (!before) await putVerifierKey(files, election, signer);
  await uploadImmutable(files, build, published, before?.size ?? 0);
  const checkpoint = formatCheckpoint({
    origin: ledgerName(signer, election),
    size: published.pointer.size,
    root: frontierRoot(build.frontier),
  });
  // Signed only now, after the batch is written down: two different trees of one size are never signed.
  const note = await signedNote(signer, election, checkpoint);
  await putLasting(files, build, published, { note, verifierKey: verifierKeyFile(election, signer) });
  return { published, note };
};

/**
 * Makes a prepared version the newest one: the signed checkpoint, what stands at fixed addresses, the pointer last, each forward only. A crash
 * before the checkpoint leaves unreferenced files, before the pointer a checkpoint that is ahead of it, before the pages an older page; the next
 * run, or the sweep, does what is missing.
 */
export const moveHeads = async (
  files: ObjectStore,
  { published, note }: Prepared,
  before: LatestPointer | null,
): Promise<void> => {
  const { election, version } = published.pointer;
  await files.putForward(
    dataPaths.checkpoint(election),
    pointerObject(note, 'text/plain; charset=utf-8', version),
  );
  await putFixedFiles(files, published, before);
  await files.putForward(
    dataPaths.latest(election),
    pointerObject(published.pointerBytes, JSON_TYPE, version),
  );
};
