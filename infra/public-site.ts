import { fileURLToPath } from 'node:url';
import { Duration, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CfnDistribution,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  type ErrorResponse,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EdgePolicies } from './edge-policies.ts';
import type { Settings } from './settings.ts';

type Behavior = Omit<BehaviorOptions, 'origin'>;

/** S3 answers in tens of milliseconds. Readers of a cached copy wait this long before they get it while S3 is down. */
const originTimeoutSeconds = 2;

/**
 * CloudFront keeps errors for ten seconds unless told otherwise: long enough to hide a file that somebody asked for a moment too early.
 * S3 says 403 for what is not there, as the distribution may not list the bucket.
 */
const errorResponses: ErrorResponse[] = [
  ...[403, 404].map((httpStatus) => ({
    httpStatus,
    responseHttpStatus: 404,
    responsePagePath: '/404/index.html',
    ttl: Duration.seconds(1),
  })),
  ...[400, 405, 414, 416, 500, 501, 502, 503, 504].map((httpStatus) => ({
    httpStatus,
    ttl: Duration.seconds(0),
  })),
];

const ownName = (scope: Construct, domain: Settings['domain']): Partial<DistributionProps> =>
  domain === undefined
    ? {}
    : {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      };

/** What the public sees: files at the edge, no code of ours at the origin. */
export class PublicSite extends Construct {
  readonly distribution: Distribution;

  constructor(
    scope: Construct,
    id: string,
    { bucket, domain }: { bucket: IBucket; domain: Settings['domain'] },
  ) {
    super(scope, id);
    const origin = S3BucketOrigin.withOriginAccessControl(bucket, {
      connectionAttempts: 1,
      connectionTimeout: Duration.seconds(originTimeoutSeconds),
    });
    const [defaultBehavior, byPath] = this.behaviors();
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Open Returns',
      ...ownName(this, domain),
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: { origin, ...defaultBehavior },
      additionalBehaviors: Object.fromEntries(
        byPath.map(([path, behavior]) => [path, { origin, ...behavior }]),
      ),
      errorResponses,
    });
    const resource = this.distribution.node.defaultChild;
    if (!(resource instanceof CfnDistribution))
      throw new TypeError('A distribution is one CloudFormation resource.');
    // The construct has no word yet for the response timeout of a bucket.
    resource.addPropertyOverride(
      'DistributionConfig.Origins.0.S3OriginConfig.OriginReadTimeout',
      originTimeoutSeconds,
    );
    this.acknowledge(domain !== undefined);
  }

  /** The default, then the paths: the first that fits wins. */
  private behaviors(): readonly [Behavior, readonly (readonly [string, Behavior])[]] {
    const { revised, immutable, pageHeaders, openDataHeaders } = new EdgePolicies(this, 'EdgePolicies');
    const viewerRequest = new EdgeFunction(this, 'ViewerRequest', {
      comment: 'Finds the page of an address; drops what files do not depend on',
      code: FunctionCode.fromFile({ filePath: fileURLToPath(new URL('viewer-request.js', import.meta.url)) }),
      runtime: FunctionRuntime.JS_2_0,
    });
    const common = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
      functionAssociations: [{ function: viewerRequest, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
    const page = { ...common, cachePolicy: revised, responseHeadersPolicy: pageHeaders };
    const asset = { ...common, cachePolicy: immutable, responseHeadersPolicy: pageHeaders };
    const openData = { ...common, cachePolicy: revised, responseHeadersPolicy: openDataHeaders };
    const openDataForever = { ...common, cachePolicy: immutable, responseHeadersPolicy: openDataHeaders };
    return [
      page,
      [
        ['/data/*/latest.json', openData],
        ['/data/*/log/checkpoint', openData],
        ['/data/*/heartbeat', openData],
        ['/data/*/log/tile/*', openDataForever],
        ['/data/*/r/*', openDataForever],
        ['/data/*', openData],
        ['/schemas/*', openData],
        ['/openapi.json', openData],
        ['/_astro/*', asset],
      ],
    ];
  }

  private acknowledge(hasOwnName: boolean): void {
    const findings = Validations.of(this.distribution);
    findings.acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Results are for everybody, also for voters abroad.' },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'Files only, read only; the edge function drops what an attack could vary. A firewall would add a way to refuse readers.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'Who read what about an election is nobody’s business: readers’ addresses are not kept. Metrics count without them.',
      },
    );
    if (hasOwnName) return;
    findings.acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        'The minimum protocol can only be set with an own certificate (context values domainName and certificateArn).',
    });
  }
}
