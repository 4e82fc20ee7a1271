import { zipSync } from 'fflate';

/** Times in a zip are local ones: a fixed local time gives the same bytes wherever it is made. */
const ZIP_TIME = new Date(1980, 0, 1);

/** A zip of these files by their paths, in this order; the same files always give the same bytes. */
export const zipOf = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 6, mtime: ZIP_TIME });
