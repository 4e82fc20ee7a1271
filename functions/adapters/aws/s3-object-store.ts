import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { NewObject, ObjectStore, RemovableObjects, StoredObject } from '#functions/ports.ts';
import { attachment } from '#shared/publication/headers.ts';

type Standing = Omit<StoredObject, 'bytes'>;
type VersionedObject = NewObject & { readonly version: number };

/** Every lost round means that another publisher won one, so few are enough; more is a fault, not a race. */
const maxRounds = 8;

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

export const orNull = async <T>(call: Promise<T>): Promise<T | null> => {
  try {
    return await call;
  } catch (error) {
    if (statusOf(error) === 404 && !(error instanceof Error && error.name === 'NoSuchBucket')) return null;
    throw error;
  }
};

/** What a refused condition means; throws what is no refusal. */
const lostOrBusy = (error: unknown, standing: Pick<Standing, 'etag'> | null): 'lost' | 'busy' => {
  const status = statusOf(error);
  if (status === 412) return 'lost';
  // 409: another conditional write is under way. 404: what our ETag named is gone.
  if (status === 409 || (status === 404 && standing !== null)) return 'busy';
  throw error;
};

const versionOf = (metadata: Record<string, string> | undefined): number => {
  const written = metadata?.['version'] ?? '';
  return /^\d{1,15}$/.test(written) ? Number(written) : 0;
};

const standingOf = (answer: {
  ETag?: string | undefined;
  ContentType?: string | undefined;
  Metadata?: Record<string, string> | undefined;
}): Standing => ({
  etag: answer.ETag ?? '',
  contentType: answer.ContentType ?? 'application/octet-stream',
  version: versionOf(answer.Metadata),
});

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Objects in a bucket. Every write is conditional, so a bucket policy may demand just that. */
export const s3ObjectStore = (options: {
  readonly client: S3Client;
  readonly bucket: string;
}): RemovableObjects => {
  const { client, bucket } = options;
  // What this process wrote last, by key: then moving forward costs one request. Only a guess; the condition on the ETag decides.
  const lastWritten = new Map<string, Standing>();

  const get: ObjectStore['get'] = async (key) => {
    const answer = await orNull(client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
    if (answer === null) return null;
    return { ...standingOf(answer), bytes: (await answer.Body?.transformToByteArray()) ?? new Uint8Array() };
  };

  const head: ObjectStore['head'] = async (key) => {
    const answer = await orNull(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
    return answer === null ? null : standingOf(answer);
  };

  const put = async (
    key: string,
    object: NewObject & { readonly version?: number },
    standing: Pick<Standing, 'etag'> | null,
  ): Promise<{ readonly etag: string } | 'lost' | 'busy'> => {
    const condition = standing === null ? { IfNoneMatch: '*' } : { IfMatch: standing.etag };
    const metadata = object.version === undefined ? {} : { Metadata: { version: String(object.version) } };
    const download =
      object.downloadName === undefined ? {} : { ContentDisposition: attachment(object.downloadName) };
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: object.bytes,
      ContentType: object.contentType,
      CacheControl: object.cacheControl,
      ...metadata,
      ...download,
      ...condition,
    });
    try {
      return { etag: (await client.send(command)).ETag ?? '' };
    } catch (error) {
      return lostOrBusy(error, standing);
    }
  };

  /** What to answer without writing, or `null` when the way forward is free. */
  const settled = async (key: string, object: VersionedObject, standing: Standing | null) => {
    if (standing === null || standing.version < object.version) return null;
    if (standing.version > object.version) return 'stale';
    const there = await get(key);
    return there?.version === object.version && sameBytes(there.bytes, object.bytes) ? 'written' : 'stale';
  };

  return {
    get,
    head,
    async putIfAbsent(key, object) {
      for (let round = 0; round < maxRounds; round += 1) {
        const outcome = await put(key, object, null);
        if (outcome === 'lost') return 'exists';
        if (outcome !== 'busy') return 'written';
      }
      throw new Error(`Could not write ${key}: other writers were faster ${maxRounds} times.`);
    },
    async putForward(key, object) {
      const known = lastWritten.get(key);
      // A key never written here is most likely new: the first attempt is to create it.
      let standing =
        known === undefined || known.version < object.version ? (known ?? null) : await head(key);
      for (let round = 0; round < maxRounds; round += 1) {
        const answer = await settled(key, object, standing);
        if (answer !== null) return answer;
        const outcome = await put(key, object, standing);
        if (typeof outcome === 'object') {
          lastWritten.set(key, {
            etag: outcome.etag,
            contentType: object.contentType,
            version: object.version,
          });
          return 'written';
        }
        lastWritten.delete(key);
        standing = await head(key);
      }
      throw new Error(`Could not move ${key} forward: other writers were faster ${maxRounds} times.`);
    },
    async replace(key, object, etag) {
      const outcome = await put(key, object, { etag });
      if (typeof outcome === 'object') {
        const { contentType, version } = object;
        lastWritten.set(key, { etag: outcome.etag, contentType, version });
        return 'written';
      }
      lastWritten.delete(key);
      // Whoever was busy with it has won, or the acknowledgement of our own success was lost.
      const there = await get(key);
      return there?.version === object.version && sameBytes(there.bytes, object.bytes) ? 'written' : 'lost';
    },
    async list(prefix) {
      const keys: string[] = [];
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
        );
        keys.push(...(page.Contents ?? []).map((object) => object.Key ?? ''));
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return keys;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
      lastWritten.delete(key);
    },
  };
};
