import { describe, expect, test } from 'vitest';
import { ACCOUNTS } from '#functions/accounts/account-records.ts';
import { dynamoDbRecords } from '#functions/adapters/aws/dynamodb-records.ts';
import type { PortalFunction } from '#functions/manifest.ts';
import { accountPartition } from '#functions/platform/platform-records.ts';
import { PORTAL } from '#functions/ports.ts';
import { rehearsalId } from '#shared/election/rehearsal-id.ts';
import { FILINGS_PARTITION } from '#shared/recount/act.ts';
import { recordPartitions } from '../../infra/ledger-table.ts';
import {
  actionsOf,
  allowedTo,
  functionNamed,
  keysOf,
  ofType,
  only,
  PORTAL_FUNCTIONS,
  roleOf,
  type Statement,
  settings,
  synthesizedOnce,
} from './synthesized.ts';

const made = synthesizedOnce();

const allowed = (name: string): readonly Statement[] =>
  allowedTo(made(), roleOf(functionNamed(made(), name)));
const actions = (name: string): readonly string[] => allowed(name).flatMap(actionsOf).sort();
const statement = (name: string, action: string): Statement =>
  only(allowed(name).filter((one) => actionsOf(one).includes(action)));
const environment = (name: string): Record<string, unknown> =>
  functionNamed(made(), name).Properties.Environment.Variables;

const named = (isMeant: (one: PortalFunction) => boolean): readonly string[] =>
  PORTAL_FUNCTIONS.filter(isMeant).map(({ name }) => name);
const routes = named(({ trigger }) => trigger.kind === 'http');
const acts = named(({ access }) => access.records.includes('accept'));
const filers = named(({ access }) => access.records.includes('file'));
const tenders = ['tend-accounts', 'sweep-accounts'];
const lookers = named(({ trigger }) => trigger.kind === 'http' && trigger.method === 'GET');
const managers = named(({ access }) => access.accounts.includes('write'));
const publishers = ['publish', 'sweep'];
/** Through these files come in, by whom people call. */
const receivers = named(({ trigger, access }) => trigger.kind === 'http' && access.receipts);

