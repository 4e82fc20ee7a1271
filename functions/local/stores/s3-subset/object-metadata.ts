import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

const ObjectRecord = z.strictObject({
  etag: z.string(),
  contentType: z.string(),
  cacheControl: z.optional(z.string()),
  contentEncoding: z.optional(z.string()),
  contentDisposition: z.optional(z.string()),
  /** How many bytes; unknown of what an earlier version wrote. */
  size: z.optional(z.number()),
  /** The user's own, without `x-amz-meta-`. */
  user: z.record(z.string(), z.string()),
  /** Base64. */
  crc32: z.string(),
});
export type ObjectRecord = z.infer<typeof ObjectRecord>;

/**
 * What is known about an object. The record is written before the bytes, and the record of the bytes before is still known, so whichever of
 * them a crash leaves standing, one of the two records describes them: the one with their ETag.
 */
export interface ObjectMetadata {
  readonly current: ObjectRecord;
  readonly previous: ObjectRecord | undefined;
}

export const etagOf = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** `undefined` for what is no record: the bytes are the object, and metadata is made anew from them. */
export const parseRecord = (value: unknown): ObjectRecord | undefined => {
  const parsed = ObjectRecord.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

const typesByEnding: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  atom: 'application/atom+xml',
  txt: 'text/plain; charset=utf-8',
};

const guessedType = (key: string): string =>
  key.endsWith('/')
    ? 'text/html; charset=utf-8'
    : (typesByEnding[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream');

export interface KnownObject {
  readonly etag: string;
  readonly contentType: string;
  readonly cacheControl: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly contentDisposition: string | undefined;
  readonly user: Readonly<Record<string, string>>;
  /** Absent for bytes that were put there by hand: no checksum was ever stated for them. */
  readonly crc32: string | undefined;
}

/** The record of just these bytes; bytes changed by hand keep the newest record under an ETag of their own. */
export const recordOfBytes = (
  key: string,
  bytes: Uint8Array,
  metadata: ObjectMetadata | null,
): KnownObject => {
  const etag = etagOf(bytes);
  const described = [metadata?.current, metadata?.previous].find((record) => record?.etag === etag);
  const record = described ?? metadata?.current;
  return {
    etag,
    contentType: record?.contentType ?? guessedType(key),
    cacheControl: record?.cacheControl,
    contentEncoding: record?.contentEncoding,
    contentDisposition: record?.contentDisposition,
    user: record?.user ?? {},
    crc32: described?.crc32,
  };
};

/** The record of a file that was not read: the one that has its size, else none. Enough for what is only listed or sent on. */
export const recordOfSize = (size: number, metadata: ObjectMetadata | null): ObjectRecord | undefined =>
  [metadata?.current, metadata?.previous].find((record) => record?.size === size);

/** Whether metadata names a state in which the object was ever written. */
export const describes = (bytes: Uint8Array, metadata: ObjectMetadata | null): boolean => {
  const etag = etagOf(bytes);
  return metadata?.current.etag === etag || metadata?.previous?.etag === etag;
};

export const versionOf = (user: Readonly<Record<string, string>>): number => {
  const written = user['version'] ?? '';
  return /^\d{1,15}$/.test(written) ? Number(written) : 0;
};
