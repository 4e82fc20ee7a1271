import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = ['site', 'shared', 'package-lock.json'];
const NOT_SOURCES = new Set(['dist', 'node_modules', '.astro']);

const newestIn = async (path: string): Promise<number> => {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = (await readdir(path)).filter((name) => !NOT_SOURCES.has(name));
  const times = await Promise.all(names.map((name) => newestIn(join(path, name))));
  return Math.max(0, ...times);
};

/** True where a built site is missing, or older than what it is built from. */
const isStale = async (root: string): Promise<boolean> => {
  const built = join(root, 'site', 'dist', 'server', 'build.json');
  if (!existsSync(built)) return true;
  const times = await Promise.all(SOURCES.map((path) => newestIn(join(root, path))));
  return Math.max(...times) > (await stat(built)).mtimeMs;
};

/** Builds the site where that is needed; answers whether a built site is there. */
export const buildSite = async (root: string, say: (line: string) => void): Promise<boolean> => {
  if (!(await isStale(root))) return true;
  say('Building the site …');
  // Not through a shell's PATH: the site's builder needs this program's own Node.
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--root', 'site', '--silent'], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  return code === 0;
};
