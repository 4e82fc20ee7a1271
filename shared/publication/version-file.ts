import { sha256Hex } from '../hash.ts';
import { dataPaths } from './paths.ts';

/** A file as it is made, before it has an address. */
export interface NewFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** One immutable file of a version. */
export interface VersionFile extends NewFile {
  /** Version that last changed it. */
  readonly version: number;
  readonly path: string;
  readonly sha256: string;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
export const CSV_TYPE = 'text/csv; charset=utf-8';

const utf8 = new TextEncoder();

export const textFile = (name: string, contentType: string, text: string): NewFile => ({
  name,
  contentType,
  bytes: utf8.encode(text),
});

/** Files hold what their writers call them; the text ends in a newline so that it prints well. */
export const jsonFile = (name: string, value: unknown, contentType = JSON_TYPE): NewFile =>
  textFile(name, contentType, `${JSON.stringify(value)}\n`);

/**
 * Files that change together, in one folder: so tables and their descriptions stand beside each other. The folder is named by the version and by
 * the first eight digits of the hash of what `sha256sum` prints for these files.
 */
export const filesTogether = (
  election: string,
  version: number,
  files: readonly NewFile[],
): readonly VersionFile[] => {
  const hashed = files.map((file) => ({ ...file, sha256: sha256Hex(file.bytes) }));
  const folder = sha256Hex(utf8.encode(hashed.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')));
  return hashed.map((file) => ({
    ...file,
    version,
    path: dataPaths.versioned(election, { version, sha256: folder, name: file.name }),
  }));
};
