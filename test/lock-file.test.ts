import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly version?: string;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

const packages = new Map<string, LockedPackage>(Object.entries(read('package-lock.json').packages));

/** The folders in which Node looks for a dependency of the package at `path`, inmost first. */
const lookedIn = (path: string): readonly string[] => {
  const parts = path.split('/node_modules/');
  return parts
    .map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/`)
    .concat('');
};

const isLocked = (path: string, name: string): boolean =>
  lookedIn(path).some((folder) => packages.has(`${folder === '/' ? '' : folder}node_modules/${name}`));

describe('the lock file', () => {
  test('is complete for every platform it names, or npm ci fails on another one', () => {
    const missing = [...packages].flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('pins what package.json pins', () => {
    const { dependencies, devDependencies } = read('package.json');
    for (const [name, version] of Object.entries<string>({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages.get(`node_modules/${name}`)?.version, name).toBe(version);
    }
  });
});

describe('install scripts', () => {
  test('are allowed by name only: npm 12 skips a key with a version, and Node is missing', () => {
    const { allowScripts } = read('package.json');
    expect(Object.keys(allowScripts)).toContain('node');
    for (const name of Object.keys(allowScripts)) expect(name).toMatch(/^(@[\w.-]+\/)?[\w.-]+$/);
  });
});
