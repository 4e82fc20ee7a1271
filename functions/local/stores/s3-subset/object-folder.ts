/**
 * Objects as a tree of files that a person can read, and their metadata in a log beside it. Everything here is synchronous: between reading
 * what stands under a key and replacing it nothing else runs, so conditional writes need no lock. One process owns the folder.
 * A crash of the process between any two lines loses nothing acknowledged; like the records' store it does not wait for the disk itself.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../store-problem.ts';
import { metadataLog, metadataLogPath } from './metadata-log.ts';
import {
  etagOf,
  type KnownObject,
  type ObjectRecord,
  recordOfBytes,
  recordOfSize,
} from './object-metadata.ts';
import { besideFolder, foldersOfPrefix, keyOfNames, namesOfKey } from './object-names.ts';

export interface FolderObject extends KnownObject {
  readonly bytes: Buffer;
  readonly modifiedAt: Date;
}
export interface NewFolderObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly cacheControl?: string;
  readonly contentEncoding?: string;
  readonly contentDisposition?: string;
  readonly user: Readonly<Record<string, string>>;
  readonly crc32: string;
}

/** What a list says of an object. */
export interface ListedObject {
  readonly etag: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

export interface ObjectFolder {
  read(key: string): FolderObject | null;
  /** Without reading the bytes, unless nothing else knows their ETag. */
  look(key: string): ListedObject | null;
  /** Replaces what was read there; answers the ETag. */
  write(key: string, object: NewFolderObject, standing?: FolderObject | null): string;
  remove(key: string): void;
  /** All keys with this prefix, in the order of their UTF-8 bytes. */
  keys(prefix: string): readonly string[];
}

const absentCodes = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

const orAbsent = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (absentCodes.has(errorCode(error) ?? '')) return null;
    throw error;
  }
};

const isFile = (path: string): boolean => orAbsent(() => statSync(path))?.isFile() ?? false;
const isFolder = (path: string): boolean => orAbsent(() => statSync(path))?.isDirectory() ?? false;

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Where a key's bytes may lie, the usual place first. */
export const bytesPaths = (folder: string, key: string): readonly [string, string] => {
  const path = join(folder, ...namesOfKey(key));
  return [path, path + besideFolder];
};

/** The record of bytes as they were written; none for bytes that were changed or put there by hand. */
const writtenRecord = (standing: FolderObject | null): ObjectRecord | undefined => {
  if (standing?.crc32 === undefined) return undefined;
  const { bytes, modifiedAt: _modifiedAt, crc32, ...record } = standing;
  return { ...record, size: bytes.length, crc32 };
};

export const objectFolder = (options: {
  readonly folder: string;
  /** Unfinished files, on the same file system; emptied at the start. */
  readonly unfinishedFolder: string;
}): ObjectFolder => {
  const { folder, unfinishedFolder } = options;
  let unfinished = 0;
  const temporaryPath = (): string => {
    unfinished += 1;
    return join(unfinishedFolder, String(unfinished));
  };
  const metadata = metadataLog(metadataLogPath(folder), temporaryPath);

  /** A file named like a folder on the way moves aside; readers look in both places. */
  const makeFolders = (path: string): void => {
    if (isFolder(path)) return;
    makeFolders(dirname(path));
    if (isFile(path)) renameSync(path, path + besideFolder);
    mkdirSync(path, { recursive: true });
  };

  const replace = (path: string, content: string | Uint8Array): void => {
    const temporary = temporaryPath();
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  };

  const read = (key: string): FolderObject | null => {
    const found = bytesPaths(folder, key).find(isFile);
    if (found === undefined) return null;
    const bytes = readFileSync(found);
    return { ...recordOfBytes(key, bytes, metadata.of(key)), bytes, modifiedAt: statSync(found).mtime };
  };

  const look = (key: string): ListedObject | null => {
    const found = bytesPaths(folder, key).find(isFile);
    if (found === undefined) return null;
    const { size, mtime } = statSync(found);
    const etag = recordOfSize(size, metadata.of(key))?.etag ?? etagOf(readFileSync(found));
    return { etag, size, modifiedAt: mtime };
  };

  const walk = (names: readonly string[], found: string[]): void => {
    const entries = orAbsent(() => readdirSync(join(folder, ...names), { withFileTypes: true })) ?? [];
    for (const entry of entries) {
      const inside = [...names, entry.name];
      if (entry.isDirectory()) walk(inside, found);
      else if (entry.isFile()) found.push(keyOfNames(inside));
    }
  };

  return {
    read,
    look,
    write(key, object, standing = read(key)) {
      const { bytes, ...described } = object;
      const etag = etagOf(bytes);
      const [path, beside] = bytesPaths(folder, key);
      makeFolders(dirname(path));
      metadata.set(key, { ...described, etag, size: bytes.length }, writtenRecord(standing)); // dying here: the bytes before, described by `previous`
      replace(isFolder(path) ? beside : path, bytes);
      return etag;
    },
    remove(key) {
      for (const path of bytesPaths(folder, key)) if (isFile(path)) rmSync(path);
      metadata.remove(key);
    },
    keys(prefix) {
      const found: string[] = [];
      walk(foldersOfPrefix(prefix), found);
      return [...new Set(found.filter((key) => key.startsWith(prefix)))].sort(byBytes);
    },
  };
};
