import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesPaths, metadataPath } from './s3-subset/object-folder.ts';
import { describes, parseMetadata, recordOfBytes, versionOf } from './s3-subset/object-metadata.ts';
import { errorCode } from './store-problem.ts';

export interface PublicObject {
  readonly bytes: Uint8Array;
  /** With its quotation marks. */
  readonly etag: string;
  readonly contentType: string;
  readonly cacheControl: string | undefined;
  readonly version: number;
}

export const publicBucket = 'public';

const maxKeyBytes = 1024;

const orNull = async <T>(read: Promise<T>): Promise<T | null> => {
  try {
    return await read;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
};

/** Reads a public object straight from its files, while the store may be writing: what it answers was once the whole object. */
export const readPublicObject = async (dataFolder: string, key: string): Promise<PublicObject | null> => {
  if (key === '' || Buffer.byteLength(key) > maxKeyBytes) return null;
  const folder = join(dataFolder, publicBucket);
  const [usual, beside] = bytesPaths(folder, key);
  // Two writes between our two reads leave metadata that no longer knows our bytes: then read again. Bytes changed by hand never match.
  for (let round = 1; ; round += 1) {
    const bytes = (await orNull(readFile(usual))) ?? (await orNull(readFile(beside)));
    if (bytes === null) return null;
    const metadata = parseMetadata(await orNull(readFile(metadataPath(folder, key), 'utf8')));
    if (!describes(bytes, metadata) && round < 3) continue;
    const { etag, contentType, cacheControl, user } = recordOfBytes(key, bytes, metadata);
    return { bytes, etag, contentType, cacheControl, version: versionOf(user) };
  }
};
