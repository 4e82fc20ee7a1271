import { formatVerifierKey } from '#shared/ledger/verifier-key.ts';
import { planPages } from '#shared/publication/page-plan.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { type PublishedVersion, publishVersion } from '#shared/publication/publish-version.ts';
import { readIndex, readPointer } from '#shared/publication/read-pointer.ts';
import { readWitnessFacts } from '#shared/publication/witness-facts.ts';
import type { LatestPointer, VersionIndex } from '#shared/recount/results.ts';
import type { Clock, ObjectStore, Records, Signer } from '../ports.ts';
import { type BakeFacts, bakePages, freshenPage, isBaked, type Part, partsOf } from './bake-pages.ts';
import { coldLedger, orderPending, type WarmLedger } from './ledger-sync.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Pages } from './pages.ts';
import type { Pictures } from './pictures.ts';
import { ledgerName, moveHeads, type Prepared, prepareVersion } from './prepare-version.ts';
import { assertCheckpointAgrees, assertPointerAgrees } from './test-mark.ts';

/** What publishing needs from outside. */
export interface PublishPorts {
  readonly records: Records;
  readonly files: ObjectStore;
  readonly pages: Pages;
  readonly clock: Clock;
  /** The site's own address, `https://returns.example.hk`; without it pages name none, and there is no sitemap. */
  readonly origin?: string | undefined;
  /** Test elections are signed with another key. */
  readonly signers: { readonly real: Signer; readonly test: Signer };
  /** Takes a public file away: what candidates filed, once inspection by the public has ended. Only the sweep has it. */
  readonly remove?: (key: string) => Promise<void>;
  /** Where reports and publishing share one computer: resolves when there is room for a page that nobody waits for. */
  readonly roomForStations?: () => Promise<void>;
  /** Draws the pictures for where pages are shared. Who publishes in a hurry has none, and leaves them to the sweep. */
  readonly pictures?: Pictures | undefined;
  /** Resolves when there is room for a picture; `false` where the rest waits for the next time. */
  readonly roomForImages?: () => Promise<boolean>;
}

/** What a run left public. */
export interface Published {
  readonly election: string;
  readonly version: number;
  readonly size: number;
  readonly test: boolean;
}

/** Publishes elections; remembers their ledgers between runs, which only saves work: a cold start gives the same bytes. */
export interface Publisher {
  /** Orders, uploads and moves the pointer; pages are baked from what it leaves behind. */
  publish(election: string): Promise<Published | null>;
  /** Bakes one part of the pages, or the pictures, of the version published last; a newer version is not kept waiting by it. */
  bake(election: string, part: Part): Promise<number>;
  /** Shows on the pages of the version published last what witnesses have cosigned since they were baked. */
  freshen(election: string): Promise<void>;
}

