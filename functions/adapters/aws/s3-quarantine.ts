import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { ArrivedUpload, Quarantine } from '#functions/ports.ts';
import { orNull } from './s3-object-store.ts';
import { type InBucket, removeForGood, versionsOf } from './s3-versions.ts';

/** Long enough for 50 MB to begin on a slow line after a pause; whoever is later asks again. */
const offerSeconds = 15 * 60;

const base64OfHex = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const hexOfBase64 = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');

/** What is known of one version, by its name. */
const headOf = async (
  { client, bucket }: InBucket,
  key: string,
  version: string,
): Promise<ArrivedUpload | null> => {
  const answer = await orNull(
    client.send(
      new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: version, ChecksumMode: 'ENABLED' }),
    ),
  );
  if (answer?.LastModified === undefined) return null;
  return {
    bytes: answer.ContentLength ?? 0,
    sha256: answer.ChecksumSHA256 === undefined ? null : hexOfBase64(answer.ChecksumSHA256),
    arrivedAt: answer.LastModified.toISOString(),
    version,
  };
};

const readOf = async ({ client, bucket }: InBucket, key: string, version: string) => {
  const answer = await orNull(
    client.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: version })),
  );
  return (await answer?.Body?.transformToByteArray()) ?? null;
};

/**
 * One version, for who may not list the others: what it was told of is all that it can look at. All versions of a key hold the same bytes,
 * so it makes no difference which one was named.
 */
export const s3UploadedVersion = (
  options: InBucket & { readonly version: string },
): Pick<Quarantine, 'head' | 'read'> => ({
  head: (key) => headOf(options, key, options.version),
  read: (key, version) => readOf(options, key, version),
});

/**
 * A versioned bucket that browsers post to. The form's policy names every field, so S3 refuses any other, a tag that would keep the scanner
 * off among them. Anyone who holds the form may send it again until it expires: that adds a version of the same bytes, and the first one
 * counts. S3 says of a version when it was created, which is never after its last byte.
 */
export const s3Quarantine = (options: InBucket & { readonly offerSeconds?: number }): Quarantine => {
  const { client, bucket } = options;
  const seconds = options.offerSeconds ?? offerSeconds;

  return {
    async offer({ key, bytes, sha256 }) {
      if (!Number.isSafeInteger(bytes) || bytes < 1)
        throw new RangeError(`An upload has at least one byte, not ${bytes}.`);
      const until = new Date(Date.now() + seconds * 1000);
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Fields: {
          // Nothing that lies here has a type anybody should believe.
          'Content-Type': 'application/octet-stream',
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': base64OfHex(sha256),
          success_action_status: '204',
        },
        Conditions: [['content-length-range', bytes, bytes]],
        Expires: seconds,
      });
      return { url, fields, expiresAt: until.toISOString() };
    },
    async head(key) {
      const first = (await versionsOf(options, key)).at(-1);
      return first === undefined ? null : headOf({ client, bucket }, key, first);
    },
    read: (key, version) => readOf({ client, bucket }, key, version),
    discard: (key) => removeForGood(options, key),
  };
};
