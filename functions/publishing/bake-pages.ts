import * as z from 'zod/mini';
import { canonicalBytes } from '#shared/canonical-json.ts';
import { excerptsOf, type PlannedPage, planPages } from '#shared/publication/page-plan.ts';
import { CACHE, pageKey } from '#shared/publication/paths.ts';
import type { PublishedVersion } from '#shared/publication/version-files.ts';
import type { ObjectStore } from '../ports.ts';
import { inParallel } from './in-parallel.ts';
import type { Pages } from './pages.ts';

/**
 * Pages are baked in two parts: what most readers look at with every version, the many station pages after it,
 * so that they never keep a newer version waiting.
 */
export type PagePart = 'first' | 'stations';

/** Station pages are many and nobody waits for all of them: they leave room for reports and newer versions. */
const BAKED_AT_ONCE: Readonly<Record<PagePart, number>> = { first: 16, stations: 2 };

const partOf = ({ path }: PlannedPage): PagePart => (path.includes('/stations/') ? 'stations' : 'first');

/** How far a part has been baked: every page up to this version of the ledger, with this build of the site. */
const Baked = z.strictObject({ version: z.int(), build: z.int() });
type Baked = z.infer<typeof Baked>;

const bakedKey = (election: string, part: PagePart): string => `baked/${election}-${part}.json`;

/** Page objects are ordered by ledger version first, then by the site's build. */
const BUILDS = 10_000_000_000;
const objectVersion = (version: number, build: number): number => version * BUILDS + build;

interface BakePorts {
  readonly files: ObjectStore;
  readonly pages: Pages;
}

const readBaked = async (files: ObjectStore, election: string, part: PagePart): Promise<Baked> => {
  const standing = await files.get(bakedKey(election, part));
  const parsed = standing && z.safeParse(Baked, JSON.parse(new TextDecoder().decode(standing.bytes)));
  return parsed?.success ? parsed.data : { version: 0, build: 0 };
};

/** Whether a part of an election's pages shows this version, or a later one. */
export const isBaked = async (
  { files, pages }: BakePorts,
  { election, version }: { readonly election: string; readonly version: number },
  part: PagePart,
): Promise<boolean> => {
  const baked = await readBaked(files, election, part);
  return baked.version >= version && baked.build >= pages.build;
};

export const putPage = async (
  { files, pages }: BakePorts,
  { path, version, view }: PlannedPage,
): Promise<void> => {
  const html = await pages.render(view());
  await files.putForward(pageKey(path), {
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html; charset=utf-8',
    cacheControl: CACHE.page,
    version: objectVersion(version, pages.build),
  });
};

/** What a version's pages are baked from. */
export interface BakeFacts {
  readonly published: PublishedVersion;
  readonly verifierKey: string;
}

/**
 * Bakes the pages of one part that the versions since its last baking have changed. The mark is written after them:
 * a crash in between bakes some of them again, to the same bytes.
 */
export const bakePages = async (ports: BakePorts, facts: BakeFacts, part: PagePart): Promise<number> => {
  const { election, version } = facts.published.pointer;
  const { build } = ports.pages;
  const baked = await readBaked(ports.files, election, part);
  if (baked.version >= version && baked.build >= build) return 0;
  const since = baked.build === build ? baked.version : 0;
  const due = planPages({ ...facts, excerpts: excerptsOf(facts.published) }).filter(
    (page) => partOf(page) === part && page.version > since,
  );
  await inParallel(due, (page) => putPage(ports, page), BAKED_AT_ONCE[part]);
  await ports.files.putForward(bakedKey(election, part), {
    bytes: canonicalBytes({ version, build }),
    contentType: 'application/json; charset=utf-8',
    cacheControl: CACHE.pointer,
    version: objectVersion(version, build),
  });
  return due.length;
};
