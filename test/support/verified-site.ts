/** Public files as a site, whose every byte a test may change while a browser reads it. */
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { astroPages } from '#functions/adapters/astro-pages.ts';
import { legco2012 } from '#functions/elections/legco-2012.ts';
import type { Pages } from '#functions/publishing/pages.ts';
import { must } from '#shared/result.ts';
import { type Files, newWorld } from '../functions/commands/verify-fixture.ts';
import { builtSite } from '../site/built-site.ts';
import { serveSite } from '../site/site-server.ts';

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
};

const contentType = (key: string): string => TYPES[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

export interface VerifiedSite {
  readonly url: string;
  /** As they are served now. */
  files: Files;
  /** Addresses that were asked for, in their order. */
  readonly asked: string[];
  readonly close: () => void;
}

export const serveFiles = async (files: Files): Promise<VerifiedSite> => {
  const asked: string[] = [];
  const server = await serveSite(async (path) => {
    asked.push(path);
    const key = decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path).slice(1);
    const body = site.files.get(key);
    return body ? { body, contentType: contentType(key) } : null;
  });
  const site: VerifiedSite = { url: server.url, files, asked, close: server.close };
  return site;
};

/** The site's own pages, built if they are missing. */
export const realPages = async (): Promise<Pages> => {
  await builtSite();
  return astroPages(pathToFileURL(new URL('../../site/dist/server/entry.mjs', import.meta.url).pathname));
};

/** Reports that arrive together. */
const AT_ONCE = 32;

/** Everything public of the night of 2012, replayed to its end in some versions. */
export const replayed2012 = async (pages?: Pages): Promise<Files> => {
  const { definition, reports } = legco2012();
  const world = newWorld(definition, undefined, pages);
  await world.act({ type: 'definition', role: 'chief_electoral_officer', revision: 1, body: definition });
  await world.publish();
  world.at(60);
  for (const [index, body] of reports.entries()) {
    await world.act({ type: 'report', role: 'presiding_officer', correction: false, warnings: [], body });
    if (index % AT_ONCE === AT_ONCE - 1) await world.publish();
  }
  await world.publish();
  await world.beat();
  if (pages) await world.bake();
  return world.files('');
};

/** An archive as readers download it, with the site's paths, below a folder if it has one. */
export const archiveOf = (files: Files, folder = ''): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        [...files].filter(([key]) => key.startsWith('data/')).map(([key, bytes]) => [folder + key, bytes]),
      ),
    ),
  );

const jsonIn = (files: Files, key: string) => JSON.parse(new TextDecoder().decode(files.get(key)));

/** Path of the newest file with a name, as the pointer or the index that it names says it. */
export const pathIn = (files: Files, election: string, name: string): string => {
  const { files: wanted } = jsonIn(files, `data/${election}/latest.json`);
  const { files: all } = jsonIn(files, wanted['index.json'].path.slice(1));
  return { ...all, ...wanted }[name].path.slice(1);
};

/** The files with one bit of one byte changed. */
export const changeByte = (files: Files, path: string, at: number): Files => {
  const bytes = Uint8Array.from(must(files.get(path), `${path} is published`));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Map(files).set(path, bytes);
};

/** Offset of the first byte behind a text in a file. */
export const behind = (files: Files, path: string, text: string): number =>
  Buffer.from(must(files.get(path), `${path} is published`)).indexOf(text) + Buffer.byteLength(text);

/** How the check that was just begun ends; the page shows it once nothing is under way any more. */
export const outcome = async (page: Page): Promise<string | undefined> => {
  await page.locator('[data-verify-progress]').waitFor({ state: 'hidden' });
  return page.locator('[data-verdict]').evaluate((box) => (box as HTMLElement).dataset['outcome']);
};
