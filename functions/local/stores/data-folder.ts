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
import { publicBucket } from './public-folder.ts';
import { errorCode, StoreProblem } from './store-problem.ts';

const format = 2;

export interface StoreFolders {
  readonly records: string;
  readonly public: string;
  /** Files on their way into the public folder. */
  readonly unfinished: string;
  /** Exists once all stores have been made; from then on a missing part is damage. */
  readonly marker: string;
}

export const storeFolders = (dataFolder: string): StoreFolders => ({
  records: join(dataFolder, 'records'),
  public: join(dataFolder, publicBucket),
  unfinished: join(dataFolder, 'public.unfinished'),
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
    for (const folder of [folders.records, folders.public, folders.unfinished])
      mkdirSync(folder, { recursive: true });
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
  rmSync(folders.unfinished, { recursive: true, force: true });
  mkdirSync(folders.unfinished);
};

export const markComplete = (folders: StoreFolders): void => {
  if (existsSync(folders.marker)) return;
  const unfinished = join(folders.unfinished, 'stores.json');
  const file = openSync(unfinished, 'w');
  writeSync(file, `${JSON.stringify({ format })}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, folders.marker);
};
