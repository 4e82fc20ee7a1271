import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const islandFile = (name: string): string =>
  fileURLToPath(new URL(`../islands/verify/${name}`, import.meta.url));

/** What stands in for each library. */
const SMALL: Readonly<Record<string, string>> = {
  'zod/mini': islandFile('small-schemas.ts'),
  '@noble/hashes/sha2.js': islandFile('small-hash.ts'),
  '@noble/hashes/utils.js': islandFile('small-hash.ts'),
};

/** In the worker that checks elections by votes alone, a few schemas and one hash stand in for the libraries. */
export const smallLibraries = (): Plugin => {
  let isWanted = false;
  return {
    name: 'small-libraries',
    enforce: 'pre',
    buildStart: ({ input }) => {
      isWanted = JSON.stringify(input).includes('verify-worker.ts');
    },
    resolveId: (id) => (isWanted ? (SMALL[id] ?? null) : null),
  };
};
