import { Aws, Duration, Validations } from 'aws-cdk-lib';
import { Bucket, type BucketProps, HttpMethods, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { closed, forbid } from './closed-bucket.ts';
import { logRetention } from './retention.ts';

/** Uploads are inspected within minutes; what still lies there after a week nobody came back for. */
const quarantineDays = Duration.days(7);

/**
 * How long nobody deletes what was received: past the end of inspection, about eleven months after the poll [2016 ¶8.57], and a petition with
 * its appeal [2016 ¶6.3]. Governance, not compliance: what a court orders to be destroyed can be, by somebody who is given the right to. The end
 * of inspection is not known when a file arrives, so two years are the same for all; an election whose inspection ends later needs more.
 */
const vaultRetention = ObjectLockRetention.governance(Duration.days(logRetention));

/** Another S3 name would make the site and this bucket wait for each other: one's policy names the other's address, and the other way round. */
const quarantineName = `open-returns-quarantine-${Aws.ACCOUNT_ID}-${Aws.REGION}`;

/** Where browsers bring files. */
export const uploadOrigin = `https://${quarantineName}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`;

/** The ways of candidates' files: quarantine, verdicts, vault, and what the public may download. */
export class CandidateFiles extends Construct {
  readonly quarantine: IBucket;
  readonly verdicts: IBucket;
  readonly vault: IBucket;
  readonly files: IBucket;
  private readonly posted: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Who wrote and who fetched; that is our roles and CloudFront, never a reader.
    const accessLog = new Bucket(this, 'AccessLog', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(logRetention) }],
    });
    const bucket = (name: string, props: BucketProps): Bucket =>
      new Bucket(this, name, {
        ...closed,
        serverAccessLogsBucket: accessLog as IBucket,
        serverAccessLogsPrefix: `${name.toLowerCase()}/`,
        ...props,
      });
    this.posted = this.postedTo();
    this.quarantine = this.posted as IBucket; // The library’s own declarations differ in an optional property.
    this.verdicts = bucket('Verdicts', {
      lifecycleRules: [{ expiration: Duration.days(logRetention) }],
    }) as IBucket;
    this.vault = bucket('Vault', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: vaultRetention,
    }) as IBucket;
    this.files = bucket('Files', {}) as IBucket;
    for (const once of [this.verdicts, this.vault, this.files])
      forbid(once, 'ObjectsAreOnlyCreated', ['s3:PutObject'], ['*'], {
        Null: { 's3:if-none-match': 'true' },
      });
  }

  private postedTo(): Bucket {
    const bucket = new Bucket(this, 'Quarantine', {
      ...closed,
      bucketName: quarantineName,
      versioned: true,
      lifecycleRules: [
        { expiration: quarantineDays, noncurrentVersionExpiration: Duration.days(1) },
        { expiredObjectDeleteMarker: true, abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Its requests come from candidates’ own computers, whose addresses are not kept; each version keeps when it arrived.',
    });
    return bucket;
  }

  /** Pages of the site may post files; nobody else's browser is told anything, and no program brings a file but by a form that we signed. */
  admit({ site, scanner }: { readonly site: string; readonly scanner: string }): void {
    this.posted.addCorsRule({
      allowedOrigins: [site],
      allowedMethods: [HttpMethods.POST],
      allowedHeaders: ['*'],
      exposedHeaders: ['ETag', 'x-amz-version-id'],
      maxAge: 3000,
    });
    // The scanner proves its access with an object of its own.
    forbid(this.quarantine, 'OnlyFormsBringFiles', ['s3:PutObject'], ['*'], {
      StringNotEquals: { 's3:authType': 'POST' },
      ArnNotEquals: { 'aws:PrincipalArn': scanner },
    });
  }
}
