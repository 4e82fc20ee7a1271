import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Pages } from '../publishing/pages.ts';

const Built = z.object({ build: z.int().check(z.gte(0)) });

interface SiteModule {
  readonly render: Pages['render'];
}

/** The site's built module, which exports `render`; `build.json` beside it numbers the build. */
export const astroPages = async (module: URL): Promise<Pages> => {
  const numbered = await readFile(new URL('./build.json', module), 'utf8');
  const { build } = z.parse(Built, JSON.parse(numbered));
  const site = (await import(module.href)) as SiteModule;
  return { build, render: site.render };
};
