import { formatCheckpoint } from '#shared/ledger/checkpoint.ts';
import { frontierRoot } from '#shared/ledger/merkle.ts';
import { formatNote, noteSignatureLine } from '#shared/ledger/signed-note.ts';
import { bundlesForTree, tilesForTree } from '#shared/ledger/tiles.ts';
import { formatVerifierKey } from '#shared/ledger/verifier-key.ts';
import { CACHE, dataPaths, FIXED_FILES, isWithdrawn } from '#shared/publication/paths.ts';
import { readIndex, readPointer } from '#shared/publication/read-pointer.ts';
import { type ArchiveFacts, versionArchive } from '#shared/publication/version-archive.ts';
import { type PublishedVersion, publishVersion } from '#shared/publication/version-files.ts';
import type { LatestPointer, VersionIndex } from '#shared/recount/results.ts';
import type { Clock, NewObject, ObjectStore, Records, Signer } from '../ports.ts';
import { type BakeFacts, bakePages, isBaked, PAGE_PARTS, type PagePart } from './bake-pages.ts';
import { inParallel } from './in-parallel.ts';
import { coldLedger, orderPending, type WarmLedger } from './ledger-sync.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Pages } from './pages.ts';

/** What publishing needs from outside. */
export interface PublishPorts {
  readonly records: Records;
  readonly files: ObjectStore;
  readonly pages: Pages;
  readonly clock: Clock;
  /** Test elections are signed with another key. */
  readonly signers: { readonly real: Signer; readonly test: Signer };
  /** Takes a public file away: what candidates filed, once inspection by the public has ended. Only the sweep has it. */
  readonly remove?: (key: string) => Promise<void>;
  /** Where reports and publishing share one computer: resolves when there is room for a page that nobody waits for. */
  readonly roomForStations?: () => Promise<void>;
}

