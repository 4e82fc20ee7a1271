import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Scripts at addresses that never change, each one file: what other websites load, and the workers of hall screens and of alerts. */
const SCRIPTS = {
  'embed.js': new URL('../embed/embed-element.ts', import.meta.url),
  'alert-worker.js': new URL('../workers/alert-worker.ts', import.meta.url),
  'hall-worker.js': new URL('../workers/hall-worker.ts', import.meta.url),
} as const;

/** Bundles one script into a file that imports nothing; `define` fills in what only the build knows. */
export const bundledScript = async (entry: URL, define: Readonly<Record<string, string>> = {}) => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { ...define },
  });
  return outputFiles[0]?.text ?? '';
};

/** Writes them beside the client's files. */
export const writeNamedScripts = async (client: URL): Promise<void> => {
  await Promise.all(
    Object.entries(SCRIPTS).map(async ([name, entry]) =>
      writeFile(new URL(name, client), await bundledScript(entry)),
    ),
  );
};
