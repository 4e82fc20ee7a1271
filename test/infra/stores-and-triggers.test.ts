import { describe, expect, test } from 'vitest';
import { MANIFEST } from '#functions/manifest.ts';
import { scopeName } from '#shared/desk/scopes.ts';
import {
  actionsOf,
  functionNamed,
  Match,
  ofType,
  only,
  type Statement,
  settings,
  synthesizedOnce,
} from './synthesized.ts';

const made = synthesizedOnce();

describe('the records table', () => {
  const table = () => only(ofType(made(), 'AWS::DynamoDB::GlobalTable'));

  test('survives mistakes: kept, protected, restorable to any second of five weeks', () => {
    expect(table().DeletionPolicy).toBe('Retain');
    expect(only(table().Properties.Replicas)).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    });
  });

  test('has the keys of the adapter, on demand, and a stream of keys', () => {
    expect(table().Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    });
  });

  test('refuses edits and deletions by anybody', () => {
    const replica = only(table().Properties.Replicas) as {
      ResourcePolicy: { PolicyDocument: { Statement: Statement[] } };
    };
    const refusal = only(replica.ResourcePolicy.PolicyDocument.Statement);
    expect(refusal).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } });
    expect(actionsOf(refusal)).toEqual(
      expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']),
    );
  });
});

describe('the wake-up', () => {
  test('is the stream, with bisection, an age limit, few retries and a dead-letter queue', () => {
    const mapping = only(ofType(made(), 'AWS::Lambda::EventSourceMapping'));
    expect(mapping.Properties).toMatchObject({
      FunctionName: { Ref: functionNamed(made(), 'publish').id },
      BisectBatchOnFunctionError: true,
      MaximumRecordAgeInSeconds: 300,
      MaximumRetryAttempts: 3,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {
        OnFailure: {
          Destination: { 'Fn::GetAtt': [expect.stringContaining('PublishWakeUpDeadLetters'), 'Arn'] },
        },
      },
    });
  });

  test('comes from acts, not from the publisher’s own batches', () => {
    const mapping = only(ofType(made(), 'AWS::Lambda::EventSourceMapping'));
    const filter = only(mapping.Properties.FilterCriteria.Filters) as { Pattern: string };
    expect(JSON.parse(filter.Pattern)).toEqual({ dynamodb: { Keys: { PK: { S: [{ prefix: 'R#' }] } } } });
  });
});

describe('the sweep', () => {
  test('runs every minute; what fails is left to the next one and to the dead-letter queue', () => {
    const sweep = functionNamed(made(), 'sweep').id;
    expect(only(ofType(made(), 'AWS::Scheduler::Schedule')).Properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Target: {
        Arn: { 'Fn::GetAtt': [sweep, 'Arn'] },
        RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 },
        DeadLetterConfig: { Arn: expect.anything() },
      },
    });
    expect(only(ofType(made(), 'AWS::Lambda::EventInvokeConfig')).Properties).toMatchObject({
      FunctionName: { Ref: sweep },
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
  });
});

