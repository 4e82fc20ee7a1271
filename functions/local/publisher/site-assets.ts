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

/** Style sheets and scripts of the built site; their names carry their hash, so they never change. */
export const publishAssets = async (files: ObjectStore, folder: string): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  await inParallel(paths, async (path) =>
    files.putIfAbsent(relative(folder, path).split(sep).join('/'), {
      bytes: await readFile(path),
      contentType: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
      cacheControl: CACHE.immutable,
    }),
  );
};
