import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Pages } from '#functions/publishing/pages.ts';
import type { PageView } from '#shared/publication/page-views.ts';

const root = new URL('../../', import.meta.url).pathname;
const entry = `${root}site/dist/server/entry.mjs`;

const newestSource = (): number =>
  Math.max(
    ...globSync('{site,shared}/**/*.{astro,ts,css}', {
      cwd: root,
      exclude: ['site/dist/**', '**/node_modules/**'],
    }).map((file) => statSync(`${root}${file}`).mtimeMs),
  );

const isFresh = (): boolean => existsSync(entry) && statSync(entry).mtimeMs >= newestSource();

/** The site as `npm run build:site` leaves it; built here when it is missing or older than its sources. */
export const builtSite = async (): Promise<{
  readonly render: (view: PageView) => Promise<string>;
  readonly client: string;
}> => {
  if (!isFresh()) {
    const bin = `${root}node_modules/astro/bin/astro.mjs`;
    execFileSync(process.execPath, [bin, 'build', '--root', `${root}site`, '--silent'], {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    });
  }
  const site = (await import(pathToFileURL(entry).href)) as Pick<Pages, 'render'>;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  return {
    render: async (view) => utf8.decode(await site.render(view)),
    client: `${root}site/dist/client`,
  };
};

const unescaped = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#3[49];/g, "'");

/** The one description that a page gives of itself. */
export const descriptionOf = (html: string): string => {
  const found = [...html.matchAll(/<meta name="description" content="([^"]*)">/g)];
  if (found.length !== 1) throw new Error(`A page has one description, not ${found.length}`);
  return unescaped(found[0]?.[1] ?? '');
};

/** What a reader reads: the text of the page's body without markup, templates or what is hidden from nobody. */
export const readText = (html: string): string =>
  unescaped(
    html
      .replace(/^[\s\S]*<main/, '<main')
      .replace(/<template[\s\S]*?<\/template>/g, '')
      .replace(/<[^>]+>/g, ' '),
  ).replace(/\s+/g, ' ');
