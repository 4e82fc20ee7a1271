import { Duration } from 'aws-cdk-lib';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { CONTENT_SECURITY_POLICY } from '#shared/publication/headers.ts';

const securityHeaders: ResponseHeadersPolicyProps = {
  securityHeadersBehavior: {
    contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY_POLICY, override: true },
    strictTransportSecurity: {
      accessControlMaxAge: Duration.days(730),
      includeSubdomains: true,
      override: true,
    },
    contentTypeOptions: { override: true },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    frameOptions: { frameOption: HeadersFrameOption.SAMEORIGIN, override: true },
  },
  removeHeaders: ['x-amz-meta-version', 'x-amz-server-side-encryption', 'x-amz-version-id'],
};

/** How long the edges keep things, and what they say with them. Nothing of a request but its path and encoding reaches the cache key. */
export class EdgePolicies extends Construct {
  /** Moves on: the object says for how long it is fresh (the pointer: one second); the default applies when it is silent. */
  readonly revised: CachePolicy;
  /** Never changes under its name. */
  readonly immutable: CachePolicy;
  readonly pageHeaders: ResponseHeadersPolicy;
  /** As pages, and any website may read it. */
  readonly openDataHeaders: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // A day is for `stale-if-error` alone, which the maximum also caps: when S3 is down, yesterday's page beats none, and says its time.
    this.revised = this.cachePolicy('Revised', { fallback: Duration.seconds(1), longest: Duration.days(1) });
    this.immutable = this.cachePolicy('Immutable', {
      fallback: Duration.days(365),
      longest: Duration.days(365),
    });
    this.pageHeaders = new ResponseHeadersPolicy(this, 'PageHeaders', {
      ...securityHeaders,
      customHeadersBehavior: {
        customHeaders: [
          { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
          { header: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
        ],
      },
    });
    this.openDataHeaders = new ResponseHeadersPolicy(this, 'OpenDataHeaders', {
      ...securityHeaders,
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlAllowCredentials: false,
        accessControlExposeHeaders: ['ETag', 'Last-Modified'],
        originOverride: true,
      },
      customHeadersBehavior: {
        customHeaders: [{ header: 'Cross-Origin-Resource-Policy', value: 'cross-origin', override: true }],
      },
    });
  }

  private cachePolicy(
    id: string,
    { fallback, longest }: { fallback: Duration; longest: Duration },
  ): CachePolicy {
    return new CachePolicy(this, id, {
      minTtl: Duration.seconds(0),
      defaultTtl: fallback,
      maxTtl: longest,
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }
}
