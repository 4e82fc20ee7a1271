import { Duration } from 'aws-cdk-lib';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { contentSecurityPolicy } from '#shared/publication/headers.ts';

const securityHeaders = (
  contentSecurityPolicy: string,
  framed = false,
): Required<Pick<ResponseHeadersPolicyProps, 'securityHeadersBehavior' | 'removeHeaders'>> => ({
  securityHeadersBehavior: {
    contentSecurityPolicy: { contentSecurityPolicy, override: true },
    strictTransportSecurity: {
      accessControlMaxAge: Duration.days(730),
      includeSubdomains: true,
      override: true,
    },
    contentTypeOptions: { override: true },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    // Where any website may show it, its absence says so: this header has no word for that.
    ...(framed ? {} : { frameOptions: { frameOption: HeadersFrameOption.SAMEORIGIN, override: true } }),
  },
  removeHeaders: ['x-amz-meta-version', 'x-amz-server-side-encryption', 'x-amz-version-id'],
});

const permissions = {
  header: 'Permissions-Policy',
  value: 'camera=(), geolocation=(), microphone=()',
  override: true,
};
/** Also for pages that shut out whatever does not say that it may be loaded. */
const crossOrigin = { header: 'Cross-Origin-Resource-Policy', value: 'cross-origin', override: true };

const pageHeaders = (
  contentSecurityPolicy: string,
  openerPolicy: 'same-origin' | 'same-origin-allow-popups',
): ResponseHeadersPolicyProps => ({
  ...securityHeaders(contentSecurityPolicy),
  customHeadersBehavior: {
    customHeaders: [
      { header: 'Cross-Origin-Opener-Policy', value: openerPolicy, override: true },
      permissions,
    ],
  },
});

/** Origins beside the portal's own, with their scheme. */
export interface OtherOrigins {
  readonly signIn: string;
  readonly files: string;
  readonly uploads: string;
}

/** How long the edges keep things, and what they say with them. Nothing of a request but its path and encoding reaches the cache key. */
export class EdgePolicies extends Construct {
  /** Moves on: the object says for how long it is fresh (the pointer: one second); the default applies when it is silent. */
  readonly revised: CachePolicy;
  /** Never changes under its name. */
  readonly immutable: CachePolicy;
  /** Answers of the API: never kept. */
  readonly calls: CachePolicy;
  /** Of a call the API sees its token, language and kind of content, and no cookie. */
  readonly callHeaders: OriginRequestPolicy;
  readonly pageHeaders: ResponseHeadersPolicy;
  /** As pages, and scripts may reach the sign-in, also in a small window over the page. */
  readonly deskHeaders: ResponseHeadersPolicy;
  /** As pages, and any website may show them in a frame. */
  readonly embedHeaders: ResponseHeadersPolicy;
  /** As pages, and any website may read it. */
  readonly openDataHeaders: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { signIn, files, uploads }: OtherOrigins) {
    super(scope, id);
    const page = contentSecurityPolicy({ files });
    // A day is for `stale-if-error` alone, which the maximum also caps: when S3 is down, yesterday's page beats none, and says its time.
    this.revised = this.cachePolicy('Revised', { fallback: Duration.seconds(1), longest: Duration.days(1) });
    this.immutable = this.cachePolicy('Immutable', {
      fallback: Duration.days(365),
      longest: Duration.days(365),
    });
    this.calls = this.apiCalls();
    this.callHeaders = new OriginRequestPolicy(this, 'CallHeaders', {
      headerBehavior: OriginRequestHeaderBehavior.allowList('accept-language', 'content-type'),
      cookieBehavior: OriginRequestCookieBehavior.none(),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    });
    this.pageHeaders = new ResponseHeadersPolicy(this, 'PageHeaders', pageHeaders(page, 'same-origin'));
    this.deskHeaders = new ResponseHeadersPolicy(
      this,
      'DeskHeaders',
      pageHeaders(contentSecurityPolicy({ files, reached: [signIn, uploads] }), 'same-origin-allow-popups'),
    );
    this.embedHeaders = new ResponseHeadersPolicy(this, 'EmbedHeaders', {
      ...securityHeaders(contentSecurityPolicy({ files, framed: true }), true),
      customHeadersBehavior: { customHeaders: [crossOrigin, permissions] },
    });
    this.openDataHeaders = new ResponseHeadersPolicy(this, 'OpenDataHeaders', {
      ...securityHeaders(page),
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlAllowCredentials: false,
        accessControlExposeHeaders: ['ETag', 'Last-Modified'],
        originOverride: true,
      },
      customHeadersBehavior: {
        customHeaders: [crossOrigin],
      },
    });
  }

  /**
   * CloudFront sends the token on only where it belongs to the cache key, and lets it belong there only where something could be kept: one
   * second at most, of answers that every one say `no-store`.
   */
  private apiCalls(): CachePolicy {
    return new CachePolicy(this, 'Calls', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(1),
      headerBehavior: CacheHeaderBehavior.allowList('authorization'),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
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