interface Remembered {
  readonly ledger: WarmLedger;
  facts: BakeFacts | null;
  /** Marks what is told of witnesses: as it is in `facts`, and as pages are known to show it. */
  witnessed: string | null;
  shown: string | null;
  /** Whether the ledger that stands is known to be one of the same kind. */
  continues: boolean;
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

/** True where nothing is left to do for the ledger's version: pointer moved, every part of the pages baked or known. */
const isComplete = async (
  ports: PublishPorts,
  { ledger, facts }: Remembered,
  pointer: LatestPointer | null,
): Promise<boolean> => {
  const { election, version } = ledger.build.fold;
  if ((pointer?.version ?? 0) < version) return false;
  if (facts?.published.pointer.version === version) return true;
  const parts = await Promise.all(partsOf(ports).map((part) => isBaked(ports, { election, version }, part)));
  return parts.every((baked) => baked);
};

export const signerOf = (
  { signers }: Pick<PublishPorts, 'signers'>,
  election: { readonly test: boolean } | null,
): Signer => (election?.test ? signers.test : signers.real);

export const factsOf = (
  ports: Pick<PublishPorts, 'signers'>,
  published: PublishedVersion,
): Omit<BakeFacts, 'witnesses'> => {
  const { election, test } = published.pointer;
  const signer = signerOf(ports, { test });
  return { published, verifierKey: formatVerifierKey(ledgerName(signer, election), signer.publicKey) };
};

/** What is told of witnesses, and a mark by which a change of it is known. */
const readWitnesses = async (files: ObjectStore, election: string) => {
  const standing = await files.get(dataPaths.witnesses(election));
  const facts = standing && readWitnessFacts(standing.bytes);
  return { witnesses: facts?.witnesses ?? [], mark: standing?.etag ?? null };
};

/** Takes note of what is told of witnesses by now; the facts stay the same value while nothing is new. */
const learnWitnesses = async ({ files }: PublishPorts, known: Remembered): Promise<void> => {
  const { witnesses, mark } = await readWitnesses(files, known.ledger.build.fold.election);
  if (mark === known.witnessed || !known.facts) return;
  known.facts = { ...known.facts, witnesses };
  known.witnessed = mark;
};

/** Shows what witnesses cosigned since on the pages that tell of them, where these stand in their newest version. */
const showWitnesses = async (ports: PublishPorts, known: Remembered): Promise<void> => {
  const { build } = known.ledger;
  const { witnesses, mark } = await readWitnesses(ports.files, build.fold.election);
  const shown = `${build.fold.version} ${mark}`;
  if (mark === null || known.shown === shown) return;
  const published = known.facts?.published ?? publishVersion(build);
  if (!published) return;
  const pages = planPages({ ...factsOf(ports, published), witnesses, excerpts: {} });
  const telling = pages.filter(({ kind }) => kind === 'verify');
  const isShown = await Promise.all(telling.map((page) => freshenPage(ports, page)));
  if (isShown.every((one) => one)) known.shown = shown;
};

const always = async (): Promise<boolean> => true;

export const electionPublisher = (ports: PublishPorts): Publisher => {
  const warm = new Map<string, Remembered>();
  /** A ledger is held against what stands once: after that this process is the one that continues it, or meets another at the conditional writes. */
  const assertContinues = async (known: Remembered): Promise<void> => {
    if (known.continues) return;
    const { fold } = known.ledger.build;
    await assertCheckpointAgrees(ports.files, fold, ports.signers);
    known.continues = fold.definition !== null;
  };

  /** Orders what is pending, and prepares every version since the standing pointer: who follows the count misses none. */
  const orderAndPrepare = async (
    known: Remembered,
    pointer: LatestPointer | null,
  ): Promise<Prepared | null> => {
    const { ledger } = known;
    const { build } = ledger;
    let newest: Prepared | null = null;
    const prepare = async (): Promise<void> => {
      assertPointerAgrees(build.fold, pointer);
      if (build.fold.version <= (pointer?.version ?? 0)) return;
      await assertContinues(known);
      newest = await prepareVersion(ports.files, build, signerOf(ports, build.fold.definition), pointer);
    };
    // One that an earlier run has ordered, and did not bring to the pointer.
    await prepare();
    await orderPending(ports, ledger, prepare);
    return newest;
  };

  const run = async (election: string): Promise<Published | null> => {
    const known = warm.get(election) ?? {
      ledger: coldLedger(election),
      facts: null,
      witnessed: null,
      shown: null,
      continues: false,
    };
    const { ledger } = known;
    const pointer = await readStandingPointer(ports.files, election);
    const prepared = await orderAndPrepare(known, pointer);
    warm.set(election, known);
    const { definition, version } = ledger.build.fold;
    if (!definition || version === 0) return null;
    const summary = { election, version, size: ledger.build.frontier.size, test: definition.test };
    if (await isComplete(ports, known, pointer)) return summary;
    if (prepared) await moveHeads(ports.files, prepared, pointer);
    const published = prepared?.published ?? publishVersion(ledger.build);
    if (!published) return null;
    known.facts = { ...factsOf(ports, published), witnesses: known.facts?.witnesses ?? [] };
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

  /** Of parts that nobody waits for: their pages come to their turn one by one. */
  const rooms: Readonly<Partial<Record<Part, () => Promise<boolean>>>> = {
    stations: async () => {
      await ports.roomForStations?.();
      return true;
    },
    images: ports.roomForImages ?? always,
  };
  const bakery = (part: Part) =>
    oneAtATime(async (election) => {
      const known = warm.get(election);
      // One page tells of witnesses, and it is among the explanations.
      if (known && part === 'explanations') await learnWitnesses(ports, known);
      const facts = known?.facts;
      if (!facts) return 0;
      // One version is shown to the end, so that a rush never keeps the last page of it from being baked; of station pages, which are the most
      // by far, what became old meanwhile is not baked any more.
      const newest = part === 'stations' ? () => warm.get(election)?.facts ?? facts : () => facts;
      return bakePages(ports, { part, newest, room: rooms[part] ?? always });
    });
  const bakeries = {
    figures: bakery('figures'),
    explanations: bakery('explanations'),
    stations: bakery('stations'),
    images: bakery('images'),
  };

  return {
    // Runs of one process share what they remember; runs of other processes meet at the conditional writes.
    publish: oneAtATime(fresh),
    bake: (election, part) => bakeries[part](election),
    freshen: async (election) => {
      const known = warm.get(election);
      if (known) await showWitnesses(ports, known);
    },
  };
};
