import { describe, expect, test } from 'vitest';
import { isOfAlerts, MANIFEST } from '#functions/manifest.ts';
import {
  actionsOf,
  allowedTo,
  functionNamed,
  ofType,
  only,
  roleOf,
  type Statement,
  settings,
  synthesizedOnce,
} from './synthesized.ts';

const made = synthesizedOnce();
const alerts = () => made().alerts;
const functions = MANIFEST.filter(isOfAlerts);
const allowed = (name: string): readonly Statement[] =>
  allowedTo(alerts(), roleOf(functionNamed(alerts(), name)));
const actions = (name: string): readonly string[] => allowed(name).flatMap(actionsOf).sort();
const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const letters = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];
const store = ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map((name) => `dynamodb:${name}`);

describe('the stack of alerts', () => {
  test('has exactly the functions of alerts, and the portal’s stack none of them', () => {
    const names = (of: ReturnType<typeof alerts>) =>
      ofType(of, 'AWS::Lambda::Function').map((one) => one.Properties.Environment?.Variables?.FUNCTION_NAME);
    expect(names(alerts()).sort()).toEqual(functions.map(({ name }) => name).sort());
    for (const { name } of functions) expect(names(made())).not.toContain(name);
  });

  test('has no finding that nobody has acknowledged, and each acknowledgement says why', () => {
    for (const { reason } of alerts().acknowledged) expect(reason.length).toBeGreaterThan(30);
    const ids = alerts().acknowledged.map(({ id }) => id.replace(/^.*AwsSolutions-|\[.*/g, ''));
    expect(new Set(ids)).toEqual(new Set(['APIG4', 'IAM5', 'SQS3']));
  });

  test('is far from what one stack holds', () => {
    expect(Object.keys(alerts().resources).length).toBeLessThan(100);
  });
});

describe('who asked for alerts', () => {
  test('stands in a table of its own, which forgets by itself and has no backup', () => {
    const { Properties, DeletionPolicy } = only(ofType(alerts(), 'AWS::DynamoDB::GlobalTable'));
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expires', Enabled: true });
    expect(Properties.StreamSpecification).toBeUndefined();
    const [replica] = Properties.Replicas;
    expect(replica).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
    });
    expect(DeletionPolicy).toBe('Retain');
  });

  test('is known to these functions, and to nobody of the portal', () => {
    const table = only(ofType(alerts(), 'AWS::DynamoDB::GlobalTable')).id;
    for (const name of ['ask-for-alert', 'confirm-alert', 'leave-alert', 'tell-alerts']) {
      const { Resource } = only(
        allowed(name).filter((one) => actionsOf(one).includes('dynamodb:DeleteItem')),
      );
      expect(Resource).toEqual({ 'Fn::GetAtt': [table, 'Arn'] });
    }
    expect(JSON.stringify(made().resources)).not.toContain('ALERTS_TABLE');
  });
});

describe('functions of alerts', () => {
  test('may do exactly what they must', () => {
    expect(actions('read-alerts')).toEqual(['kms:GetPublicKey', ...log]);
    expect(actions('leave-alert')).toEqual([...store, ...log]);
    expect(actions('confirm-alert')).toEqual([...store, ...log]);
    expect(actions('ask-for-alert')).toEqual([...store, ...log, 'ses:SendEmail']);
    expect(actions('tell-alerts')).toEqual(
      [
        ...store,
        // Of records only which elections there are.
        'dynamodb:GetItem',
        'dynamodb:Query',
        'kms:GetPublicKey',
        'kms:Sign',
        ...log,
        'ses:SendEmail',
        ...letters,
      ].sort(),
    );
    const ofRecords = only(
      allowed('tell-alerts').filter(
        (one) => actionsOf(one).includes('dynamodb:Query') && one.Condition !== undefined,
      ),
    );
    expect(ofRecords.Condition).toMatchObject({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['ELECTIONS'] },
    });
  });

  test('sign for push services with a key on P-256 that nobody else may use', () => {
    const { id, Properties } = only(ofType(alerts(), 'AWS::KMS::Key'));
    expect(Properties).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    expect(JSON.stringify(Properties.KeyPolicy)).toContain('OnlyTheseSign');
    const sign = only(allowed('tell-alerts').filter((one) => actionsOf(one).includes('kms:Sign')));
    expect(sign).toMatchObject({
      Resource: { 'Fn::GetAtt': [id, 'Arn'] },
      Condition: {
        StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'RAW' },
      },
    });
  });

  test('know by name what they use, and nothing else', () => {
    const environment = (name: string) =>
      functionNamed(alerts(), name).Properties.Environment.Variables as Record<string, unknown>;
    const told = { ALERTS_TABLE: expect.anything(), PORTAL_ADDRESS: expect.anything() };
    const mail = { MAIL_FROM: settings.mailFrom, MESSAGES_REGION: 'ap-southeast-1' };
    expect(environment('read-alerts')).toEqual({
      FUNCTION_NAME: 'read-alerts',
      PUSH_KEY_ID: expect.anything(),
    });
    expect(environment('leave-alert')).toEqual({ FUNCTION_NAME: 'leave-alert', ...told });
    expect(environment('ask-for-alert')).toEqual({ FUNCTION_NAME: 'ask-for-alert', ...told, ...mail });
    expect(environment('tell-alerts')).toEqual({
      FUNCTION_NAME: 'tell-alerts',
      ...told,
      ...mail,
      RECORDS_TABLE: expect.anything(),
      PUSH_KEY_ID: expect.anything(),
    });
  });

  test('are few at once where anybody may call, and tell one at a time', () => {
    for (const { name, trigger } of functions)
      expect(functionNamed(alerts(), name).Properties.ReservedConcurrentExecutions).toBe(
        trigger.kind === 'open-http' ? 20 : 1,
      );
  });

  test('have the routes that the manifest names, open to anybody', () => {
    const routes = ofType(alerts(), 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
    const declared = functions.flatMap(({ trigger }) =>
      trigger.kind === 'open-http' ? [`${trigger.method} ${trigger.path}`] : [],
    );
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(declared.sort());
    for (const { AuthorizationType } of routes) expect(AuthorizationType ?? 'NONE').toBe('NONE');
  });
});
