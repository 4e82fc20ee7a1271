import { isWithdrawn } from '#shared/publication/paths.ts';
import { type PublishedVersion, publishVersion } from '#shared/publication/publish-version.ts';
import type { LedgerBuild } from '#shared/recount/ledger-build.ts';
import type { LatestPointer } from '#shared/recount/results.ts';
import type { ObjectStore, Records } from '../ports.ts';
import { bakePages, PAGE_PARTS } from './bake-pages.ts';
import { replayOrder } from './ledger-sync.ts';
import type { Pages } from './pages.ts';
import { moveHeads, prepareVersion, uploadImmutable } from './prepare-version.ts';
import { factsOf, type PublishPorts, signerOf } from './publish-election.ts';

export interface RebuildPorts {
  readonly records: Records;
  /** Empty of this election. */
  readonly files: ObjectStore;
  /** `null` where only the data are made again. */
  readonly pages: Pages | null;
  /** `null` where the keys are out of reach: then what must be signed, and what leads to it, is left to the publisher. */
  readonly signers: PublishPorts['signers'] | null;
}

/** What was made again. */
export interface Rebuilt {
  readonly election: string;
  readonly versions: number;
  readonly entries: number;
  readonly pages: number;
}

interface End {
  readonly published: PublishedVersion;
  readonly versions: number;
  /** Whether inspection by the public has ended. */
  readonly isEnded: boolean;
}

/** Where the order ends, before anything is written; `null` for an election of which nothing was ever published. */
const findEnd = async (records: Records, election: string): Promise<End | null> => {
  const build = await replayOrder(records, election);
  const published = build && publishVersion(build);
  if (!published) return null;
  const { version, platform } = build.fold;
  return { published, versions: version, isEnded: platform.endedOn !== null };
};

/** Particulars that inspection by the public no longer covers are not brought back, not for a moment [2016 ¶8.57]; nothing is written twice. */
const sparing = (files: ObjectStore, { published, isEnded }: End): ObjectStore => {
  const current = new Set(published.files.map(({ path }) => path));
  const written = new Set<string>();
  return {
    ...files,
    putIfAbsent: async (key, object) => {
      const isGone = isEnded && isWithdrawn(key) && !current.has(key);
      if (isGone || written.has(key)) return 'exists';
      written.add(key);
      return files.putIfAbsent(key, object);
    },
  };
};

/** Makes one version again, as far as keys are at hand. */
const rebuildVersion = async (
  files: ObjectStore,
  signers: RebuildPorts['signers'],
  build: LedgerBuild,
  before: LatestPointer | null,
): Promise<PublishedVersion | null> => {
  if (signers) {
    const signer = signerOf({ signers }, build.fold.definition);
    const prepared = await prepareVersion(files, build, signer, before);
    if (prepared) await moveHeads(files, prepared, before);
    return prepared?.published ?? null;
  }
  const published = publishVersion(build);
  if (published) await uploadImmutable(files, build, published, before?.size ?? 0);
  return published;
};

/**
 * Makes everything again that was published of an election: each version as the publisher made it, from the order as it was written down, to
 * the same bytes; then the pages of the last one. Only reads the records. `null` where there is nothing to make.
 */
export const rebuildElection = async (
  { records, files, pages, signers }: RebuildPorts,
  election: string,
  onVersion: (version: number, of: number) => void,
): Promise<Rebuilt | null> => {
  const end = await findEnd(records, election);
  if (!end) return null;
  const target = sparing(files, end);
  let before: LatestPointer | null = null;
  await replayOrder(records, election, async (build) => {
    const published = await rebuildVersion(target, signers, build, before);
    if (!published) return;
    before = published.pointer;
    onVersion(before.version, end.versions);
  });
  let baked = 0;
  if (pages && signers) {
    const facts = { ...factsOf({ signers }, end.published), witnesses: [] };
    for (const part of PAGE_PARTS)
      baked += await bakePages({ files, pages }, { part, newest: () => facts, room: async () => true });
  }
  return { election, versions: end.versions, entries: end.published.pointer.size, pages: baked };
};
