import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { CACHE } from '#shared/publication/paths.ts';
import type { ObjectStore } from '../../ports.ts';
import { inParallel } from '../../publishing/in-parallel.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const HASHED = `_astro${sep}`;

/**
 * Style sheets and scripts of the built site: their names carry their hash, so they never change. The desk's worker keeps its name: it goes
 * forward with the build, and browsers ask for it anew each time.
 */
export const publishAssets = async (files: ObjectStore, folder: string, build: number): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  await inParallel(paths, async (path) => {
    const name = relative(folder, path);
    const key = name.split(sep).join('/');
    const bytes = await readFile(path);
    const contentType = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
    await (name.startsWith(HASHED)
      ? files.putIfAbsent(key, { bytes, contentType, cacheControl: CACHE.immutable })
      : files.putForward(key, { bytes, contentType, cacheControl: CACHE.page, version: build }));
  });
};