describe('the functions', () => {
  test('are exactly those of the manifest', () => {
    const names = ofType(made(), 'AWS::Lambda::Function').map(
      (one) => one.Properties.Environment?.Variables?.FUNCTION_NAME,
    );
    expect(names.filter((name) => name !== undefined).sort()).toEqual(
      PORTAL_FUNCTIONS.map(({ name }) => name).sort(),
    );
    // The one other function copies the static files at deployment.
    expect(names.filter((name) => name === undefined)).toHaveLength(1);
  });

  test.each(PORTAL_FUNCTIONS)(
    '$name has the house defaults and what the manifest says',
    ({ name, timeoutSeconds, memoryMegabytes, native }) => {
      expect(functionNamed(made(), name).Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        // What is compiled for one kind of machine is tested on this kind.
        Architectures: [native === undefined ? 'arm64' : 'x86_64'],
        Handler: 'index.handler',
        Timeout: timeoutSeconds,
        MemorySize: memoryMegabytes,
        LoggingConfig: { LogFormat: 'JSON' },
      });
      expect(functionNamed(made(), name).Properties.TracingConfig).toBeUndefined();
    },
  );

  test('know by name what they may use, and nothing else', () => {
    for (const name of routes) {
      expect(environment(name)).toEqual({
        FUNCTION_NAME: name,
        RECORDS_TABLE: expect.anything(),
        TOKEN_ISSUER: expect.anything(),
        TOKEN_AUDIENCE: expect.anything(),
        ...(managers.includes(name) ? { USER_POOL_ID: expect.anything() } : {}),
        ...(receivers.includes(name)
          ? {
              QUARANTINE_BUCKET: expect.anything(),
              RECEIPT_KEY_ID: expect.anything(),
              LOG_ORIGIN: settings.logOrigin,
            }
          : {}),
      });
    }
    expect(environment('token-claims')).toEqual({
      FUNCTION_NAME: 'token-claims',
      RECORDS_TABLE: expect.anything(),
    });
    expect(environment('inspect-upload')).toEqual({
      FUNCTION_NAME: 'inspect-upload',
      QUARANTINE_BUCKET: expect.anything(),
      VERDICTS_BUCKET: expect.anything(),
    });
    expect(environment('rehearse')).toEqual({
      FUNCTION_NAME: 'rehearse',
      RECORDS_TABLE: expect.anything(),
      REHEARSALS: JSON.stringify(settings.rehearsals),
    });
    for (const name of tenders) {
      expect(environment(name)).toEqual({
        FUNCTION_NAME: name,
        RECORDS_TABLE: expect.anything(),
        QUARANTINE_BUCKET: expect.anything(),
        VERDICTS_BUCKET: expect.anything(),
        VAULT_BUCKET: expect.anything(),
        FILES_BUCKET: expect.anything(),
        INSPECTOR: { Ref: functionNamed(made(), 'inspect-upload').id },
        RECEIPT_KEY_ID: expect.anything(),
        LOG_ORIGIN: settings.logOrigin,
        MAIL_FROM: settings.mailFrom,
        TEXT_SENDER: settings.textSender,
        MESSAGES_REGION: 'ap-southeast-1',
      });
    }
    expect(environment('collect-cosignatures')).toEqual({
      FUNCTION_NAME: 'collect-cosignatures',
      RECORDS_TABLE: expect.anything(),
      PUBLIC_BUCKET: expect.anything(),
      WITNESSES: '',
    });
    for (const name of publishers) {
      expect(environment(name)).toEqual({
        FUNCTION_NAME: name,
        RECORDS_TABLE: expect.anything(),
        PUBLIC_BUCKET: expect.anything(),
        SIGNING_KEY_ID: expect.anything(),
        TEST_SIGNING_KEY_ID: expect.anything(),
        LOG_ORIGIN: settings.logOrigin,
        SITE_MODULE: './site/entry.mjs',
      });
    }
  });

  test('reserve concurrency for the publisher alone, two at once', () => {
    const reserved = ofType(made(), 'AWS::Lambda::Function').filter(
      (one) => one.Properties.ReservedConcurrentExecutions !== undefined,
    );
    expect(
      reserved.map((one) => [
        one.Properties.Environment.Variables.FUNCTION_NAME,
        one.Properties.ReservedConcurrentExecutions,
      ]),
    ).toEqual([['publish', 2]]);
  });

  test('keep their logs for two years, each in a group of its own', () => {
    const groups = PORTAL_FUNCTIONS.map(
      ({ name }) => functionNamed(made(), name).Properties.LoggingConfig.LogGroup.Ref,
    );
    expect(new Set(groups).size).toBe(PORTAL_FUNCTIONS.length);
    for (const group of ofType(made(), 'AWS::Logs::LogGroup')) {
      expect(group.Properties.RetentionInDays).toBe(731);
      expect(group.DeletionPolicy).toBe('Retain');
    }
  });
});

const readsRecords = (name: string): boolean => actions(name).includes('dynamodb:Query');

