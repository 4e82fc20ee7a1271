import { GetObjectTaggingCommand, type S3Client } from '@aws-sdk/client-s3';
import type { MalwareScans, ScanResult } from '#functions/ports.ts';

/** The tag that GuardDuty Malware Protection for S3 puts on each version it has looked at. */
const scanTag = 'GuardDutyMalwareScanStatus';

/** GuardDuty skips what it cannot open, an encrypted archive for one: nobody can say that it is clean. */
const results: Readonly<Record<string, ScanResult>> = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'infected',
  UNSUPPORTED: 'unscannable',
  ACCESS_DENIED: 'unscannable',
  FAILED: 'unscannable',
};

/** Uploaders cannot set the tag: no form that we sign allows one. */
export const guardDutyScans = (options: {
  readonly client: S3Client;
  readonly bucket: string;
}): MalwareScans => ({
  engine: 'guardduty',
  async of(key, version) {
    const { TagSet = [] } = await options.client.send(
      new GetObjectTaggingCommand({ Bucket: options.bucket, Key: key, VersionId: version }),
    );
    const status = TagSet.find(({ Key }) => Key === scanTag)?.Value;
    if (status === undefined) return 'waiting';
    return results[status] ?? 'unscannable';
  },
});
