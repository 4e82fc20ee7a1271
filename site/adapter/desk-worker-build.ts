import { readdir, writeFile } from 'node:fs/promises';
import type { Plugin, Rollup } from 'vite';
import { LANGUAGES } from '#shared/election/text.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { bundledScript } from './named-scripts.ts';

const MAIN = '/site/desk/main.tsx';
const WORKER = new URL('../workers/desk-worker.ts', import.meta.url);

type Bundle = Rollup.OutputBundle;

const isChunk = (file: Bundle[string] | undefined): file is Rollup.OutputChunk => file?.type === 'chunk';

/** Every chunk that the desk's script can come to load. */
const chunksFrom = (bundle: Bundle, start: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const open = [...start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const chunk = bundle[name];
    if (found.has(name) || !isChunk(chunk)) continue;
    found.add(name);
    open.push(...chunk.imports, ...chunk.dynamicImports);
  }
  return found;
};

/** The desk's scripts among the files of a build. */
const deskFiles = (bundle: Bundle): readonly string[] => {
  const entries = Object.values(bundle).filter(
    (file) => isChunk(file) && file.isEntry && Object.keys(file.modules).some((id) => id.endsWith(MAIN)),
  );
  return [
    ...chunksFrom(
      bundle,
      entries.map(({ fileName }) => fileName),
    ),
  ]
    .sort()
    .map((name) => `/${name}`);
};

/** Small and on its own: a worker imports nothing, so that it is one file that a browser can compare. */
const workerSource = (files: readonly string[]): Promise<string> =>
  bundledScript(WORKER, {
    DESK_FILES: JSON.stringify(files),
    DESK_PAGES: JSON.stringify(LANGUAGES.map(pagePaths.desk)),
    DESK_BUILD: JSON.stringify(String(Math.floor(Date.now() / 1000))),
  });

/** Watches the build for the desk's scripts, and then writes its worker beside the client's files. */
export const deskWorkerBuild = () => {
  let scripts: readonly string[] = [];
  const plugin: Plugin = {
    name: 'desk-worker',
    generateBundle(_options, bundle) {
      const found = deskFiles(bundle);
      if (found.length > 0) scripts = found;
    },
  };
  return {
    plugin,
    write: async (client: URL): Promise<void> => {
      const sheets = (await readdir(new URL('_astro/', client))).filter((name) =>
        /^desk\..*\.css$/.test(name),
      );
      if (scripts.length === 0 || sheets.length !== 1)
        throw new Error('The build holds no script of the desk, or not one style sheet.');
      const files = [...scripts, ...sheets.map((name) => `/_astro/${name}`)];
      await writeFile(new URL('desk-worker.js', client), await workerSource(files));
    },
  };
};
