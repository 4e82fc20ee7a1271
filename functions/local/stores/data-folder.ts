/** The data folder as the stores find it at a start: new, whole, half-made, or somebody else's. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Bucket, objectBuckets, uploadBuckets } from './buckets.ts';
import { errorCode, StoreProblem } from './store-problem.ts';

const format = 2;

export interface BucketFolders {
  readonly folder: string;
  /** Files on their way into it. */
  readonly unfinishedFolder: string;
}

export interface StoreFolders {
  readonly records: string;
  readonly buckets: Readonly<Record<Bucket, BucketFolders>>;
  /** Exists once all stores have been made; from then on a missing part is damage. */
  readonly marker: string;
}

export const storeFolders = (dataFolder: string): StoreFolders => ({
  records: join(dataFolder, 'records'),
  buckets: Object.fromEntries(
    [...objectBuckets, ...uploadBuckets].map((bucket) => [
      bucket,
      { folder: join(dataFolder, bucket), unfinishedFolder: join(dataFolder, `${bucket}.unfinished`) },
    ]),
  ) as Record<Bucket, BucketFolders>,
  marker: join(dataFolder, 'stores.json'),
});

const readMarker = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
};

const formatOf = (marker: string): unknown => {
  try {
    return (JSON.parse(marker) as { format?: unknown } | null)?.format;
  } catch {
    return undefined;
  }
};

const assertKnown = (folders: StoreFolders): void => {
  const marker = readMarker(folders.marker);
  if (marker === null) return;
  if (formatOf(marker) !== format)
    throw new StoreProblem(
      'foreign',
      `${folders.marker} is not of this version's format: use the version that made it, another folder with --data, or --fresh.`,
    );
  if (!existsSync(join(folders.records, 'CURRENT')))
    throw new StoreProblem(
      'damaged',
      `The records in ${folders.records} are missing or incomplete: restore the data folder from a copy, or start over with --fresh.`,
    );
};

/** Makes what a new folder lacks; a deleted public folder is made again, empty, and filled by the next publication. */
export const prepareDataFolder = (dataFolder: string): StoreFolders => {
  const folders = storeFolders(dataFolder);
  try {
    mkdirSync(dataFolder, { recursive: true });
    assertKnown(folders);
    mkdirSync(folders.records, { recursive: true });
    for (const { folder, unfinishedFolder } of Object.values(folders.buckets)) {
      mkdirSync(folder, { recursive: true });
      mkdirSync(unfinishedFolder, { recursive: true });
    }
    return folders;
  } catch (error) {
    if (error instanceof StoreProblem) throw error;
    throw new StoreProblem(
      'unreadable',
      `The data folder ${dataFolder} cannot be used (${errorCode(error)}): make it a readable and writable folder, or choose another with --data.`,
      error,
    );
  }
};

/** Only the owner of the lock may call this. */
export const emptyUnfinished = (folders: StoreFolders): void => {
  for (const { unfinishedFolder } of Object.values(folders.buckets)) {
    rmSync(unfinishedFolder, { recursive: true, force: true });
    mkdirSync(unfinishedFolder);
  }
};

export const markComplete = (folders: StoreFolders): void => {
  if (existsSync(folders.marker)) return;
  const unfinished = `${folders.marker}.new`;
  const file = openSync(unfinished, 'w');
  writeSync(file, `${JSON.stringify({ format })}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, folders.marker);
};
