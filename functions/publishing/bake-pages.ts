import * as z from 'zod/mini';
import { canonicalBytes } from '#shared/canonical-json.ts';
import { sameBytes } from '#shared/ledger/bytes.ts';
import { planImages } from '#shared/publication/image-plan.ts';
import { BAKES_NAME, type Bakes, bakeName, deltaName, MOST_BAKES } from '#shared/publication/page-delta.ts';
import { excerptsOf, type PageFacts, type PlannedPage, planPages } from '#shared/publication/page-plan.ts';
import { KEPT_OPEN, type PageKind } from '#shared/publication/page-views.ts';
import { CACHE, pageKey } from '#shared/publication/paths.ts';
import { JSON_TYPE } from '#shared/publication/version-file.ts';
import type { ObjectStore } from '../ports.ts';
import { inParallel } from './in-parallel.ts';
import { makeDelta } from './make-delta.ts';
import type { Pages } from './pages.ts';
import type { Pictures } from './pictures.ts';
import { putElectionSitemap } from './sitemaps.ts';

/**
 * Pages are baked in parts, in this order: those that most readers look at, what explains them, and the many station pages,
 * so that what fewer readers wait for never keeps a newer version waiting.
 */
export const PAGE_PARTS = ['figures', 'explanations', 'stations'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** Last come the pictures for where pages are shared. */
export const PARTS = [...PAGE_PARTS, 'images'] as const;
export type Part = (typeof PARTS)[number];

/** No more at once than leaves room for reports and newer versions; station pages are many and nobody waits for all of them. */
const BAKED_AT_ONCE: Readonly<Record<Part, number>> = {
  figures: 4,
  explanations: 4,
  stations: 2,
  images: 1,
};

const FIGURES: ReadonlySet<PageKind> = new Set([
  'election',
  'constituency',
  'embed-constituency',
  'embed-seats',
  'embed-progress',
  'hall',
]);

const partOf = ({ kind }: PlannedPage): PagePart => {
  if (kind === 'station') return 'stations';
  return FIGURES.has(kind) ? 'figures' : 'explanations';
};

/** How far a part has been baked: every page up to this version of the ledger, with this build of the site. */
const Baked = z.strictObject({ version: z.int(), build: z.int() });
type Baked = z.infer<typeof Baked>;

const bakedKey = (election: string, part: Part): string => `baked/${election}-${part}.json`;

/** Page objects are ordered by ledger version first, then by the site's build. */
const BUILDS = 10_000_000_000;
export const objectVersion = (version: number, build: number): number => version * BUILDS + build;

export interface BakePorts {
  readonly files: ObjectStore;
  readonly pages: Pages;
  /** Whoever has none leaves the pictures to others. */
  readonly pictures?: Pictures | undefined;
  /** The site's own address. Another one comes onto pages with the next build of the site. */
  readonly origin?: string | undefined;
}

const readBaked = async (files: ObjectStore, election: string, part: Part): Promise<Baked> => {
  const standing = await files.get(bakedKey(election, part));
  const parsed = standing && z.safeParse(Baked, JSON.parse(new TextDecoder().decode(standing.bytes)));
  return parsed?.success ? parsed.data : { version: 0, build: 0 };
};

/** Whether a part of an election's pages shows this version, or a later one. */
export const isBaked = async (
  { files, pages }: BakePorts,
  { election, version }: { readonly election: string; readonly version: number },
  part: Part,
): Promise<boolean> => {
  const baked = await readBaked(files, election, part);
  return baked.version >= version && baked.build >= pages.build;
};

const utf8 = new TextDecoder();

const readBakes = async (files: ObjectStore, key: string): Promise<Bakes | null> => {
  const standing = await files.get(key);
  return standing && (JSON.parse(utf8.decode(standing.bytes)) as Bakes);
};

/** A page as it stands, and the one that is about to take its place. */
interface Rebaked {
  readonly before: string;
  readonly after: string;
}

/** Leaves the way from one to the other. */
const putDelta = async (files: ObjectStore, path: string, { before, after }: Rebaked): Promise<void> => {
  await files.putIfAbsent(`${path.slice(1)}${deltaName(bakeName(before))}`, {
    bytes: new TextEncoder().encode(JSON.stringify(makeDelta(before, after))),
    contentType: JSON_TYPE,
    cacheControl: CACHE.immutable,
  });
};

/** Says which bake is the newest, and which came before it. */
const putBakes = async (
  files: ObjectStore,
  path: string,
  {
    before,
    after,
    version,
  }: { readonly before: string | null; readonly after: string; readonly version: number },
): Promise<void> => {
  const key = `${path.slice(1)}${BAKES_NAME}`;
  const newest = bakeName(after);
  const known = Object.entries((await readBakes(files, key))?.after ?? {});
  const step = before === null || before === after ? [] : [[bakeName(before), newest] as const];
  const kept = [...known.filter(([from]) => from !== step[0]?.[0]), ...step].slice(-MOST_BAKES);
  await files.putForward(key, {
    bytes: new TextEncoder().encode(
      JSON.stringify({ newest, after: Object.fromEntries(kept) } satisfies Bakes),
    ),
    contentType: JSON_TYPE,
    cacheControl: CACHE.pointer,
    version,
  });
};

export const putPage = async (
  { files, pages }: BakePorts,
  { kind, path, version, view }: PlannedPage,
): Promise<void> => {
  const bytes = await pages.render(view());
  const html = utf8.decode(bytes);
  const isFollowed = KEPT_OPEN.has(kind);
  const standing = isFollowed ? await files.get(pageKey(path)) : null;
  const before = standing && utf8.decode(standing.bytes);
  const at = objectVersion(version, pages.build);
  if (before !== null && before !== html) await putDelta(files, path, { before, after: html });
  // Before the page: whoever follows the delta has it already, and a crash in between is repeated to the same bytes.
  if (isFollowed) await putBakes(files, path, { before, after: html, version: at });
  await files.putForward(pageKey(path), {
    bytes,
    contentType: 'text/html; charset=utf-8',
    cacheControl: CACHE.page,
    version: at,
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

/** Draws a picture anew, unless it stands there as new as this: a run that was cut off goes on where it stopped. */
const putImage = async (
  { files, pages }: BakePorts,
  pictures: Pictures,
  { path, version, view }: PlannedPage,
): Promise<void> => {
  const at = objectVersion(version, pages.build);
  const standing = await files.head(path.slice(1));
  if (standing !== null && standing.version >= at) return;
  await files.putForward(path.slice(1), {
    bytes: await pictures.draw(await pages.render(view())),
    contentType: 'image/png',
    cacheControl: CACHE.page,
    version: at,
  });
};

/** What a version's pages are baked from. */
export type BakeFacts = Omit<PageFacts, 'excerpts'>;

/** One part of an election's pages, and how it is baked. */
export interface Bakery {
  readonly part: Part;
  /** The facts published last: a run under way goes on with newer ones. */
  readonly newest: () => BakeFacts;
  /** Resolves when there is room for the next page; `false` where the rest is left to another run. */
  readonly room: () => Promise<boolean>;
}

/** Pages of one part, or pictures, in every language. */
const planPart = (part: Part, facts: PageFacts): readonly PlannedPage[] =>
  part === 'images' ? planImages(facts) : planPages(facts).filter((page) => partOf(page) === part);

/** The pages that are still to be baked, of the newest facts at every turn; each is handed out once for what it shows. */
const duePages = (since: number, { part, newest }: Bakery, origin: string | undefined) => {
  const handedOut = new Map<string, number>();
  let facts: BakeFacts | null = null;
  let due: Iterator<PlannedPage> = [][Symbol.iterator]();
  const isDue = (page: PlannedPage): boolean => page.version > Math.max(since, handedOut.get(page.path) ?? 0);
  return {
    next: (): PlannedPage | null => {
      const latest = newest();
      if (facts !== latest) {
        facts = latest;
        due = planPart(part, { ...facts, excerpts: excerptsOf(facts.published), origin })
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

/** How one of a part is put; `null` where this process has no part in it. */
const putterOf = (ports: BakePorts, part: Part): ((page: PlannedPage) => Promise<void>) | null => {
  const { pictures } = ports;
  if (part !== 'images') return (page) => putPage(ports, page);
  return pictures === undefined ? null : (page) => putImage(ports, pictures, page);
};

/** What a process with these ports bakes. */
export const partsOf = ({ pictures }: Pick<BakePorts, 'pictures'>): readonly Part[] =>
  pictures === undefined ? PAGE_PARTS : PARTS;

/**
 * Bakes the pages of one part that the versions since its last baking have changed. The mark is written after them:
 * a crash in between bakes some of them again, to the same bytes.
 */
export const bakePages = async (ports: BakePorts, bakery: Bakery): Promise<number> => {
  const { part, newest, room } = bakery;
  const put = putterOf(ports, part);
  if (put === null) return 0;
  const { election, version } = newest().published.pointer;
  const { build } = ports.pages;
  const baked = await readBaked(ports.files, election, part);
  if (baked.version >= version && baked.build >= build) return 0;
  const due = duePages(baked.build === build ? baked.version : 0, bakery, ports.origin);
  let count = 0;
  let isWhole = true;
  const bakeNext = async (): Promise<void> => {
    while (isWhole) {
      isWhole = await room();
      const page = isWhole ? due.next() : null;
      if (page === null) return;
      await put(page);
      count += 1;
    }
  };
  await inParallel(Array.from({ length: BAKED_AT_ONCE[part] }), bakeNext, BAKED_AT_ONCE[part]);
  if (!isWhole) return count;
  if (part === 'explanations') {
    const { published } = newest();
    const sitemapVersion = objectVersion(published.pointer.version, build);
    const pages = () => planPages({ ...newest(), excerpts: {} });
    await putElectionSitemap(ports, published.pointer, { pages, version: sitemapVersion });
  }
  await ports.files.putForward(bakedKey(election, part), {
    bytes: canonicalBytes({ version: due.version(), build }),
    contentType: 'application/json; charset=utf-8',
    cacheControl: CACHE.pointer,
    version: objectVersion(due.version(), build),
  });
  return count;
};
