import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bucket, publicBucket } from './buckets.ts';
import { followMetadata, metadataLogPath } from './s3-subset/metadata-log.ts';
import { bytesPaths } from './s3-subset/object-folder.ts';
import {
  describes,
  type ObjectRecord,
  recordOfBytes,
  recordOfSize,
  versionOf,
} from './s3-subset/object-metadata.ts';
import { errorCode } from './store-problem.ts';

export interface PublicObject {
  readonly bytes: Uint8Array;
  /** With its quotation marks. */
  readonly etag: string;
  readonly contentType: string;
  readonly cacheControl: string | undefined;
  readonly version: number;
}

const maxKeyBytes = 1024;

const canBeKey = (key: string): boolean => key !== '' && Buffer.byteLength(key) <= maxKeyBytes;

const bytesAt = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
};

export type ReadPublicObject = (key: string) => PublicObject | null;

/**
 * Reads public objects straight from their files, while the store may be writing: what it answers was once the whole object.
 * Bytes and metadata are read in one go, so that no more than one write can come between them.
 */
export const publicObjects = (dataFolder: string): ReadPublicObject => {
  const folder = join(dataFolder, publicBucket);
  const metadataOf = followMetadata(metadataLogPath(folder));

  // Bytes that the metadata does not know were replaced between our two reads: then read again. Bytes changed by hand never match.
  const readWhole = (key: string, rounds: number): PublicObject | null => {
    const [usual, beside] = bytesPaths(folder, key);
    const bytes = bytesAt(usual) ?? bytesAt(beside);
    if (bytes === null) return null;
    const metadata = metadataOf(key);
    if (!describes(bytes, metadata) && rounds > 1) return readWhole(key, rounds - 1);
    const { etag, contentType, cacheControl, user } = recordOfBytes(key, bytes, metadata);
    return { bytes, etag, contentType, cacheControl, version: versionOf(user) };
  };

  return (key) => (canBeKey(key) ? readWhole(key, 3) : null);
};

/** An object that is too large to be read at once: where its bytes lie, and what was said of them. */
export interface StoredFile {
  readonly path: string;
  readonly size: number;
  /** Absent for a file that was put there by hand. */
  readonly record: ObjectRecord | undefined;
}

/** Finds objects that are written once, without reading them. */
export const storedFiles = (
  dataFolder: string,
  bucket: Bucket,
): ((key: string) => Promise<StoredFile | null>) => {
  const folder = join(dataFolder, bucket);
  const metadataOf = followMetadata(metadataLogPath(folder));
  const sizeOf = async (path: string): Promise<number | null> => {
    const found = await stat(path).catch(() => null);
    return found?.isFile() === true ? found.size : null;
  };
  return async (key) => {
    if (!canBeKey(key) || key.includes('\0')) return null;
    for (const path of bytesPaths(folder, key)) {
      const size = await sizeOf(path);
      if (size !== null) return { path, size, record: recordOfSize(size, metadataOf(key)) };
    }
    return null;
  };
};
