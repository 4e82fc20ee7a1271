import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  type S3Client,
} from '@aws-sdk/client-s3';

export interface InBucket {
  readonly client: S3Client;
  readonly bucket: string;
}

/** The version's id, unless it is of a longer key that begins alike. */
const versionOf = (key: string, { Key, VersionId }: ObjectVersion): readonly string[] =>
  Key === key && VersionId !== undefined ? [VersionId] : [];

/** The versions of a key, newest first, as S3 lists them; marks of deletion are none. */
export const versionsOf = async ({ client, bucket }: InBucket, key: string): Promise<readonly string[]> => {
  const found: string[] = [];
  let from: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> | null = {};
  while (from !== null) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: key,
        KeyMarker: from.NextKeyMarker,
        VersionIdMarker: from.NextVersionIdMarker,
      }),
    );
    found.push(...(page.Versions ?? []).flatMap((version) => versionOf(key, version)));
    // Longer keys that begin alike come after it.
    from = page.IsTruncated === true && page.NextKeyMarker === key ? page : null;
  }
  return found;
};

/** Takes away every version, for good; nothing there is harmless. */
export const removeForGood = async (of: InBucket, key: string): Promise<void> => {
  for (const version of await versionsOf(of, key))
    await of.client.send(new DeleteObjectCommand({ Bucket: of.bucket, Key: key, VersionId: version }));
};
