import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, test } from 'vitest';
import { type Access, NOTHING } from '#functions/manifest.ts';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { Alarms } from '../../infra/alarms.ts';
import { grantCandidateFiles } from '../../infra/candidate-file-access.ts';
import { CandidateFiles } from '../../infra/candidate-files.ts';
import { grantMessages } from '../../infra/message-access.ts';
import { PortalFunction } from '../../infra/portal-function.ts';
import { ScannedUpload } from '../../infra/scanned-upload.ts';
import {
  actionsOf,
  allowedTo,
  bucketPolicy,
  distributionOf,
  keysOf,
  Match,
  ofType,
  only,
  type Statement,
  settings,
  synthesizedOnce,
} from './synthesized.ts';

const made = synthesizedOnce();

type Store = 'Quarantine' | 'Verdicts' | 'Vault' | 'Files';
const bucket = (store: Store) =>
  only(
    ofType(made(), 'AWS::S3::Bucket').filter(({ id }) =>
      new RegExp(`^CandidateFiles${store === 'Files' ? '' : store}[0-9A-F]{8}$`).test(id),
    ),
  );
const refusal = (store: Store, sid: string): Statement =>
  only(bucketPolicy(made(), bucket(store).id).filter(({ Sid }) => Sid === sid));
const site = () => ({ 'Fn::GetAtt': [distributionOf(made(), 'PublicSite').id, 'DomainName'] });

describe('the quarantine', () => {
  test('keeps every version, and nothing longer than a week', () => {
    const { VersioningConfiguration, LifecycleConfiguration } = bucket('Quarantine').Properties;
    expect(VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(LifecycleConfiguration.Rules).toEqual([
      { Status: 'Enabled', ExpirationInDays: 7, NoncurrentVersionExpiration: { NoncurrentDays: 1 } },
      {
        Status: 'Enabled',
        ExpiredObjectDeleteMarker: true,
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      },
    ]);
  });

  test('is posted to by pages of the site alone', () => {
    expect(bucket('Quarantine').Properties.CorsConfiguration.CorsRules).toEqual([
      {
        AllowedOrigins: [{ 'Fn::Join': ['', ['https://', site()]] }],
        AllowedMethods: ['POST'],
        AllowedHeaders: ['*'],
        ExposedHeaders: ['ETag', 'x-amz-version-id'],
        MaxAge: 3000,
      },
    ]);
  });

  test('is written by forms that we signed, and by nothing else', () => {
    expect(refusal('Quarantine', 'OnlyFormsBringFiles')).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:PutObject',
      Condition: { StringNotEquals: { 's3:authType': 'POST' } },
    });
    expect(keysOf(refusal('Quarantine', 'OnlyFormsBringFiles'))).toEqual(['/*']);
  });

  test('allows nobody anything from outside', () => {
    for (const store of ['Quarantine', 'Verdicts', 'Vault'] as const)
      expect(
        bucketPolicy(made(), bucket(store).id).filter(({ Effect }) => Effect === 'Allow'),
        store,
      ).toEqual([]);
  });

  test('is scanned as it fills, by a role that may read and tag there and no more', () => {
    const plan = only(ofType(made(), 'AWS::GuardDuty::MalwareProtectionPlan')).Properties;
    expect(plan.ProtectedResource.S3Bucket.BucketName).toEqual({ Ref: bucket('Quarantine').id });
    expect(plan.Actions.Tagging.Status).toBe('ENABLED');
    const role = plan.Role['Fn::GetAtt'][0];
    expect(made().resources[role]?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      expect.objectContaining({
        Principal: { Service: 'malware-protection-plan.guardduty.amazonaws.com' },
      }),
    ]);
    const allowed = allowedTo(made(), role);
    const others = allowed.filter(
      ({ Resource }) => !JSON.stringify(Resource).includes(bucket('Quarantine').id),
    );
    for (const { Resource } of others)
      expect(JSON.stringify(Resource)).toContain('DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*');
    const put = only(allowed.filter((one) => actionsOf(one).includes('s3:PutObject')));
    expect(keysOf(put)).toEqual(['/malware-protection-resource-validation-object']);
    expect(
      allowed.flatMap(actionsOf).filter((action) => /Delete(?!Rule)|Acl|Policy|Retention/.test(action)),
    ).toEqual([]);
  });
});

