import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Annotations, Aws, Duration, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CfnDistribution,
  Distribution,
  Function as EdgeFunction,
  type ErrorResponse,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginSslPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { LANGUAGES, languagePath } from '#shared/election/text.ts';
import { APP_FOLDERS, FRAMED_PATHS } from '#shared/publication/headers.ts';
import { errorsForgotten, ownName } from './distribution-parts.ts';
import { EdgePolicies } from './edge-policies.ts';
import { immutableKeys } from './public-bucket.ts';
import type { Settings } from './settings.ts';

type Behavior = Omit<BehaviorOptions, 'origin'>;

export interface PublicSiteProps {
  readonly bucket: IBucket;
  readonly domain: Settings['domain'];
  readonly api: HttpApi;
  /** The origin of the officers' sign-in. */
  readonly signIn: string;
  /** The origin of candidates' files, without a slash at its end. */
  readonly files: string;
  /** Where browsers bring them. */
  readonly uploads: string;
}

/** An act has 25 seconds in its function. */
const apiTimeout = Duration.seconds(30);

/** S3 answers in tens of milliseconds. Readers of a cached copy wait this long before they get it while S3 is down. */
const originTimeoutSeconds = 2;

/**
 * The page for what is not there takes the place of every 404, whichever origin says it; a 403 of the API keeps its body, so S3 must say
 * 404 and not 403 of what is missing, which it does to whom may list the bucket.
 */
const errorResponses: ErrorResponse[] = [
  { httpStatus: 404, responseHttpStatus: 404, responsePagePath: '/404/index.html', ttl: Duration.seconds(1) },
  ...errorsForgotten([400, 403, 405, 414, 416, 500, 501, 502, 503, 504]),
];

/** What the desk asks of the API goes by the site's own name: no other origin, so no page needs to be allowed to reach one. */
const apiBehavior = (api: HttpApi, { calls, callHeaders, pageHeaders }: EdgePolicies): BehaviorOptions => ({
  origin: new HttpOrigin(`${api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: apiTimeout,
    connectionAttempts: 1,
  }),
  // A body would be lost on the way from http to https.
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  compress: true,
  cachePolicy: calls,
  originRequestPolicy: callHeaders,
  responseHeadersPolicy: pageHeaders,
});

/** What the public sees: files at the edge, no code of ours at the origin. */
export class PublicSite extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { bucket, domain, api, ...origins }: PublicSiteProps) {
    super(scope, id);
    const origin = S3BucketOrigin.withOriginAccessControl(bucket, {
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      connectionAttempts: 1,
      connectionTimeout: Duration.seconds(originTimeoutSeconds),
    });
    const policies = new EdgePolicies(this, 'EdgePolicies', origins);
    const [defaultBehavior, byPath] = this.behaviors(policies, origins.files);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Open Returns',
      // Before the edge function says so too: the bucket's list of keys is no page.
      defaultRootObject: 'index.html',
      ...ownName(this, domain),
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: { origin, ...defaultBehavior },
      additionalBehaviors: {
        '/api/*': apiBehavior(api, policies),
        ...Object.fromEntries(byPath.map(([path, behavior]) => [path, { origin, ...behavior }])),
      },
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
    Annotations.of(this).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'No request reaches the root of the bucket, and every key in it is public.',
    );
    this.acknowledge(domain !== undefined);
  }

  /** The default, then the paths: the first that fits wins. */
  private behaviors(
    policies: EdgePolicies,
    filesOrigin: string,
  ): readonly [Behavior, readonly (readonly [string, Behavior])[]] {
    const { revised, immutable, pageHeaders, deskHeaders, embedHeaders, openDataHeaders } = policies;
    const viewerRequest = new EdgeFunction(this, 'ViewerRequest', {
      comment: 'Finds the page of an address; drops what files do not depend on',
      code: FunctionCode.fromFile({ filePath: fileURLToPath(new URL('viewer-request.js', import.meta.url)) }),
      runtime: FunctionRuntime.JS_2_0,
    });
    const filesRedirect = new EdgeFunction(this, 'FilesRedirect', {
      comment: 'Leads from a link of the portal to the file',
      code: FunctionCode.fromInline(
        readFileSync(new URL('files-redirect.js', import.meta.url), 'utf8').replace(
          '@FILES_ORIGIN@',
          filesOrigin,
        ),
      ),
      runtime: FunctionRuntime.JS_2_0,
    });
    const common = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
      functionAssociations: [{ function: viewerRequest, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
    const page = { ...common, cachePolicy: revised, responseHeadersPolicy: pageHeaders };
    const desk = { ...page, responseHeadersPolicy: deskHeaders };
    const embed = { ...page, responseHeadersPolicy: embedHeaders };
    const asset = { ...common, cachePolicy: immutable, responseHeadersPolicy: pageHeaders };
    const readByScripts = {
      ...common,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      responseHeadersPolicy: openDataHeaders,
    };
    const openData = { ...readByScripts, cachePolicy: revised };
    const openDataForever = { ...readByScripts, cachePolicy: immutable };
    const link = {
      ...page,
      functionAssociations: [{ function: filesRedirect, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
    return [
      page,
      [
        ['/files/*', link],
        ['/data/*/latest.json', openData],
        ['/data/*/log/checkpoint', openData],
        ['/data/*/heartbeat', openData],
        ...immutableKeys.map((keys) => [`/${keys}`, openDataForever] as const),
        ['/data/*', openData],
        ['/schemas/*', openData],
        ['/openapi.json', openData],
        // Other websites load it into their pages.
        ['/embed.js', { ...page, responseHeadersPolicy: openDataHeaders }],
        ['/_astro/*', asset],
        ...LANGUAGES.flatMap((language) =>
          APP_FOLDERS.map((folder) => [`/${languagePath(language)}/${folder}/*`, desk] as const),
        ),
        ...FRAMED_PATHS.map((path) => [path, embed] as const),
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