/** What a run left public. */
export interface Published {
  readonly election: string;
  readonly version: number;
  readonly size: number;
  readonly test: boolean;
}

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
const uploadImmutable = async (
  files: ObjectStore,
  { build }: WarmLedger,
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

/** Everything of the version in one file, before anything points to it. */
const putArchive = (
  files: ObjectStore,
  { build }: WarmLedger,
  published: PublishedVersion,
  signed: Pick<ArchiveFacts, 'note' | 'verifierKey'>,
) => {
  const { election, version } = published.pointer;
  const bytes = versionArchive({
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
  return files.putIfAbsent(...immutable(dataPaths.archive(election, version), 'application/zip', bytes));
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

/**
 * Makes the ordered ledger public. Immutable files first, then the signed checkpoint, the archive with it, what stands at fixed addresses, the
 * pointer last, each forward only:
 * a crash before the checkpoint leaves unreferenced files, before the pointer a checkpoint that is ahead of it,
 * before the pages an older page; the next run, or the sweep, does what is missing.
 */
const upload = async (
  ports: PublishPorts,
  ledger: WarmLedger,
  signer: Signer,
  before: LatestPointer | null,
): Promise<PublishedVersion | null> => {
  const { election } = ledger.build.fold;
  const published = publishVersion(ledger.build);
  if (!published) return null;
  const { pointer } = published;
  if (before && before.version >= pointer.version) return published;
  // It stands before the first pointer does, and never changes.
  if (!before) await putVerifierKey(ports.files, election, signer);
  await uploadImmutable(ports.files, ledger, published, before?.size ?? 0);
  const checkpoint = formatCheckpoint({
    origin: ledgerName(signer, election),
    size: pointer.size,
    root: frontierRoot(ledger.build.frontier),
  });
  // Signed only now, after the batch is written down: two different trees of one size are never signed.
  const note = await signedNote(signer, election, checkpoint);
  await ports.files.putForward(
    dataPaths.checkpoint(election),
    pointerObject(note, 'text/plain; charset=utf-8', pointer.version),
  );
  await putArchive(ports.files, ledger, published, { note, verifierKey: verifierKeyFile(election, signer) });
  await putFixedFiles(ports.files, published, before);
  await ports.files.putForward(
    dataPaths.latest(election),
    pointerObject(published.pointerBytes, 'application/json; charset=utf-8', pointer.version),
  );
  return published;
};

/** Publishes elections; remembers their ledgers between runs, which only saves work: a cold start gives the same bytes. */
export interface Publisher {
  /** Orders, uploads and moves the pointer; pages are baked from what it leaves behind. */
  publish(election: string): Promise<Published | null>;
  /** Bakes one part of the pages of the version published last; a newer version is not kept waiting by it. */
  bake(election: string, part: PagePart): Promise<number>;
}

interface Remembered {
  readonly ledger: WarmLedger;
  facts: BakeFacts | null;
}

/** What is published of an election now; null before its first version. */
export const readStandingPointer = async (
  files: ObjectStore,
  election: string,
): Promise<LatestPointer | null> => {
  const latest = await files.get(dataPaths.latest(election));
  return latest && readPointer(latest.bytes);
};

/** Every file of what is published of an election now; null before its first version. */
export const readStandingIndex = async (
  files: ObjectStore,
  election: string,
): Promise<VersionIndex | null> => {
  const pointer = await readStandingPointer(files, election);
  const named = pointer?.files['index.json'];
  const standing = named && (await files.get(named.path.slice(1)));
  return standing ? readIndex(standing.bytes) : null;
};

/** True where nothing is left to do for the ledger's version: pointer moved, both parts of the pages baked or known. */
const isComplete = async (
  ports: PublishPorts,
  { ledger, facts }: Remembered,
  pointer: LatestPointer | null,
): Promise<boolean> => {
  const { election, version } = ledger.build.fold;
  if ((pointer?.version ?? 0) < version) return false;
  if (facts?.published.pointer.version === version) return true;
  const parts = await Promise.all(PAGE_PARTS.map((part) => isBaked(ports, { election, version }, part)));
  return parts.every((baked) => baked);
};

export const electionPublisher = (ports: PublishPorts): Publisher => {
  const warm = new Map<string, Remembered>();

  const run = async (election: string): Promise<Published | null> => {
    const known = warm.get(election) ?? { ledger: coldLedger(election), facts: null };
    const { ledger } = known;
    await orderPending(ports, ledger);
    warm.set(election, known);
    const { definition, version } = ledger.build.fold;
    if (!definition || version === 0) return null;
    const summary = { election, version, size: ledger.build.frontier.size, test: definition.test };
    const pointer = await readStandingPointer(ports.files, election);
    if (await isComplete(ports, known, pointer)) return summary;
    const signer = definition.test ? ports.signers.test : ports.signers.real;
    const published = await upload(ports, ledger, signer, pointer);
    if (!published) return null;
    const verifierKey = formatVerifierKey(ledgerName(signer, election), signer.publicKey);
    known.facts = { published, verifierKey };
    return summary;
  };

  const fresh = async (election: string): Promise<Published | null> => {
    try {
      return await run(election);
    } catch (cause) {
      // Whatever was half known is read again from the records.
      warm.delete(election);
      throw cause;
    }
  };

  const bakery = (part: PagePart) =>
    oneAtATime(async (election) => {
      const facts = warm.get(election)?.facts;
      if (!facts) return 0;
      // Few pages: one version is shown to the end, so that a rush never keeps the last of them from being baked.
      if (part !== 'stations') return bakePages(ports, { part, newest: () => facts, room: async () => {} });
      // Many pages: what became old meanwhile is not baked any more.
      const newest = () => warm.get(election)?.facts ?? facts;
      return bakePages(ports, { part, newest, room: async () => ports.roomForStations?.() });
    });
  const bakeries = {
    figures: bakery('figures'),
    explanations: bakery('explanations'),
    stations: bakery('stations'),
  };

  return {
    // Runs of one process share what they remember; runs of other processes meet at the conditional writes.
    publish: oneAtATime(fresh),
    bake: (election, part) => bakeries[part](election),
  };
};