describe('the vault', () => {
  test('is locked for two years, against its owner too', () => {
    expect(bucket('Vault').Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 731 } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  test('is opened before its time by no role of the portal', () => {
    const inVault = ofType(made(), 'AWS::IAM::Role')
      .flatMap(({ id }) => allowedTo(made(), id))
      .filter(({ Resource }) => JSON.stringify(Resource).includes(bucket('Vault').id));
    expect(inVault.flatMap(actionsOf).filter((action) => !/^s3:(Get|List|PutObject$)/.test(action))).toEqual(
      [],
    );
  });
});

test.each(['Verdicts', 'Vault', 'Files'] as const)('an object of %s is only created', (store) => {
  expect(refusal(store, 'ObjectsAreOnlyCreated')).toMatchObject({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 's3:PutObject',
    Condition: { Null: { 's3:if-none-match': 'true' } },
  });
});

describe('the files', () => {
  const config = () => distributionOf(made(), 'FilesSite').Properties.DistributionConfig;
  const behavior = () => config().DefaultCacheBehavior;

  test('are read through their own distribution, and listed by nobody', () => {
    const readers = bucketPolicy(made(), bucket('Files').id).filter(({ Effect }) => Effect === 'Allow');
    expect(readers.flatMap(actionsOf)).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const reader of readers)
      expect(JSON.stringify(reader.Condition)).toContain(distributionOf(made(), 'FilesSite').id);
    expect(config().DefaultRootObject).toBe('nothing-is-here');
    expect(config().CacheBehaviors).toBeUndefined();
    expect(behavior()).toMatchObject({
      AllowedMethods: ['GET', 'HEAD'],
      ViewerProtocolPolicy: 'redirect-to-https',
    });
  });

  test('are sandboxed downloads, whatever they are', () => {
    const policy =
      made().resources[behavior().ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig;
    expect(policy.SecurityHeadersConfig).toMatchObject({
      ContentSecurityPolicy: {
        ContentSecurityPolicy: "sandbox; default-src 'none'; frame-ancestors 'none'",
        Override: true,
      },
      ContentTypeOptions: { Override: true },
    });
    expect(policy.CustomHeadersConfig.Items).toEqual(
      expect.arrayContaining([
        { Header: 'Content-Disposition', Value: 'attachment', Override: false },
        { Header: 'Cross-Origin-Resource-Policy', Value: 'cross-origin', Override: true },
      ]),
    );
  });

  test('that were removed are shown a minute longer at most', () => {
    expect(made().resources[behavior().CachePolicyId.Ref]?.Properties.CachePolicyConfig).toMatchObject({
      MaxTTL: 60,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    });
    for (const { ErrorCachingMinTTL } of config().CustomErrorResponses) expect(ErrorCachingMinTTL).toBe(0);
  });

  test('are found by links of the portal', () => {
    const source = readFileSync(new URL('../../infra/files-redirect.js', import.meta.url), 'utf8');
    const filled = source.replace('@FILES_ORIGIN@', 'https://files.example');
    const handler = new Function(`${filled}; return handler;`)() as (event: { request: { uri: string } }) => {
      statusCode: number;
      headers: { location: { value: string } };
    };
    const lead = (uri: string) => handler({ request: { uri } });
    expect(lead('/files/e/A-1/x/%E5%96%AE.pdf')).toMatchObject({
      statusCode: 302,
      headers: { location: { value: 'https://files.example/e/A-1/x/%E5%96%AE.pdf' } },
    });
    for (const uri of ['/files//evil.example', '/files/@evil.example', '/files/.evil.example', '/files/'])
      expect(new URL(lead(uri).headers.location.value).host, uri).toBe('files.example');
    const redirect = only(
      ofType(made(), 'AWS::CloudFront::Function').filter(({ id }) =>
        id.startsWith('PublicSiteFilesRedirect'),
      ),
    );
    expect(JSON.stringify(redirect.Properties.FunctionCode)).toContain("const filesOrigin = 'https://");
    expect(JSON.stringify(redirect.Properties.FunctionCode)).toContain(
      distributionOf(made(), 'FilesSite').id,
    );
  });
});

/** A function of its own beside the stores. */
const aFunction = (access: Partial<Access>) => {
  const stack = new Stack(new App({ autoSynth: false, context: cdkJson.context }), 'Test');
  const stores = new CandidateFiles(stack, 'CandidateFiles');
  const alarms = new Alarms(stack, 'Alarms', 'duty@example.hk');
  const one = new PortalFunction(stack, 'One', {
    declared: {
      name: 'one',
      entry: '',
      trigger: { kind: 'upload-scanned' },
      roles: [],
      access: { ...NOTHING, ...access },
      timeoutSeconds: 20,
      memoryMegabytes: 512,
    },
    code: Code.fromInline('exports.handler = async () => {};'),
    alarms,
  });
  return { stack, stores, alarms, one };
};

test('what the scanner has looked at is inspected, twice again if need be, and never silently given up', () => {
  const { stack, stores, alarms, one } = aFunction({});
  new ScannedUpload(stack, 'Scanned', { quarantine: stores.quarantine, inspector: one, alarms });
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
      detail: {
        s3ObjectDetails: { bucketName: [{ Ref: Match.stringLikeRegexp('^CandidateFilesQuarantine') }] },
      },
    },
    Targets: [
      {
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^OneFunction'), 'Arn'] },
        DeadLetterConfig: { Arn: Match.anyValue() },
        RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 3600 },
      },
    ],
  });
});

