import { Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ONCE_FOLDERS } from '#shared/publication/paths.ts';
import { closed, forbid } from './closed-bucket.ts';
import { logRetention } from './retention.ts';

/** Keys that the publisher writes. The static files of the site stay away from them. */
export const publishedKeys = [
  'data/*',
  'baked/*',
  'schemas/*',
  'openapi.json',
  'index.html',
  'robots.txt',
  'sitemap.xml',
  'sitemaps/*',
  '404/*',
  'en/*',
  'zh-hant/*',
  'zh-hans/*',
] as const;

/** Written once; nobody may write them again. */
export const immutableKeys = ONCE_FOLDERS.map((folder) => `data/*/${folder}/*` as const);

/** What witnesses outside have a say in. */
export const cosignedKeys = ['data/*/log/checkpoint', 'data/*/log/witnesses.json'] as const;

/** What tells particulars of advertisements, until inspection by the public ends; hashes and leaves stay [2016 ¶8.57]. */
export const withdrawnKeys = [
  'data/*/log/body/*',
  'data/*/r/*/advertisements.*',
  'data/*/r/*/advertisements-feed*',
] as const;

/** Pages, data, ledger and feeds: everything public, read only through the distribution. */
export class PublicBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Who wrote and who fetched; that is our roles and CloudFront, never a reader.
    const accessLog = new Bucket(this, 'AccessLog', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(logRetention) }],
    });
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      versioned: true,
      // Replaced pages and pointers stay as evidence of what stood there when.
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(logRetention),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      serverAccessLogsBucket: accessLog as IBucket,
      serverAccessLogsPrefix: 'public/',
    }) as IBucket; // The library’s own declarations differ in an optional property.
    // A mark of deletion would only hide a file. What goes, goes with every version, and by one role: see `letWithdraw`.
    forbid(this.bucket, 'NothingIsHidden', ['s3:DeleteObject'], ['*']);
    forbid(this.bucket, 'ImmutableFilesAreOnlyCreated', ['s3:PutObject'], immutableKeys, {
      Null: { 's3:if-none-match': 'true' },
    });
  }

  /** Nothing is deleted, except what is withdrawn at its time, by who does that. */
  letWithdraw(roles: readonly IRole[]): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NothingElseIsDeleted',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObjectVersion'],
        notResources: withdrawnKeys.map((key) => this.bucket.arnForObjects(key)),
      }),
    );
    forbid(this.bucket, 'OnlyTheSweepWithdraws', ['s3:DeleteObjectVersion'], withdrawnKeys, {
      ArnNotEquals: { 'aws:PrincipalArn': roles.map(({ roleArn }) => roleArn) },
    });
  }

  /** Every write must say what it replaces, or that it replaces nothing; only the static files are exempt, and kept away from the rest. */
  demandConditionalWrites(exceptFrom: IRole): void {
    const isDeployment = { 'aws:PrincipalArn': exceptFrom.roleArn };
    forbid(this.bucket, 'WritesAreConditional', ['s3:PutObject'], ['*'], {
      Null: { 's3:if-none-match': 'true', 's3:if-match': 'true' },
      ArnNotEquals: isDeployment,
    });
    forbid(this.bucket, 'StaticFilesStayApart', ['s3:PutObject'], publishedKeys, { ArnEquals: isDeployment });
  }
}
