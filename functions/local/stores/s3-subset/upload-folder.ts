/**
 * A bucket that browsers post to: every upload is a version of its key, streamed to disk and never changed. Of a version, what is known of
 * it is written first and its bytes are moved into place last, so a crash between the two leaves no version.
 */
import { createReadStream, createWriteStream, type ReadStream, type WriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { errorCode } from '../store-problem.ts';

const Version = z.strictObject({
  id: z.string(),
  size: z.int(),
  /** Base64. */
  sha256: z.string(),
  contentType: z.string(),
  /** When its last byte was on disk. */
  arrivedAt: z.iso.datetime(),
});
export type UploadVersion = z.infer<typeof Version>;

export interface UnfinishedUpload {
  readonly bytes: WriteStream;
  /** Makes it the newest version of the key, durable on return. */
  keep(key: string, known: Pick<UploadVersion, 'size' | 'sha256' | 'contentType'>): Promise<UploadVersion>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

export interface UploadFolder {
  begin(): UnfinishedUpload;
  /** Oldest first. */
  versions(key: string): Promise<readonly UploadVersion[]>;
  open(key: string, id: string): ReadStream;
  remove(key: string, id: string): Promise<void>;
  /** Keys with this prefix, sorted by their bytes. */
  keys(prefix: string): Promise<readonly string[]>;
  /** Takes away what arrived before; a bucket's lifecycle does so on AWS. */
  expire(before: Date): Promise<void>;
}

const segment = '[A-Za-z0-9][A-Za-z0-9._-]{0,127}';
const plainKey = new RegExp(`^${segment}(?:/${segment})*$`);

/** Such keys are paths as they are. Ours are; anything else needs the escapes of `object-names.ts`. */
export const isPlainKey = (key: string): boolean => key.length <= 512 && plainKey.test(key);

/** What a version's files are called: no segment of a key begins so. */
const fileOf = { bytes: (id: string) => `%${id}.bytes`, known: (id: string) => `%${id}.json` };

const idOf = (name: string): string | null => /^%([0-9a-z]+)\.bytes$/.exec(name)?.[1] ?? null;

const orNone = async <T>(read: Promise<readonly T[]>): Promise<readonly T[]> => {
  try {
    return await read;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return [];
    throw error;
  }
};

const describedBy = async (path: string): Promise<readonly UploadVersion[]> => [
  z.parse(Version, JSON.parse(await readFile(path, 'utf8'))),
];

/** Ids that sort as their versions follow each other, also within one millisecond. */
const versionIds = (): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return last.toString(36).padStart(9, '0');
  };
};

export const uploadFolder = (options: {
  readonly folder: string;
  /** On the same file system; emptied at the start. */
  readonly unfinishedFolder: string;
}): UploadFolder => {
  const { folder, unfinishedFolder } = options;
  const nextId = versionIds();
  let begun = 0;
  const pathOf = (key: string, name: string): string => join(folder, ...key.split('/'), name);

  const versions: UploadFolder['versions'] = async (key) => {
    const names = await orNone(readdir(join(folder, ...key.split('/'))));
    const ids = names
      .map(idOf)
      .filter((id) => id !== null)
      .sort();
    // One that is being removed is gone already.
    const known = await Promise.all(ids.map((id) => orNone(describedBy(pathOf(key, fileOf.known(id))))));
    return known.flat();
  };

  const remove: UploadFolder['remove'] = async (key, id) => {
    await rm(pathOf(key, fileOf.bytes(id)), { force: true });
    await rm(pathOf(key, fileOf.known(id)), { force: true });
    // Only its own folder, and only if it is empty: the ones above may be about to receive another upload.
    await rmdir(join(folder, ...key.split('/'))).catch(() => {});
  };

  const keysBelow = async (parts: readonly string[], prefix: string): Promise<readonly string[]> => {
    const entries = await orNone(readdir(join(folder, ...parts), { withFileTypes: true }));
    const own = entries.some(({ name }) => idOf(name) !== null) ? [parts.join('/')] : [];
    const inside = entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => [...parts, entry.name])
      .filter((names) => names.join('/').startsWith(prefix) || prefix.startsWith(names.join('/')));
    const found = await Promise.all(inside.map((names) => keysBelow(names, prefix)));
    return [...own, ...found.flat()].filter((key) => key.startsWith(prefix));
  };
  const keys: UploadFolder['keys'] = async (prefix) => [...(await keysBelow([], prefix))].sort();

  return {
    begin() {
      begun += 1;
      const name = `${process.pid}-${begun}`;
      const path = join(unfinishedFolder, name);
      const bytes = createWriteStream(path);
      return {
        bytes,
        async keep(key, known) {
          const version = { id: nextId(), ...known, arrivedAt: new Date().toISOString() };
          await mkdir(dirname(pathOf(key, version.id)), { recursive: true });
          await writeFile(`${path}.json`, JSON.stringify(version));
          await rename(`${path}.json`, pathOf(key, fileOf.known(version.id)));
          await rename(path, pathOf(key, fileOf.bytes(version.id)));
          return version;
        },
        async abandon() {
          // A file that is about to be opened would come to be after it was taken away.
          if (!bytes.closed) {
            // Whatever it was given up for is told elsewhere.
            const closed = new Promise<void>((resolve) => bytes.once('close', resolve));
            bytes.destroy();
            await closed;
          }
          await rm(path, { force: true });
          await rm(`${path}.json`, { force: true });
        },
      };
    },
    versions,
    open: (key, id) => createReadStream(pathOf(key, fileOf.bytes(id))),
    remove,
    keys,
    async expire(before) {
      for (const key of await keys(''))
        for (const { id, arrivedAt } of await versions(key))
          if (arrivedAt < before.toISOString()) await remove(key, id);
    },
  };
};