describe('what the manifest says of candidates’ files', () => {
  const granted = (access: Partial<Access>) => {
    const { stack, stores, one } = aFunction(access);
    grantCandidateFiles(one, stores);
    grantMessages(one, settings);
    const { Resources } = Template.fromStack(stack).toJSON();
    const policies = Object.values(Resources as Record<string, { Type: string; Properties: never }>)
      .filter(({ Type }) => Type === 'AWS::IAM::Policy')
      .map(({ Properties }) => Properties as { PolicyDocument: { Statement: Statement[] } });
    const functions = Object.values(Resources as Record<string, { Type: string; Properties: never }>)
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ Properties }) => Properties as { Environment: { Variables: Record<string, unknown> } });
    const statements = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter((one) => actionsOf(one).every((action) => !action.startsWith('logs:')));
    return { statements, variables: Object.keys(only(functions).Environment.Variables).sort() };
  };
  const actions = (access: Partial<Access>): readonly string[] =>
    granted(access).statements.flatMap(actionsOf).sort();

  test('nothing is nothing', () => {
    expect(granted({})).toEqual({ statements: [], variables: ['FUNCTION_NAME'] });
  });

  test('the inspector reads versions, writes verdicts, and can list or do nothing else', () => {
    const inspector = granted({ quarantine: ['read'], verdicts: ['write'] });
    expect(inspector.variables).toEqual(['FUNCTION_NAME', 'QUARANTINE_BUCKET', 'VERDICTS_BUCKET']);
    expect(inspector.statements.map((one) => [actionsOf(one), keysOf(one)])).toEqual([
      [['s3:GetObjectVersion'], ['/*']],
      [['s3:PutObject'], ['/*']],
    ]);
    const [read, write] = inspector.statements.map(({ Resource }) => JSON.stringify(Resource));
    expect(read).toContain('CandidateFilesQuarantine');
    expect(write).toContain('CandidateFilesVerdicts');
  });

  test.each([
    [{ quarantine: ['offer'] }, ['s3:PutObject']],
    [{ quarantine: ['head'] }, ['s3:GetObjectVersion', 's3:ListBucketVersions']],
    [{ quarantine: ['scan'] }, ['s3:GetObjectVersionTagging']],
    [{ quarantine: ['discard'] }, ['s3:DeleteObjectVersion', 's3:ListBucketVersions']],
    [{ verdicts: ['read'] }, ['s3:GetObject', 's3:ListBucket']],
    [{ vault: ['write'] }, ['s3:PutObject']],
    [{ vault: ['read'] }, ['s3:GetObject', 's3:ListBucket']],
    [{ uploads: ['write'] }, ['s3:PutObject']],
    [{ uploads: ['remove'] }, ['s3:DeleteObject']],
    [{ uploads: ['read', 'remove'] }, ['s3:DeleteObject', 's3:GetObject', 's3:ListBucket']],
    [{ messages: ['email', 'text'] }, ['ses:SendEmail', 'sms-voice:SendTextMessage']],
  ] as const satisfies readonly (readonly [Partial<Access>, readonly string[]])[])(
    '%j is %j',
    (access, may) => {
      expect(actions(access)).toEqual(may);
    },
  );

  test('messages go out under the one address and the one sender', () => {
    const { statements, variables } = granted({ messages: ['email', 'text'] });
    const [mail, text] = statements;
    expect(mail?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'receipts@returns.example.hk' } });
    expect(text?.Resource).toBe(settings.textSender);
    expect(variables).toEqual(['FUNCTION_NAME', 'MAIL_FROM', 'MESSAGES_REGION', 'TEXT_SENDER']);
  });
});
