import { LANGUAGES } from '#shared/election/text.ts';
import type { PlannedPage } from '#shared/publication/page-plan.ts';
import { type ListedElection, pagePaths } from '#shared/publication/page-views.ts';
import { CACHE, sitemapPaths } from '#shared/publication/paths.ts';
import { listedPages, robots, sitemap, sitemapIndex } from '#shared/publication/sitemap.ts';
import type { ObjectStore } from '../ports.ts';

interface SitemapPorts {
  readonly files: ObjectStore;
  readonly origin?: string | undefined;
}

const text = new TextEncoder();

const put = (files: ObjectStore, key: string, content: string, version: number): Promise<unknown> =>
  files.putForward(key, {
    bytes: text.encode(content),
    contentType: key.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'application/xml; charset=utf-8',
    cacheControl: CACHE.description,
    version,
  });

/** The pages of one election for search engines; nothing of a test election, and nothing without an address of the site's own. */
export const putElectionSitemap = async (
  { files, origin }: SitemapPorts,
  { election, test }: { readonly election: string; readonly test: boolean },
  { pages, version }: { readonly pages: () => readonly PlannedPage[]; readonly version: number },
): Promise<void> => {
  if (origin === undefined || test) return;
  await put(files, sitemapPaths.election(election), sitemap(origin, listedPages(pages())), version);
};

/** The index of all sitemaps, the pages above all elections, and what names the index. */
export const putFrontSitemaps = async (
  { files, origin }: SitemapPorts,
  elections: readonly ListedElection[],
  version: number,
): Promise<void> => {
  await put(files, sitemapPaths.robots, robots(origin), version);
  if (origin === undefined) return;
  const real = elections.filter(({ test }) => !test);
  const newest = real
    .map(({ asOf }) => asOf)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
  const lists = LANGUAGES.map((language) => ({ path: pagePaths.elections(language), asOf: newest }));
  await put(files, sitemapPaths.front, sitemap(origin, lists), version);
  const maps = real.map(({ election, asOf }) => ({ path: `/${sitemapPaths.election(election)}`, asOf }));
  const index = sitemapIndex(origin, [{ path: `/${sitemapPaths.front}`, asOf: newest }, ...maps]);
  await put(files, sitemapPaths.index, index, version);
};
