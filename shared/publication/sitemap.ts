import { LANGUAGES, type Language, languagePath } from '../election/text.ts';
import type { PlannedPage } from './page-plan.ts';
import type { PageKind } from './page-views.ts';
import { xmlText } from './plain-text.ts';

/**
 * Kinds of page that no search engine is led to: those that stand in frames and halls, and those that leave when inspection
 * of advertisements by the public ends.
 */
const NOT_LISTED: ReadonlySet<PageKind> = new Set([
  'embed-constituency',
  'embed-seats',
  'embed-progress',
  'hall',
  'desk',
  'not-found',
  'advertiser',
  'advertisement',
  'inspection-ended',
]);

/** As many addresses as the format allows in one file. */
const MOST_ADDRESSES = 50_000;

/** A page with its languages beside it; `path` is the one of its own language. */
export interface ListedPage {
  readonly path: string;
  /** When what it shows last changed, RFC 3339; undefined where nothing did yet. */
  readonly asOf: string | undefined;
}

const inLanguage = (path: string, language: Language): string =>
  path.replace(/^\/[^/]+\//, `/${languagePath(language)}/`);

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const changed = (asOf: string | undefined): string =>
  asOf === undefined ? '' : `<lastmod>${xmlText(asOf)}</lastmod>`;

const addressOf = (origin: string, { path, asOf }: ListedPage): string => {
  const others = LANGUAGES.map(
    (language) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${xmlText(origin + inLanguage(path, language))}"/>`,
  );
  return `<url><loc>${xmlText(origin + path)}</loc>${changed(asOf)}${others.join('')}</url>\n`;
};

/** `/sitemaps/{name}.xml`: pages with their versions in the other languages. */
export const sitemap = (origin: string, pages: readonly ListedPage[]): string =>
  `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages
    .slice(0, MOST_ADDRESSES)
    .map((page) => addressOf(origin, page))
    .join('')}</urlset>\n`;

/** `/sitemap.xml`: one sitemap for each election that is no test, with the time of its newest version. */
export const sitemapIndex = (origin: string, maps: readonly ListedPage[]): string =>
  `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps
    .map(({ path, asOf }) => `<sitemap><loc>${xmlText(origin + path)}</loc>${changed(asOf)}</sitemap>\n`)
    .join('')}</sitemapindex>\n`;

/** The pages of an election that search engines are led to, each as of what it shows. */
export const listedPages = (pages: readonly PlannedPage[]): readonly ListedPage[] =>
  pages
    .filter(({ kind }) => !NOT_LISTED.has(kind))
    .flatMap(({ path, view }) => {
      const shown = view();
      return 'head' in shown ? [{ path, asOf: shown.head.asOf }] : [];
    });

/** `/robots.txt`: everybody may read everything; what is not for search engines says so itself. */
export const robots = (origin: string | undefined): string =>
  [
    'User-agent: *',
    'Allow: /',
    ...(origin === undefined ? [] : ['', `Sitemap: ${origin}/sitemap.xml`]),
    '',
  ].join('\n');
