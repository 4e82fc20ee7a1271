import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataPaths, isWithdrawn } from '#shared/publication/paths.ts';
import {
  actionsOf,
  allowedTo,
  bucketPolicy,
  distributionOf,
  functionNamed,
  keysOf,
  ofType,
  only,
  roleOf,
  type Statement,
  synthesizedOnce,
} from './synthesized.ts';

const made = synthesizedOnce();

const distribution = () => distributionOf(made(), 'PublicSite');
const config = () => distribution().Properties.DistributionConfig;
const bucket = () =>
  only(
    ofType(made(), 'AWS::S3::Bucket').filter(
      ({ Properties }) => Properties.LoggingConfiguration?.LogFilePrefix === 'public/',
    ),
  );
const policy = (): readonly Statement[] => bucketPolicy(made(), bucket().id);
const refusal = (sid: string): Statement => only(policy().filter(({ Sid }) => Sid === sid));
describe('the public bucket', () => {
  test('like its access log is closed to the public, encrypted, and kept', () => {
    for (const { Properties, DeletionPolicy } of ofType(made(), 'AWS::S3::Bucket')) {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.BucketEncryption).toBeDefined();
      expect(DeletionPolicy).toBe('Retain');
    }
  });

  test('keeps every version', () => {
    expect(bucket().Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  });

  test('like its access log speaks TLS only', () => {
    for (const { Properties } of ofType(made(), 'AWS::S3::BucketPolicy')) {
      expect(Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Action: 's3:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    }
  });

  test('is read by the one distribution, and by nobody else from outside', () => {
    const readers = policy().filter(({ Effect }) => Effect === 'Allow');
    // Who may list is told 404 of what is missing; with 403 the API's refusals would have to lose their body too.
    expect(readers.flatMap(actionsOf).sort()).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const reader of readers) {
      expect(reader).toMatchObject({ Principal: { Service: 'cloudfront.amazonaws.com' } });
      expect(JSON.stringify(reader.Condition)).toContain(`:distribution/",{"Ref":"${distribution().id}"}`);
    }
    expect(config().DefaultRootObject).toBe('index.html');
  });

  test('lets nobody hide a file behind a mark of deletion', () => {
    expect(refusal('NothingIsHidden')).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:DeleteObject',
    });
    expect(refusal('NothingIsHidden').Condition).toBeUndefined();
    expect(keysOf(refusal('NothingIsHidden'))).toEqual(['/*']);
  });

  test('lets the sweep, and nobody else, delete what told particulars of advertisements, and nothing else', () => {
    const { NotResource, ...nothingElse } = refusal('NothingElseIsDeleted') as Statement & {
      readonly NotResource: unknown;
    };
    expect(nothingElse).toEqual({
      Sid: 'NothingElseIsDeleted',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:DeleteObjectVersion',
    });
    const told = ['/data/*/log/body/*', '/data/*/r/*/advertisements-feed*', '/data/*/r/*/advertisements.*'];
    const sorted = (keys: readonly string[]) => [...keys].sort();
    expect(sorted(keysOf({ ...refusal('NothingElseIsDeleted'), Resource: NotResource }))).toEqual(told);
    // As the publisher knows these files.
    const isTold = (key: string) =>
      told.some((glob) =>
        new RegExp(`^${glob.slice(1).replaceAll('.', '[.]').replaceAll('*', '.*')}$`).test(key),
      );
    for (const name of [
      'advertisements.json',
      'advertisements.csv',
      'advertisements-feed.atom',
      'feed.atom',
    ]) {
      const key = dataPaths.versioned('e', { version: 3, sha256: 'abcdef0123456789', name });
      expect([key, isTold(key)]).toEqual([key, isWithdrawn(key)]);
    }
    expect(isTold(dataPaths.attachment('e', { kind: 'body', sha256: 'ff' }))).toBe(true);
    expect(isTold(dataPaths.attachment('e', { kind: 'entry', sha256: 'ff' }))).toBe(false);
    const sweep = { 'Fn::GetAtt': [roleOf(functionNamed(made(), 'sweep')), 'Arn'] };
    expect(refusal('OnlyTheSweepWithdraws')).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:DeleteObjectVersion',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': [sweep] } },
    });
    expect(sorted(keysOf(refusal('OnlyTheSweepWithdraws')))).toEqual(told);
    // The library lets the deployment of static files delete; the refusals above do not.
    const deleters = ofType(made(), 'AWS::IAM::Role')
      .map(({ id }) => id)
      .filter((id) => !id.startsWith('StaticFiles'))
      .flatMap((role) => allowedTo(made(), role).map((one) => [role, one] as const))
      .filter(([, one]) => JSON.stringify(one.Resource).includes(`"${bucket().id}"`))
      .filter(([, one]) => actionsOf(one).some((action) => action.startsWith('s3:Delete')));
    const [role, may] = only(deleters);
    expect([role, actionsOf(may), sorted(keysOf(may))]).toEqual([
      roleOf(functionNamed(made(), 'sweep')),
      ['s3:DeleteObjectVersion'],
      told,
    ]);
  });

  test('lets nobody write an immutable file twice', () => {
    expect(refusal('ImmutableFilesAreOnlyCreated')).toMatchObject({
      Principal: { AWS: '*' },
      Action: 's3:PutObject',
      Condition: { Null: { 's3:if-none-match': 'true' } },
    });
    expect(keysOf(refusal('ImmutableFilesAreOnlyCreated'))).toEqual([
      '/data/*/archives/*',
      '/data/*/log/tile/*',
      '/data/*/r/*',
      '/data/*/versions/*',
    ]);
  });

  test('demands conditional writes of everybody but the deployment, which cannot touch what is published', () => {
    const deployment = {
      'aws:PrincipalArn': { 'Fn::GetAtt': [expect.stringMatching(/^StaticFilesRole/), 'Arn'] },
    };
    expect(refusal('WritesAreConditional')).toMatchObject({
      Principal: { AWS: '*' },
      Action: 's3:PutObject',
      Condition: { Null: { 's3:if-none-match': 'true', 's3:if-match': 'true' }, ArnNotEquals: deployment },
    });
    expect(keysOf(refusal('WritesAreConditional'))).toEqual(['/*']);
    expect(refusal('StaticFilesStayApart')).toMatchObject({
      Action: 's3:PutObject',
      Condition: { ArnEquals: deployment },
    });
    expect(keysOf(refusal('StaticFilesStayApart'))).toEqual(
      expect.arrayContaining(['/data/*', '/en/*', '/zh-hant/*', '/zh-hans/*', '/index.html']),
    );
  });

  test('is written by publish, sweep, who collects cosignatures, and the deployment', () => {
    const writers = ofType(made(), 'AWS::IAM::Role')
      .map(({ id }) => id)
      .filter((role) =>
        allowedTo(made(), role)
          .filter(({ Resource }) => JSON.stringify(Resource).includes(bucket().id))
          .flatMap(actionsOf)
          .some((action) => action.startsWith('s3:Put')),
      )
      .map((role) => role.replace(/Role.*$/, ''));
    expect(writers.sort()).toEqual(['CollectCosignatures', 'Publish', 'StaticFiles', 'Sweep']);
  });

  test('receives hashed files for ever and named ones for an hour, and loses none', () => {
    const deployments = ofType(made(), 'Custom::CDKBucketDeployment').map(({ Properties }) => Properties);
    expect(
      deployments.map(({ Prune, Include, Exclude, SystemMetadata }) => ({
        Prune,
        Include,
        Exclude,
        for: SystemMetadata['cache-control'],
      })),
    ).toEqual([
      { Prune: false, Include: ['_astro/*'], Exclude: ['*'], for: 'public, max-age=31536000, immutable' },
      { Prune: false, Include: undefined, Exclude: ['_astro/*', '*.html'], for: 'public, max-age=60' },
      { Prune: false, Include: undefined, Exclude: undefined, for: 'public, no-cache' },
    ]);
  });
});

