/** Copies packages as they were published, with all that they need on another machine than this one. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

export interface Machine {
  readonly os: 'linux';
  readonly cpu: 'x64' | 'arm64';
  readonly libc: 'glibc';
}

const Names = z.optional(z.record(z.string(), z.string()));
const LockedPackage = z.looseObject({
  version: z.optional(z.string()),
  dependencies: Names,
  optionalDependencies: Names,
  os: z.optional(z.array(z.string())),
  cpu: z.optional(z.array(z.string())),
  libc: z.optional(z.array(z.string())),
});
type LockedPackage = z.infer<typeof LockedPackage>;

const root = fileURLToPath(new URL('..', import.meta.url));

const lockedIn = async (file: string): Promise<ReadonlyMap<string, LockedPackage>> => {
  const Lock = z.object({ packages: z.record(z.string(), LockedPackage) });
  return new Map(
    Object.entries(z.parse(Lock, JSON.parse(await readFile(join(root, file), 'utf8'))).packages),
  );
};

const runsOn = ({ os, cpu, libc }: LockedPackage, machine: Machine): boolean =>
  (os?.includes(machine.os) ?? true) &&
  (cpu?.includes(machine.cpu) ?? true) &&
  (libc?.includes(machine.libc) ?? true);

/** Where Node finds a package that the one at `from` asks for, inmost folder first. */
const pathOf = (all: ReadonlyMap<string, LockedPackage>, from: string, name: string): string => {
  const folders =
    from === ''
      ? []
      : from
          .split('/node_modules/')
          .map((_, index, parts) => parts.slice(0, parts.length - index).join('/node_modules/'));
  const found = [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].find(
    (path) => all.has(path),
  );
  if (found === undefined) throw new Error(`The lock file has no package ${name}, which ${from} needs.`);
  return found;
};

/** These packages and all that they need there, by their folder. */
const neededBy = (
  names: readonly string[],
  all: ReadonlyMap<string, LockedPackage>,
  machine: Machine,
): ReadonlyMap<string, LockedPackage> => {
  const needed = new Map<string, LockedPackage>();
  const add = (from: string, name: string): void => {
    const path = pathOf(all, from, name);
    const found = all.get(path);
    if (found === undefined || needed.has(path) || !runsOn(found, machine)) return;
    needed.set(path, found);
    for (const next of Object.keys({ ...found.dependencies, ...found.optionalDependencies })) add(path, next);
  };
  for (const name of names) add('', name);
  return needed;
};

const isInstalled = async (needed: ReadonlyMap<string, LockedPackage>): Promise<boolean> => {
  const installed = await lockedIn('node_modules/.package-lock.json');
  return [...needed].every(([path, { version }]) => installed.get(path)?.version === version);
};

/** Fetches what the lock file names, by its hashes and without running any of it. */
const fetchInto = async (
  folder: string,
  needed: ReadonlyMap<string, LockedPackage>,
  { os, cpu, libc }: Machine,
): Promise<void> => {
  const dependencies = Object.fromEntries(
    [...needed]
      .filter(([path]) => path.lastIndexOf('node_modules/') === 0)
      .map(([path, { version }]) => [path.slice('node_modules/'.length), version]),
  );
  const own = { name: 'packages', version: '0.0.0', dependencies };
  // Only what is meant for that machine is listed, so it is not optional; npm need not ask which machine this is.
  const packages = Object.fromEntries(
    [...needed].map(([path, { optional, optionalDependencies, ...rest }]) => [path, rest]),
  );
  const lock = { ...own, lockfileVersion: 3, requires: true, packages: { '': own, ...packages } };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...own, private: true }));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const npm = ['ci', '--force', '--ignore-scripts', `--os=${os}`, `--cpu=${cpu}`, `--libc=${libc}`];
  const { status, stderr } = spawnSync('npm', npm, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Packages for ${os} on ${cpu} could not be fetched: ${stderr}`);
};

/** Not needed where it runs: maps and types, and the parts of pdf.js that are for browsers. */
const LEFT_OUT =
  /\.(map|d\.[cm]?ts)$|\/pdfjs-dist\/(build|types|web|image_decoders|legacy\/(web|image_decoders))$|\/pdfjs-dist\/legacy\/build\/.*(min|sandbox)\.mjs$/;

/** Copies packages into `folder`, the same ones on every computer: installed ones if they are for that machine, else fetched. */
export const copyPackages = async (
  names: readonly string[],
  folder: string,
  machine: Machine,
): Promise<void> => {
  const needed = neededBy(names, await lockedIn('package-lock.json'), machine);
  const fetched = (await isInstalled(needed))
    ? null
    : await mkdtemp(join(tmpdir(), 'open-returns-packages-'));
  try {
    if (fetched !== null) await fetchInto(fetched, needed, machine);
    for (const path of needed.keys())
      await cp(join(fetched ?? root, path), join(folder, path), {
        recursive: true,
        filter: (source) => !LEFT_OUT.test(source),
      });
  } finally {
    if (fetched !== null) await rm(fetched, { recursive: true, force: true });
  }
};
