import { describe, expect, test } from 'vitest';
import { acceptanceKey } from '#functions/platform/platform-records.ts';
import { scopeName } from '#shared/desk/scopes.ts';
import { must } from '#shared/result.ts';
import { acceptanceKeys } from '../../infra/ledger-table.ts';
import {
  actionsOf,
  functionNamed,
  Match,
  ofType,
  only,
  PORTAL_FUNCTIONS,
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

/** The stream's way to a function. */
const wakeUp = (name: string) =>
  only(
    ofType(made(), 'AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties.FunctionName.Ref === functionNamed(made(), name).id,
    ),
  );
const filterOf = (name: string): unknown => {
  const { Pattern } = only(wakeUp(name).Properties.FilterCriteria.Filters) as { Pattern: string };
  return JSON.parse(Pattern);
};

describe('the wake-up', () => {
  test('of two functions is the stream', () => {
    expect(ofType(made(), 'AWS::Lambda::EventSourceMapping')).toHaveLength(2);
  });

  test.each([
    ['publish', { BatchSize: 1000 }],
    ['tend-accounts', { BatchSize: 20, ParallelizationFactor: 10 }],
  ])('of %s has bisection, an age limit, few retries and a dead-letter queue', (name, more) => {
    expect(wakeUp(name).Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRecordAgeInSeconds: 300,
      MaximumRetryAttempts: 3,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringContaining('WakeUpDeadLetters'), 'Arn'] } },
      },
      ...more,
    });
  });

  test('of the publisher comes from acts, not from its own batches or what accounts keep for themselves', () => {
    expect(filterOf('publish')).toEqual({ dynamodb: { Keys: { PK: { S: [{ prefix: 'R#' }] } } } });
  });

  test('of who tends accounts comes from what they accepted, not from acts of a count or what is noted as done', () => {
    expect(filterOf('tend-accounts')).toEqual({
      dynamodb: { Keys: { PK: { S: [{ prefix: 'A#' }] }, SK: { S: [{ prefix: 'filing#' }] } } },
    });
    expect(
      acceptanceKey({ kind: 'inspection-ended', endedOn: '2017-09-09' }).startsWith(acceptanceKeys),
    ).toBe(true);
  });
});

describe('a sweep', () => {
  test.each(['sweep', 'collect-cosignatures', 'sweep-accounts'])(
    'runs every minute; what fails is left to the next one and to the dead-letter queue: %s',
    (name) => {
      const sweep = functionNamed(made(), name).id;
      const schedule = only(
        ofType(made(), 'AWS::Scheduler::Schedule').filter(
          ({ Properties }) => Properties.Target.Arn['Fn::GetAtt'][0] === sweep,
        ),
      );
      expect(schedule.Properties).toMatchObject({
        ScheduleExpression: 'rate(1 minute)',
        State: 'ENABLED',
        Target: {
          RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 },
          DeadLetterConfig: { Arn: expect.anything() },
        },
      });
      expect(asyncOf(sweep)).toMatchObject({
        MaximumRetryAttempts: 0,
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      });
    },
  );
});

test('a sweep of accounts has ended before the next one begins: two of them would tell the same twice', () => {
  expect(functionNamed(made(), 'sweep-accounts').Properties.Timeout).toBeLessThan(60);
});

/** What becomes of calls that nobody waits for. */
const asyncOf = (id: string) =>
  only(
    ofType(made(), 'AWS::Lambda::EventInvokeConfig').filter((one) => one.Properties.FunctionName.Ref === id),
  ).Properties;

test('an inspection that fails is tried again twice, for an hour at most, and then lies among the dead letters', () => {
  expect(asyncOf(functionNamed(made(), 'inspect-upload').id)).toMatchObject({
    MaximumRetryAttempts: 2,
    MaximumEventAgeInSeconds: 3600,
    DestinationConfig: { OnFailure: { Destination: expect.anything() } },
  });
});

describe('the API', () => {
  const routes = () => ofType(made(), 'AWS::ApiGatewayV2::Route');

  test('has exactly the routes of the manifest', () => {
    const declared = PORTAL_FUNCTIONS.flatMap(({ trigger }) =>
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
      const named = PORTAL_FUNCTIONS.flatMap(({ trigger }) =>
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

  test.each(PORTAL_FUNCTIONS)(
    'watch errors, slowness and throttling of $name',
    ({ name, timeoutSeconds }) => {
      const id = JSON.stringify({ Ref: functionNamed(made(), name).id });
      const [trouble, ...others] = alarms().filter(
        ({ Properties }) =>
          Properties.Metrics?.length > 2 &&
          JSON.stringify(Properties.Metrics).includes(id) &&
          /failed/.test(Properties.AlarmDescription),
      );
      expect(others).toEqual([]);
      // Its two publishers at once are a limit by design; how late it is is watched instead.
      const isLimited = name === 'publish';
      const { Metrics, Threshold, ComparisonOperator } = must(trouble, 'an alarm').Properties;
      const [{ Expression }, ...metrics] = Metrics;
      expect(Expression).toBe(
        `FILL(errors, 0) + IF(FILL(longest, 0) > ${timeoutSeconds * 800}, 1, 0)${isLimited ? '' : ' + FILL(throttles, 0)'}`,
      );
      expect([ComparisonOperator, Threshold]).toEqual(['GreaterThanThreshold', 0]);
      expect(
        metrics.map((one: { MetricStat: { Metric: { MetricName: string }; Stat: string } }) => [
          one.MetricStat.Metric.MetricName,
          one.MetricStat.Stat,
        ]),
      ).toEqual([['Errors', 'Sum'], ['Duration', 'Maximum'], ...(isLimited ? [] : [['Throttles', 'Sum']])]);
    },
  );

  test.each(['publish', 'tend-accounts'])('ring when records wait for %s', (name) => {
    expect(alarmsOn('IteratorAge', { Ref: functionNamed(made(), name).id })).toHaveLength(1);
  });

  test.each(['heartbeat', 'sweep-accounts has not succeeded'])(
    'ring when a sweep stops, also when nothing at all is heard: %s',
    (says) => {
      made().template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmDescription: Match.stringLikeRegexp(says),
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        TreatMissingData: 'breaching',
      });
    },
  );

  test('ring for each dead-letter queue, which nobody can use without TLS', () => {
    const queues = ofType(made(), 'AWS::SQS::Queue');
    // Of two streams, four schedules and the scanner.
    expect(queues).toHaveLength(7);
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
      7,
    );
  });
});

test('the stack leaves room below the 500 resources that CloudFormation takes', () => {
  expect(Object.keys(made().resources).length).toBeLessThan(488);
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
