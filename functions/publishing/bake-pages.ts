import * as z from 'zod/mini';
import { canonicalBytes } from '#shared/canonical-json.ts';
import { sameBytes } from '#shared/ledger/bytes.ts';
import { excerptsOf, type PageFacts, type PlannedPage, planPages } from '#shared/publication/page-plan.ts';
import type { PageKind } from '#shared/publication/page-views.ts';
import { CACHE, pageKey } from '#shared/publication/paths.ts';
import type { ObjectStore } from '../ports.ts';
import { inParallel } from './in-parallel.ts';
import type { Pages } from './pages.ts';

/**
 * Pages are baked in parts, in this order: those that most readers look at, what explains them, and the many station pages,
 * so that what fewer readers wait for never keeps a newer version waiting.
 */
export const PAGE_PARTS = ['figures', 'explanations', 'stations'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** No more at once than leaves room for reports and newer versions; station pages are many and nobody waits for all of them. */
const BAKED_AT_ONCE: Readonly<Record<PagePart, number>> = { figures: 4, explanations: 4, stations: 2 };

const FIGURES: ReadonlySet<PageKind> = new Set(['election', 'constituency']);

const partOf = ({ kind }: PlannedPage): PagePart => {
  if (kind === 'station') return 'stations';
  return FIGURES.has(kind) ? 'figures' : 'explanations';
};

/** How far a part has been baked: every page up to this version of the ledger, with this build of the site. */
const Baked = z.strictObject({ version: z.int(), build: z.int() });
type Baked = z.infer<typeof Baked>;

const bakedKey = (election: string, part: PagePart): string => `baked/${election}-${part}.json`;

/** Page objects are ordered by ledger version first, then by the site's build. */
const BUILDS = 10_000_000_000;
const objectVersion = (version: number, build: number): number => version * BUILDS + build;

export interface BakePorts {
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
  await files.putForward(pageKey(path), {
    bytes: await pages.render(view()),
    contentType: 'text/html; charset=utf-8',
    cacheControl: CACHE.page,
    version: objectVersion(version, pages.build),
  });
};

/**
 * Bakes a page anew that stands there in its newest version, because something changed that has no version. Answers whether readers now see
 * it: not where another version stands, or somebody else was faster.
 */
export const freshenPage = async (
  { files, pages }: BakePorts,
  { path, version, view }: PlannedPage,
): Promise<boolean> => {
  const key = pageKey(path);
  const standing = await files.get(key);
  if (standing?.version !== objectVersion(version, pages.build)) return false;
  const bytes = await pages.render(view());
  if (sameBytes(bytes, standing.bytes)) return true;
  const object = {
    bytes,
    contentType: standing.contentType,
    cacheControl: CACHE.page,
    version: standing.version,
  };
  return (await files.replace(key, object, standing.etag)) === 'written';
};

/** What a version's pages are baked from. */
export type BakeFacts = Omit<PageFacts, 'excerpts'>;

/** One part of an election's pages, and how it is baked. */
export interface Bakery {
  readonly part: PagePart;
  /** The facts published last: a run under way goes on with newer ones. */
  readonly newest: () => BakeFacts;
  /** Resolves when there is room for the next page. */
  readonly room: () => Promise<void>;
}

/** The pages that are still to be baked, of the newest facts at every turn; each is handed out once for what it shows. */
const duePages = (since: number, { part, newest }: Bakery) => {
  const handedOut = new Map<string, number>();
  let facts: BakeFacts | null = null;
  let due: Iterator<PlannedPage> = [][Symbol.iterator]();
  const isDue = (page: PlannedPage): boolean =>
    partOf(page) === part && page.version > Math.max(since, handedOut.get(page.path) ?? 0);
  return {
    next: (): PlannedPage | null => {
      const latest = newest();
      if (facts !== latest) {
        facts = latest;
        due = planPages({ ...facts, excerpts: excerptsOf(facts.published) })
          .filter(isDue)
          .values();
      }
      const { value: page, done } = due.next();
      if (done) return null;
      handedOut.set(page.path, page.version);
      return page;
    },
    /** The version that is shown once all these pages are put. */
    version: (): number => (facts ?? newest()).published.pointer.version,
  };
};

/**
 * Bakes the pages of one part that the versions since its last baking have changed. The mark is written after them:
 * a crash in between bakes some of them again, to the same bytes.
 */
export const bakePages = async (ports: BakePorts, bakery: Bakery): Promise<number> => {
  const { part, newest, room } = bakery;
  const { election, version } = newest().published.pointer;
  const { build } = ports.pages;
  const baked = await readBaked(ports.files, election, part);
  if (baked.version >= version && baked.build >= build) return 0;
  const due = duePages(baked.build === build ? baked.version : 0, bakery);
  let count = 0;
  const bakeNext = async (): Promise<void> => {
    await room();
    for (let page = due.next(); page; page = due.next()) {
      await putPage(ports, page);
      count += 1;
      await room();
    }
  };
  await inParallel(Array.from({ length: BAKED_AT_ONCE[part] }), bakeNext, BAKED_AT_ONCE[part]);
  await ports.files.putForward(bakedKey(election, part), {
    bytes: canonicalBytes({ version: due.version(), build }),
    contentType: 'application/json; charset=utf-8',
    cacheControl: CACHE.pointer,
    version: objectVersion(due.version(), build),
  });
  return count;
};