describe('the distribution', () => {
  const all = () => [config().DefaultCacheBehavior, ...config().CacheBehaviors];
  /** Those of files: all but the API's. */
  const behaviors = () =>
    all().filter(({ PathPattern }: { PathPattern?: string }) => PathPattern !== '/api/*');
  const cacheOf = (path: string) => {
    const found =
      config().CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === path) ??
      config().DefaultCacheBehavior;
    return made().resources[found.CachePolicyId.Ref]?.Properties.CachePolicyConfig;
  };

  test('signs its requests to the bucket, tries once and waits two seconds', () => {
    const [origin, api, ...more] = config().Origins;
    expect(more).toEqual([]);
    expect(api).toMatchObject({ CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } });
    expect(origin).toMatchObject({
      OriginAccessControlId: {
        'Fn::GetAtt': [expect.stringMatching(/^PublicSite.*OriginAccessControl/), 'Id'],
      },
      ConnectionAttempts: 1,
      ConnectionTimeout: 2,
      S3OriginConfig: { OriginReadTimeout: 2 },
    });
  });

  test('never caches by header, cookie or query', () => {
    const used = new Set(behaviors().map(({ CachePolicyId }) => CachePolicyId.Ref));
    expect(used.size).toBe(2);
    for (const id of used) {
      expect(
        made().resources[id]?.Properties.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin,
      ).toMatchObject({
        HeadersConfig: { HeaderBehavior: 'none' },
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
        EnableAcceptEncodingBrotli: true,
      });
    }
    expect(behaviors().map(({ OriginRequestPolicyId }) => OriginRequestPolicyId)).toEqual(
      behaviors().map(() => undefined),
    );
  });

  test.each([
    '/data/*/latest.json',
    '/data/*/log/checkpoint',
    '/data/*/heartbeat',
    '/data/*',
    '/schemas/*',
    '/openapi.json',
    'pages',
  ])('lets the object itself say how long %s is fresh, else one second', (path) => {
    expect(cacheOf(path)).toMatchObject({ MinTTL: 0, DefaultTTL: 1, MaxTTL: 86_400 });
  });

  test.each(['/data/*/r/*', '/data/*/versions/*', '/data/*/archives/*', '/data/*/log/tile/*', '/_astro/*'])(
    'keeps %s for a year',
    (path) => {
      expect(cacheOf(path)).toMatchObject({ DefaultTTL: 31_536_000, MaxTTL: 31_536_000 });
    },
  );

  test('tries the narrow paths before /data/*', () => {
    const paths: readonly string[] = config().CacheBehaviors.map(
      ({ PathPattern }: { PathPattern: string }) => PathPattern,
    );
    const narrow = paths.filter((path) => path.startsWith('/data/*/'));
    for (const path of narrow) expect(paths.indexOf(path)).toBeLessThan(paths.indexOf('/data/*'));
  });

  test('forgets errors within a second, and says 404 for what is not there', () => {
    const errors: readonly { ErrorCode: number; ErrorCachingMinTTL: number; ResponseCode?: number }[] =
      config().CustomErrorResponses;
    expect(errors.map(({ ErrorCode }) => ErrorCode).sort()).toEqual([
      400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504,
    ]);
    for (const { ErrorCode, ErrorCachingMinTTL } of errors)
      expect(ErrorCachingMinTTL).toBeLessThanOrEqual(ErrorCode >= 500 ? 0 : 1);
    expect(errors.filter(({ ResponseCode }) => ResponseCode !== undefined)).toEqual([
      expect.objectContaining({
        ErrorCode: 404,
        ResponseCode: 404,
        ResponsePagePath: '/404/index.html',
      }),
    ]);
  });

  test('only reads, over TLS, compressed, through the one function', () => {
    for (const behavior of behaviors()) {
      // Of data a browser may ask whether a script of another site may read it.
      const isData = /^\/(data|schemas|openapi)/.test(behavior.PathPattern ?? '');
      expect(behavior).toMatchObject({
        AllowedMethods: isData ? ['GET', 'HEAD', 'OPTIONS'] : ['GET', 'HEAD'],
        ViewerProtocolPolicy: 'redirect-to-https',
        Compress: true,
        FunctionAssociations: [{ EventType: 'viewer-request' }],
      });
    }
  });

  test('hands calls of the API on by the site’s own name, with what they need and no cookie, and keeps no answer', () => {
    const api = all().find(({ PathPattern }: { PathPattern?: string }) => PathPattern === '/api/*');
    expect([api.ViewerProtocolPolicy, api.FunctionAssociations]).toEqual(['https-only', undefined]);
    expect(api.AllowedMethods).toEqual(expect.arrayContaining(['GET', 'PUT', 'POST']));
    expect(made().resources[api.CachePolicyId.Ref]?.Properties.CachePolicyConfig).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      MaxTTL: 1,
      ParametersInCacheKeyAndForwardedToOrigin: {
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['authorization'] },
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    });
    expect(
      made().resources[api.OriginRequestPolicyId.Ref]?.Properties.OriginRequestPolicyConfig,
    ).toMatchObject({
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['accept-language', 'content-type'] },
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    });
  });

  const contentPolicyOf = ({ ResponseHeadersPolicyId }: { ResponseHeadersPolicyId: { Ref: string } }) =>
    made().resources[ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig
      .SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
  /** The sources of a directive, with the ids of what is filled in at deployment. */
  const sourcesOf = (behavior: { ResponseHeadersPolicyId: { Ref: string } }, directive: string): string => {
    const policy = contentPolicyOf(behavior)
      ['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : `{${JSON.stringify(part)}}`))
      .join('');
    return policy.split('; ').find((one: string) => one.startsWith(`${directive} `)) ?? '';
  };
  const isDesk = ({ PathPattern }: { PathPattern?: string }) => PathPattern?.endsWith('/desk/*') === true;

  test('lets scripts of the desk reach the officers’ sign-in and the quarantine, and no other page’s', () => {
    const desks = all().filter(isDesk);
    expect(desks.map(({ PathPattern }) => PathPattern)).toEqual([
      '/en/desk/*',
      '/zh-hant/desk/*',
      '/zh-hans/desk/*',
    ]);
    for (const desk of desks) {
      const [pictures, reached] = ['img-src', 'connect-src'].map((name) => sourcesOf(desk, name));
      expect(pictures).toContain(distributionOf(made(), 'FilesSite').id);
      expect(reached).toContain(only(ofType(made(), 'AWS::Cognito::UserPoolDomain')).id);
      expect(reached).toContain('https://open-returns-quarantine-');
    }
  });

  const isEmbed = ({ PathPattern }: { PathPattern?: string }) => PathPattern?.endsWith('/embed/*') === true;

  test('lets any website show pages below an election’s embed folder in a frame, and no other page', () => {
    const embeds = all().filter(isEmbed);
    expect(embeds.map(({ PathPattern }) => PathPattern)).toEqual([
      '/en/*/embed/*',
      '/zh-hant/*/embed/*',
      '/zh-hans/*/embed/*',
    ]);
    for (const behavior of all()) {
      const headers =
        made().resources[behavior.ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig
          .SecurityHeadersConfig;
      expect(JSON.stringify(contentPolicyOf(behavior))).toContain(
        isEmbed(behavior) ? 'frame-ancestors *' : "frame-ancestors 'self'",
      );
      expect(headers.FrameOptions?.FrameOption).toBe(isEmbed(behavior) ? undefined : 'SAMEORIGIN');
    }
  });

  test('takes the desk for the desk, whatever an address below it is called', () => {
    const paths: readonly string[] = config().CacheBehaviors.map(
      ({ PathPattern }: { PathPattern: string }) => PathPattern,
    );
    expect(paths.indexOf('/en/desk/*')).toBeLessThan(paths.indexOf('/en/*/embed/*'));
  });

  test('sends every other answer with the same security headers', () => {
    for (const { ResponseHeadersPolicyId } of all().filter((one) => !isDesk(one) && !isEmbed(one))) {
      const headers =
        made().resources[ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig
          .SecurityHeadersConfig;
      expect(headers.ContentSecurityPolicy.ContentSecurityPolicy).toEqual({
        'Fn::Join': [
          '',
          [
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https://",
            { 'Fn::GetAtt': [distributionOf(made(), 'FilesSite').id, 'DomainName'] },
            "; connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
          ],
        ],
      });
      expect(headers).toMatchObject({
        ContentTypeOptions: { Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 63_072_000,
          IncludeSubdomains: true,
          Override: true,
        },
      });
    }
  });

  test('lets any website read the data and load the element for embeds, and nothing else', () => {
    const open = config().CacheBehaviors.filter(
      ({ ResponseHeadersPolicyId }: { ResponseHeadersPolicyId: { Ref: string } }) => {
        const cors =
          made().resources[ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig.CorsConfig;
        return cors?.AccessControlAllowOrigins.Items.includes('*');
      },
    );
    expect(open.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual([
      ...[
        '/data/*/latest.json',
        '/data/*/log/checkpoint',
        '/data/*/heartbeat',
        '/data/*/r/*',
        '/data/*/versions/*',
        '/data/*/archives/*',
        '/data/*/log/tile/*',
      ],
      ...['/data/*', '/schemas/*', '/openapi.json', '/embed.js'],
    ]);
  });
});

interface EdgeRequest {
  uri: string;
  querystring: Record<string, unknown>;
  cookies: Record<string, unknown>;
  headers: Record<string, { value: string }>;
}
type EdgeAnswer = EdgeRequest & { statusCode?: number };

describe('the function at the edge', () => {
  const source = readFileSync(new URL('../../infra/viewer-request.js', import.meta.url), 'utf8');
  const handler = new Function(`${source}; return handler;`)() as (event: {
    request: EdgeRequest;
  }) => EdgeAnswer;
  const ask = (uri: string, more: Partial<EdgeRequest> = {}): EdgeAnswer =>
    handler({ request: { uri, querystring: {}, cookies: {}, headers: {}, ...more } });

  test.each([
    ['/', '/index.html'],
    ['/en/legco-2012/', '/en/legco-2012/index.html'],
    ['/zh-hant/legco-2012/LC1/', '/zh-hant/legco-2012/LC1/index.html'],
    ['/data/legco-2012/latest.json', '/data/legco-2012/latest.json'],
    ['/data/legco-2012/log/checkpoint', '/data/legco-2012/log/checkpoint'],
    ['/data/legco-2012/heartbeat', '/data/legco-2012/heartbeat'],
    ['/data/legco-2012/log/tile/0/000.p/5', '/data/legco-2012/log/tile/0/000.p/5'],
    ['/english', '/english'],
  ])('finds %s under %s', (uri, key) => {
    expect(ask(uri)).toMatchObject({ uri: key });
  });

  test.each(['/en', '/en/legco-2012', '/zh-hans/legco-2012/LC1'])(
    'sends %s to the address with its slash',
    (uri) => {
      expect(ask(uri)).toMatchObject({ statusCode: 301, headers: { location: { value: `${uri}/` } } });
    },
  );

  test.each([
    '//evil.example/en',
    '/en//evil.example',
    '/\\evil.example',
    '/en/\\evil.example',
    '/en/..%2f',
    '/en/a%0d%0ab',
    '//en',
  ])('never redirects %s, which might leave this host', (uri) => {
    expect(ask(uri).statusCode).toBeUndefined();
  });

  test('drops queries, cookies and headers that no file depends on', () => {
    const answer = ask('/en/legco-2012/', {
      querystring: { x: { value: '1' }, versionId: { value: 'abc' } },
      cookies: { session: { value: 'x' } },
      headers: {
        host: { value: 'returns.example.hk' },
        'if-none-match': { value: '"a"' },
        origin: { value: 'https://paper.example' },
        'x-amz-server-side-encryption': { value: 'odd' },
        'x-http-method-override': { value: 'DELETE' },
        authorization: { value: 'Bearer x' },
      },
    });
    expect(answer).toEqual({
      uri: '/en/legco-2012/index.html',
      querystring: {},
      cookies: {},
      headers: {
        host: { value: 'returns.example.hk' },
        'if-none-match': { value: '"a"' },
        origin: { value: 'https://paper.example' },
      },
    });
  });

  test('fits into what CloudFront takes, 10 kB', () => {
    expect(Buffer.byteLength(source)).toBeLessThan(10_240);
  });
});
