import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SMALL = fileURLToPath(new URL('../islands/verify/small-schemas.ts', import.meta.url));

/** In the worker that checks elections without registers, a few schemas stand in for the library. */
export const smallSchemas = (): Plugin => {
  let isWanted = false;
  return {
    name: 'small-schemas',
    enforce: 'pre',
    buildStart: ({ input }) => {
      isWanted = JSON.stringify(input).includes('verify-worker.ts');
    },
    resolveId: (id) => (isWanted && id === 'zod/mini' ? SMALL : null),
  };
};
