/** The parts of dynalite 4.0.0 that are used; it brings no types. Pinned exactly, because `db` is not a public interface. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  const dynalite: (options: { readonly path: string; readonly createTableMs: number }) => Server;
  export = dynalite;
}

declare module 'dynalite/db/index.js' {
  export const create: (options: { readonly path: string }) => {
    readonly db: {
      open(): Promise<void>;
      close(): Promise<void>;
      iterator(): AsyncIterable<readonly [string, unknown]>;
    };
  };
}