describe('least privilege', () => {
  const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];

  const plain = (names: readonly string[]) => names.filter((name) => !receivers.includes(name));

  const filingPlainly = plain(filers).filter((name) => !tenders.includes(name));
  test.each([...plain(acts), ...filingPlainly])(
    '%s reads records and puts acts, and may do nothing else',
    (name) => {
      expect(actions(name)).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', ...log]);
    },
  );

  test.each([
    ['open-submission', ['dynamodb:PutItem', 's3:GetObjectVersion', 's3:ListBucketVersions', 's3:PutObject']],
    ['commit-submission', ['dynamodb:PutItem', 's3:GetObjectVersion', 's3:ListBucketVersions']],
    ['read-platform', ['s3:GetObjectVersion', 's3:ListBucketVersions']],
  ])('%s signs receipts, reads records and besides may do %j, only in quarantine', (name, more) => {
    const always = ['dynamodb:GetItem', 'dynamodb:Query', 'kms:GetPublicKey', 'kms:Sign', ...log];
    expect(actions(name)).toEqual([...always, ...more].sort());
    const inStore = allowed(name).filter((one) => actionsOf(one)[0]?.startsWith('s3:'));
    for (const { Resource } of inStore)
      expect(JSON.stringify(Resource)).toContain('CandidateFilesQuarantine');
  });

  test.each(plain([...lookers, 'token-claims']))('%s reads records, and may do nothing else', (name) => {
    expect(actions(name)).toEqual(['dynamodb:GetItem', 'dynamodb:Query', ...log]);
  });

  test.each(managers)('%s puts accounts and reaches the user pool, and may do nothing else', (name) => {
    const pool = actions(name).filter((action) => action.startsWith('cognito-idp:'));
    expect(actions(name)).toEqual(
      [...pool, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', ...log].sort(),
    );
    expect(pool.every((action) => /^cognito-idp:Admin(?!Delete|Set|Respond|Initiate)/.test(action))).toBe(
      true,
    );
    const { Resource } = only(allowed(name).filter((one) => actionsOf(one)[0]?.startsWith('cognito-idp:')));
    expect(Resource).toEqual({
      'Fn::GetAtt': [only(ofType(made(), 'AWS::Cognito::UserPool')).id, 'Arn'],
    });
  });

  const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
    (action) => `dynamodb:${action}`,
  );
  const letters = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];

  test('publish and sweep differ only by the stream that wakes publish, and by what sweep withdraws', () => {
    const common = [
      ...['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'kms:GetPublicKey', 'kms:Sign', ...log],
      ...['s3:GetObject', 's3:ListBucket', 's3:PutObject', ...letters],
    ];
    expect(actions('sweep')).toEqual([...common, 's3:DeleteObjectVersion', 's3:ListBucketVersions'].sort());
    expect(actions('publish')).toEqual([...common, ...stream].sort());
  });

  test('who collects cosignatures lists elections, and writes checkpoints and what is told of witnesses, and nothing else', () => {
    const name = 'collect-cosignatures';
    expect(actions(name)).toEqual(
      [
        'dynamodb:GetItem',
        'dynamodb:Query',
        ...log,
        's3:GetObject',
        's3:ListBucket',
        's3:PutObject',
        ...letters,
      ].sort(),
    );
    expect(statement(name, 'dynamodb:Query').Condition).toMatchObject({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['ELECTIONS'] },
    });
    expect(keysOf(statement(name, 's3:PutObject'))).toEqual([
      '/data/*/log/checkpoint',
      '/data/*/log/witnesses.json',
    ]);
  });

  test('rehearse reads and puts acts of rehearsal nights, and may do nothing else', () => {
    expect(actions('rehearse')).toEqual([
      ...['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', ...log, ...letters],
    ]);
    const only = (...keys: string[]) => ({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
    expect(statement('rehearse', 'dynamodb:Query').Condition).toEqual(only('R#rehearsal-*'));
    expect(statement('rehearse', 'dynamodb:PutItem').Condition).toEqual(only('R#rehearsal-*', 'ELECTIONS'));
  });

  test('the inspector reads versions from quarantine and writes verdicts, and may do nothing else', () => {
    expect(actions('inspect-upload')).toEqual([
      ...log,
      ...['s3:GetObjectVersion', 's3:PutObject', ...letters],
    ]);
    const where = (action: string) => JSON.stringify(statement('inspect-upload', action).Resource);
    expect(where('s3:GetObjectVersion')).toContain('CandidateFilesQuarantine');
    expect(where('s3:PutObject')).toContain('CandidateFilesVerdicts');
  });

  test('who tends accounts takes files from quarantine to vault and public, tells, signs, and may do nothing else', () => {
    const common = [
      ...['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'kms:GetPublicKey', 'kms:Sign'],
      ...['lambda:InvokeFunction', ...log, ...letters, 'ses:SendEmail', 'sms-voice:SendTextMessage'],
    ];
    const elsewhere = (name: string) => actions(name).filter((action) => !action.startsWith('s3:'));
    expect(elsewhere('sweep-accounts')).toEqual([...common].sort());
    expect(elsewhere('tend-accounts')).toEqual([...common, ...stream].sort());
    const inStore = (name: string, store: RegExp) =>
      allowed(name)
        .filter(({ Resource }) => store.test(JSON.stringify(Resource)))
        .flatMap(actionsOf)
        .sort();
    for (const name of tenders) {
      expect(inStore(name, /CandidateFilesQuarantine/)).toEqual([
        's3:GetObjectVersion',
        's3:GetObjectVersionTagging',
        's3:ListBucketVersions',
      ]);
      expect(inStore(name, /CandidateFilesVerdicts/)).toEqual(['s3:GetObject', 's3:ListBucket']);
      const writing = ['s3:GetObject', 's3:ListBucket', 's3:PutObject'];
      expect(inStore(name, /CandidateFilesVault/)).toEqual(writing);
      expect(inStore(name, /CandidateFiles[0-9A-F]{8}"/)).toEqual(['s3:DeleteObject', ...writing]);
      expect(statement(name, 'lambda:InvokeFunction').Resource).toEqual({
        'Fn::GetAtt': [functionNamed(made(), 'inspect-upload').id, 'Arn'],
      });
    }
  });

  test('nobody may edit or delete a record, and no role of the portal asks to', () => {
    const roles = ofType(made(), 'AWS::IAM::Role').map(({ id }) => id);
    const all = roles.flatMap((role) => allowedTo(made(), role)).flatMap(actionsOf);
    expect(all.filter((action) => /^dynamodb:(\*|Update|Delete|Batch|PartiQL|Create)/.test(action))).toEqual(
      [],
    );
    expect(all.filter((action) => /^(\*|[a-z0-9]+:\*)$/.test(action))).toEqual([]);
  });

  test('whoever accepts acts cannot forge their order, and the publisher cannot forge an act', () => {
    const partitions = (name: string) => statement(name, 'dynamodb:PutItem').Condition;
    const condition = (...keys: string[]) => ({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
    for (const name of acts) expect(partitions(name)).toEqual(condition('R#*', 'ELECTIONS'));
    for (const name of filers) expect(partitions(name)).toEqual(condition('R#*#?filings', 'A#*'));
    for (const name of publishers) expect(partitions(name)).toEqual(condition('SEQ#*'));
    for (const name of managers) expect(partitions(name)).toEqual(condition('P#accounts'));
  });

  test('the publisher cannot read accounts, and who manages them reads nothing else', () => {
    const readable = (name: string): unknown => {
      const { Condition } = statement(name, 'dynamodb:Query');
      return (Condition as { 'ForAllValues:StringLike': Record<string, unknown> })['ForAllValues:StringLike'][
        'dynamodb:LeadingKeys'
      ];
    };
    const records = ['R#*', 'SEQ#*', 'ELECTIONS'];
    for (const name of publishers) expect(readable(name)).toEqual(records);
    for (const name of acts) expect(readable(name)).toEqual([...records, 'P#accounts']);
    for (const name of tenders) expect(readable(name)).toEqual([...records, 'A#*']);
    // E-mail and mobile numbers of candidates.
    expect(routes.filter((name) => readsRecords(name) && String(readable(name)).includes('A#'))).toEqual(
      named(({ trigger, access }) => trigger.kind === 'http' && access.platform.includes('read')),
    );
    for (const name of [...managers, 'token-claims']) expect(readable(name)).toEqual(['P#accounts']);
  });

  test('the adapter puts records into the very partitions that the grants name', async () => {
    const partitions: string[] = [];
    const client = {
      send: async ({ input }: { input: { Item?: { PK: { S: string } } } }) => {
        if (input.Item !== undefined) partitions.push(input.Item.PK.S);
        return {};
      },
    };
    const records = dynamoDbRecords({ client: client as never, table: 'records' });
    await records.accept({
      election: 'e',
      partition: 'LC1',
      key: 'k',
      sha256: 'h',
      body: '{}',
      acceptedAt: '2016-09-04T22:31:00Z',
    });
    await records.appendBatch({ election: 'e', version: 1, body: '{}' });
    await records.registerElection('e');
    await records.accept({
      election: PORTAL,
      partition: ACCOUNTS,
      key: 'k',
      sha256: 'h',
      body: '{}',
      acceptedAt: '2016-09-04T22:31:00Z',
    });
    for (const partition of [FILINGS_PARTITION, accountPartition('HKI-01')])
      await records.accept({
        election: 'e',
        partition,
        key: 'k',
        sha256: 'h',
        body: '{}',
        acceptedAt: '2016-09-04T22:31:00Z',
      });
    await records.accept({
      election: rehearsalId({ closesAt: '2026-12-05T22:30:00+08:00' }),
      partition: 'LC1',
      key: 'k',
      sha256: 'h',
      body: '{}',
      acceptedAt: '2026-12-05T22:31:00+08:00',
    });
    const [act, batch, election, account, filing, platform, rehearsal] = partitions;
    // As IAM reads `*` and `?`.
    const pattern = recordPartitions.filings.replaceAll('*', '.*').replaceAll('?', '.');
    expect(filing).toMatch(new RegExp(`^${pattern}$`));
    expect(filing?.startsWith(recordPartitions.acts)).toBe(true);
    expect(platform?.startsWith(recordPartitions.platform)).toBe(true);
    expect(account).toBe(recordPartitions.accounts);
    const rehearsals = recordPartitions.rehearsals.replace('*', '');
    expect(rehearsal?.startsWith(rehearsals)).toBe(true);
    expect(act?.startsWith(rehearsals)).toBe(false);
    expect(act?.startsWith(recordPartitions.acts)).toBe(true);
    expect(batch?.startsWith(recordPartitions.order)).toBe(true);
    expect(election).toBe(recordPartitions.elections);
  });
});

describe('the signing keys', () => {
  const keys = () => ofType(made(), 'AWS::KMS::Key');
  const isOfReceipts = ({ id }: { readonly id: string }) => id.startsWith('ReceiptKey');

  test('are three Ed25519 keys that are kept: for elections, for tests, for receipts', () => {
    expect(keys()).toHaveLength(3);
    expect(keys().filter(isOfReceipts)).toHaveLength(1);
    for (const key of keys()) {
      expect(key.Properties).toMatchObject({
        KeySpec: 'ECC_NIST_EDWARDS25519',
        KeyUsage: 'SIGN_VERIFY',
        PendingWindowInDays: 30,
      });
      expect(key.DeletionPolicy).toBe('Retain');
    }
  });

  test('sign for publish and sweep only, or receipts for whoever receives, whatever else the account allows', () => {
    for (const key of keys()) {
      const signers = (isOfReceipts(key) ? [...receivers, ...tenders] : publishers).map((name) => ({
        'Fn::GetAtt': [roleOf(functionNamed(made(), name)), 'Arn'],
      }));
      const policy: readonly Statement[] = key.Properties.KeyPolicy.Statement;
      expect(only(policy.filter(({ Effect }) => Effect === 'Deny'))).toMatchObject({
        Action: 'kms:Sign',
        Principal: { AWS: '*' },
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': signers } },
      });
    }
  });

  test('signs the message itself, never a hash of it', () => {
    for (const name of [...publishers, ...receivers, ...tenders]) {
      expect(statement(name, 'kms:Sign').Condition).toEqual({
        StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512', 'kms:MessageType': 'RAW' },
      });
    }
  });
});
