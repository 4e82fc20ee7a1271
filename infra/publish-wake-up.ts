import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './dead-letters.ts';
import { recordPartitions } from './ledger-table.ts';
import type { PortalFunction } from './portal-function.ts';

export interface PublishWakeUpProps {
  readonly table: ITableV2;
  readonly publisher: PortalFunction;
  readonly alarms: Alarms;
}

/** New acts wake the publisher. What the event says is ignored, so a lost, doubled or late one changes no figure. */
export class PublishWakeUp extends Construct {
  constructor(scope: Construct, id: string, { table, publisher, alarms }: PublishWakeUpProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', alarms);
    publisher.lambda.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        // Acts only: the publisher's own batches must not wake it again. A wake-up is worth the same for one act or a thousand.
        filters: [
          {
            pattern: JSON.stringify({
              dynamodb: { Keys: { PK: { S: [{ prefix: recordPartitions.acts }] } } },
            }),
          },
        ],
        batchSize: 1000,
        bisectBatchOnError: true,
        retryAttempts: 3,
        // Five sweeps have passed by then.
        maxRecordAge: Duration.minutes(5),
        onFailure: new SqsDlq(deadLetters.queue),
      }),
    );
    alarms.watch(this, 'Late', {
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'IteratorAge',
        dimensionsMap: { FunctionName: publisher.lambda.functionName },
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      says: 'Accepted acts wait more than a minute for the publisher.',
      above: 60_000,
      periods: 2,
    });
  }
}
