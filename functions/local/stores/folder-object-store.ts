import { mkdirSync } from 'node:fs';
import type { NewObject, RemovableObjects, StoredObject } from '#functions/ports.ts';
import { attachment } from '#shared/publication/headers.ts';
import { type FolderObject, type ObjectFolder, objectFolder } from './s3-subset/object-folder.ts';
import { versionOf } from './s3-subset/object-metadata.ts';
import { crc32Base64 } from './s3-subset/payload.ts';

const described = ({ etag, contentType, user }: FolderObject) => ({
  etag,
  contentType,
  version: versionOf(user),
});

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const write = (
  objects: ObjectFolder,
  key: string,
  object: NewObject & { readonly version?: number },
  standing: FolderObject | null,
): 'written' => {
  const { bytes, contentType, cacheControl, downloadName, version } = object;
  const disposition = downloadName === undefined ? {} : { contentDisposition: attachment(downloadName) };
  const user = version === undefined ? {} : { version: String(version) };
  objects.write(
    key,
    { bytes, contentType, cacheControl, ...disposition, user, crc32: crc32Base64(bytes) },
    standing,
  );
  return 'written';
};

/**
 * Objects in a folder, as a bucket on this computer keeps them, without a server in between: for a program that has the folder to itself.
 * Types and versions stand in a file beside the folder.
 */
export const folderObjectStore = (folder: string): RemovableObjects => {
  const unfinishedFolder = `${folder}.unfinished`;
  mkdirSync(folder, { recursive: true });
  mkdirSync(unfinishedFolder, { recursive: true });
  const objects = objectFolder({ folder, unfinishedFolder });
  const get = async (key: string): Promise<StoredObject | null> => {
    const found = objects.read(key);
    return found && { ...described(found), bytes: found.bytes };
  };
  return {
    get,
    head: async (key) => {
      const found = objects.read(key);
      return found && described(found);
    },
    putIfAbsent: async (key, object) => (objects.look(key) ? 'exists' : write(objects, key, object, null)),
    putForward: async (key, object) => {
      const standing = objects.read(key);
      const version = standing === null ? -1 : versionOf(standing.user);
      if (version < object.version) return write(objects, key, object, standing);
      return version === object.version && standing && sameBytes(standing.bytes, object.bytes)
        ? 'written'
        : 'stale';
    },
    replace: async (key, object, etag) => {
      const standing = objects.read(key);
      return standing?.etag === etag ? write(objects, key, object, standing) : 'lost';
    },
    list: async (prefix) => objects.keys(prefix),
    remove: async (key) => objects.remove(key),
  };
};
