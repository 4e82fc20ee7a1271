import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './dead-letters.ts';
import { acceptanceKeys, recordPartitions } from './ledger-table.ts';
import type { PortalFunction } from './portal-function.ts';

export interface RecordsWakeUpProps {
  readonly table: ITableV2;
  readonly woken: PortalFunction;
  /** What wakes it: acts, or what accounts of the Central Platform accepted. */
  readonly of: 'acts' | 'platform';
  readonly alarms: Alarms;
}

const beginsWith = (prefix: string) => ({ S: [{ prefix }] });

/** No batch of the publisher wakes it again, no private record of an account wakes it at all, and no act of a count who tends accounts. */
const keys = {
  acts: { PK: beginsWith(recordPartitions.acts) },
  platform: { PK: beginsWith(recordPartitions.platform), SK: beginsWith(acceptanceKeys) },
} as const;

const late = {
  acts: 'Accepted acts wait more than a minute for the publisher.',
  platform:
    'Candidates’ accounts wait more than a minute to be tended: files to be published, receipts to be sent.',
} as const;

/** A wake-up is worth the same for one record or a thousand, and changes nothing when it is lost, doubled or late. */
export class RecordsWakeUp extends Construct {
  constructor(scope: Construct, id: string, { table, woken, of, alarms }: RecordsWakeUpProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', alarms);
    woken.lambda.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [{ pattern: JSON.stringify({ dynamodb: { Keys: keys[of] } }) }],
        // Whoever publishes an election takes all of it at once. Accounts are many and apart: few at a time, several side by side, and what
        // concerns one account still one after the other.
        ...(of === 'acts' ? { batchSize: 1000 } : { batchSize: 20, parallelizationFactor: 10 }),
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
        dimensionsMap: { FunctionName: woken.lambda.functionName },
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      says: late[of],
      above: 60_000,
      periods: 2,
    });
  }
}