describe('the API', () => {
  const routes = () => ofType(made(), 'AWS::ApiGatewayV2::Route');

  test('has exactly the routes of the manifest', () => {
    const declared = MANIFEST.flatMap(({ trigger }) =>
      trigger.kind === 'http' ? [`${trigger.method} ${trigger.path}`] : [],
    );
    expect(
      routes()
        .map(({ Properties }) => Properties.RouteKey)
        .sort(),
    ).toEqual(declared.sort());
  });

  test('asks on every route for a token of the sign-in service', () => {
    const authorizer = only(ofType(made(), 'AWS::ApiGatewayV2::Authorizer'));
    expect(authorizer.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      JwtConfiguration: {
        Issuer: { 'Fn::GetAtt': [only(ofType(made(), 'AWS::Cognito::UserPool')).id, 'ProviderURL'] },
        Audience: [{ Ref: only(ofType(made(), 'AWS::Cognito::UserPoolClient')).id }],
      },
    });
    for (const { Properties } of routes()) {
      expect(Properties).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: { Ref: authorizer.id } });
    }
  });

  test('asks on every route for the scope that the manifest names', () => {
    for (const { Properties } of routes()) {
      const named = MANIFEST.flatMap(({ trigger }) =>
        trigger.kind === 'http' && Properties.RouteKey === `${trigger.method} ${trigger.path}`
          ? [scopeName(trigger.scope)]
          : [],
      );
      expect(Properties.AuthorizationScopes).toEqual(named);
    }
  });

  test('is throttled, tells other websites nothing, and logs no personal data', () => {
    const stage = only(ofType(made(), 'AWS::ApiGatewayV2::Stage')).Properties;
    expect(stage.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 500,
      ThrottlingBurstLimit: 1000,
    });
    expect(stage.AccessLogSettings.Format).not.toMatch(
      /identity|authorizer|claims|sourceIp|userAgent|context\.path/i,
    );
    expect(only(ofType(made(), 'AWS::ApiGatewayV2::Api')).Properties.CorsConfiguration).toBeUndefined();
  });
});

describe('alarms', () => {
  const alarms = () => ofType(made(), 'AWS::CloudWatch::Alarm');
  const alarmsOn = (metric: string, dimension: unknown) =>
    alarms().filter(
      ({ Properties }) =>
        Properties.MetricName === metric &&
        JSON.stringify(Properties.Dimensions).includes(JSON.stringify(dimension)),
    );

  test('ring at the stated address, every one of them', () => {
    const topic = only(ofType(made(), 'AWS::SNS::Topic')).id;
    expect(only(ofType(made(), 'AWS::SNS::Subscription')).Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: settings.alarmEmail,
    });
    for (const { Properties } of alarms()) expect(Properties.AlarmActions).toEqual([{ Ref: topic }]);
  });

  test.each(MANIFEST)('watch errors, slowness and throttling of $name', ({ name }) => {
    const id = { Ref: functionNamed(made(), name).id };
    expect(alarmsOn('Errors', id)).toHaveLength(1);
    expect(alarmsOn('Duration', id)).toHaveLength(1);
    // Its two publishers at once are a limit by design; how late it is is watched instead.
    expect(alarmsOn('Throttles', id)).toHaveLength(name === 'publish' ? 0 : 1);
  });

  test('ring when acts wait for the publisher', () => {
    expect(alarmsOn('IteratorAge', { Ref: functionNamed(made(), 'publish').id })).toHaveLength(1);
  });

  test('ring when the heartbeat stops, also when nothing at all is heard', () => {
    made().template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('heartbeat'),
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    });
  });

  test('ring for each dead-letter queue, which nobody can use without TLS', () => {
    const queues = ofType(made(), 'AWS::SQS::Queue');
    expect(queues).toHaveLength(2);
    for (const { id, Properties } of queues) {
      expect(Properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 14 * 24 * 3600,
      });
      expect(
        alarmsOn('ApproximateNumberOfMessagesVisible', { 'Fn::GetAtt': [id, 'QueueName'] }),
      ).toHaveLength(1);
    }
    made().template.resourcePropertiesCountIs(
      'AWS::SQS::QueuePolicy',
      {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        },
      },
      2,
    );
  });
});

describe('cdk-nag and CloudFormation’s rules', () => {
  test('find nothing but what is acknowledged, each with its reason', () => {
    // It lists who found something; `app.test.ts` shows that somebody looks.
    expect(made().findings).toEqual([]);
    expect(made().acknowledged.length).toBeGreaterThan(20);
    for (const { id, reason } of made().acknowledged) {
      expect(id).toMatch(/^Annotation::AwsSolutions-/);
      expect(reason.length, id).toBeGreaterThan(40);
    }
  });
});
