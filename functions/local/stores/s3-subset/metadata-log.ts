/**
 * What is known about objects, in one file that only grows: a line for each change, the newest of a key counts. (A file of its own for each
 * object's metadata would more than double what a write costs.) A line is with the operating system before the bytes it describes are
 * moved into place. One process writes; others may follow the file while it does.
 */
import {
  appendFileSync,
  closeSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { errorCode } from '../store-problem.ts';
import { type ObjectMetadata, type ObjectRecord, parseRecord } from './object-metadata.ts';

export const metadataLogPath = (folder: string): string => `${folder}.meta.jsonl`;

type Known = Map<string, ObjectMetadata>;

/** A line is the key and its new record; without a record the object is gone. */
const lineOf = (key: string, record: ObjectRecord | null): string => `${JSON.stringify([key, record])}\n`;

const learn = (known: Known, key: string, record: ObjectRecord | null): void => {
  if (record === null) known.delete(key);
  else known.set(key, { current: record, previous: known.get(key)?.current });
};

/** A line that cannot be read costs the metadata it held, never the bytes. */
const learnLine = (known: Known, line: string): void => {
  try {
    const parsed: unknown = JSON.parse(line);
    if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') return;
    const record = parsed[1] === null ? null : parseRecord(parsed[1]);
    if (record !== undefined) learn(known, parsed[0], record);
  } catch {
    // cut short by a crash, or foreign
  }
};

const fileAt = (path: string) => {
  try {
    return statSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
};

const readFrom = (path: string, from: number): Buffer => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - from));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
  } finally {
    closeSync(file);
  }
};

/** Finds what is known about a key, as of now, while the store writes. */
export const followMetadata = (path: string): ((key: string) => ObjectMetadata | null) => {
  let known: Known = new Map();
  let inode = -1;
  let readTo = 0;
  const catchUp = (): void => {
    const file = fileAt(path);
    if (file === null) return;
    if (file.ino !== inode || file.size < readTo) {
      known = new Map();
      inode = file.ino;
      readTo = 0;
    }
    if (file.size === readTo) return;
    const bytes = readFrom(path, readTo);
    // A line that is being written is read with the next look.
    const whole = bytes.lastIndexOf('\n') + 1;
    readTo += whole;
    for (const line of bytes.toString('utf8', 0, whole).split('\n')) if (line !== '') learnLine(known, line);
  };
  return (key) => {
    catchUp();
    return known.get(key) ?? null;
  };
};

export interface MetadataLog {
  of(key: string): ObjectMetadata | null;
  /** Notes the record that the next bytes of this key will have; `standing` describes those that lie there now. */
  set(key: string, record: ObjectRecord, standing: ObjectRecord | undefined): void;
  remove(key: string): void;
}

/** So many lines more than objects are worth writing the file anew. */
const MOST_SURPLUS = 50_000;

/** Opens the log for its one writer, shortened to what still counts. */
export const metadataLog = (path: string, unfinished: () => string): MetadataLog => {
  const known: Known = new Map();
  let file = -1;
  let lines = 0;

  const shorten = (): void => {
    const standing = [...known].flatMap(([key, { current, previous }]) => [
      ...(previous === undefined ? [] : [lineOf(key, previous)]),
      lineOf(key, current),
    ]);
    const temporary = unfinished();
    writeFileSync(temporary, '');
    for (let at = 0; at < standing.length; at += 1000)
      appendFileSync(temporary, standing.slice(at, at + 1000).join(''));
    renameSync(temporary, path);
    if (file >= 0) closeSync(file);
    file = openSync(path, 'a');
    lines = standing.length;
  };
  const append = (key: string, record: ObjectRecord | null): void => {
    writeSync(file, lineOf(key, record));
    learn(known, key, record);
    lines += 1;
    if (lines > 2 * known.size + MOST_SURPLUS) shorten();
  };

  const before = fileAt(path) === null ? '' : readFrom(path, 0).toString('utf8');
  for (const line of before.split('\n')) if (line !== '') learnLine(known, line);
  shorten();

  return {
    of: (key) => known.get(key) ?? null,
    set: (key, record, standing) => {
      // After a crash between a line and its bytes the older bytes stand: their record must stay the one before.
      if (standing !== undefined && known.get(key)?.current.etag !== standing.etag) append(key, standing);
      append(key, record);
    },
    remove: (key) => append(key, null),
  };
};
