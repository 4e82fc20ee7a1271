import { Annotations, Duration, Validations } from 'aws-cdk-lib';
import {
  AccessLevel,
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { UPLOAD_HEADERS } from '#shared/publication/headers.ts';
import { errorsForgotten, ownName } from './distribution-parts.ts';
import type { Settings } from './settings.ts';

export interface FilesSiteProps {
  readonly bucket: IBucket;
  /** A name of its own, not below the portal's: what a file holds must share nothing with the portal. */
  readonly domain: Settings['filesDomain'];
}

/** As long as a removed file may still be shown. */
const aMinute = Duration.minutes(1);

/** Candidates' files as downloads, from an origin that has no cookie, no page and no script of ours. */
export class FilesSite extends Construct {
  /** With its scheme, without a slash. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { bucket, domain }: FilesSiteProps) {
    super(scope, id);
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Open Returns: files of candidates',
      // No such object: the bucket's list of keys is nobody's to read.
      defaultRootObject: 'nothing-is-here',
      ...ownName(this, domain),
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        // Who may list is told 404 of what was removed, and not 403.
        origin: S3BucketOrigin.withOriginAccessControl(bucket, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        compress: false,
        cachePolicy: this.shortly(),
        responseHeadersPolicy: this.downloads(),
      },
      errorResponses: errorsForgotten([400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]),
    });
    this.origin = `https://${domain?.name ?? distribution.domainName}`;
    Annotations.of(this).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'No request reaches the root of the bucket.',
    );
    this.acknowledge(distribution, domain !== undefined);
  }

  private shortly(): CachePolicy {
    return new CachePolicy(this, 'Shortly', {
      minTtl: Duration.seconds(0),
      defaultTtl: aMinute,
      maxTtl: aMinute,
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.none(),
    });
  }

  private downloads(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Downloads', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: UPLOAD_HEADERS['content-security-policy'],
          override: true,
        },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
      },
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlAllowCredentials: false,
        originOverride: true,
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'Cross-Origin-Resource-Policy', value: 'cross-origin', override: true },
          // The object says under which name; one that does not is a download all the same.
          { header: 'Content-Disposition', value: 'attachment', override: false },
        ],
      },
      removeHeaders: ['x-amz-meta-version', 'x-amz-server-side-encryption', 'x-amz-version-id'],
    });
  }

  private acknowledge(distribution: Distribution, hasOwnName: boolean): void {
    const findings = Validations.of(distribution);
    findings.acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Advertisements are for everybody, also for voters abroad.' },
      { id: 'AwsSolutions-CFR2', reason: 'Files only, read only; a request can vary nothing but its path.' },
      {
        id: 'AwsSolutions-CFR3',
        reason: 'Who read what about an election is nobody’s business: readers’ addresses are not kept.',
      },
    );
    if (hasOwnName) return;
    findings.acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        'The minimum protocol can only be set with an own certificate (context values filesDomainName and filesCertificateArn).',
    });
  }
}
