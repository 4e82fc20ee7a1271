import { Duration, Stack } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Access } from '#functions/manifest.ts';
import { acknowledgeWildcards, arnInFindings } from './acknowledge.ts';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './dead-letters.ts';
import type { PortalFunction } from './portal-function.ts';

export interface SweepScheduleProps {
  readonly sweep: PortalFunction;
  readonly everyMinutes: number;
  readonly alarms: Alarms;
}

/** What is missed when nobody sweeps any more. */
const stopped = ({ sign, publicFiles, records, alerts }: Access): string => {
  if (alerts.length > 0) return 'nobody who asked for alerts is told of new results.';
  if (publicFiles.includes('cosign')) return 'new checkpoints carry no cosignatures of witnesses.';
  if (sign) return 'the heartbeat ages, and pages will soon say that the feed has stalled.';
  return records.includes('rehearse')
    ? 'rehearsal nights stand still, and no real election is touched.'
    : 'candidates’ files wait for their verdicts, and lost wake-ups are not repaired.';
};

/** Repairs lost wake-ups, and renews the public heartbeat. A failed sweep is not tried again: the next one does all of its work. */
export class SweepSchedule extends Construct {
  constructor(scope: Construct, id: string, { sweep, everyMinutes, alarms }: SweepScheduleProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', alarms);
    sweep.lambda.configureAsyncInvoke({
      retryAttempts: 0,
      maxEventAge: Duration.minutes(everyMinutes),
      onFailure: new SqsDestination(deadLetters.queue),
    });
    const waker = new Role(this, 'Waker', {
      description: 'Starts the sweep',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    acknowledgeWildcards(waker, 'Versions and aliases of the one function that it starts.', [
      `Resource::${arnInFindings(sweep.lambda)}:*`,
    ]);
    new Schedule(this, 'Schedule', {
      description: 'Wakes the sweep',
      schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      target: new LambdaInvoke(sweep.lambda, {
        role: waker,
        retryAttempts: 0,
        maxEventAge: Duration.minutes(everyMinutes),
        deadLetterQueue: deadLetters.queue,
      }),
    });
    const period = Duration.minutes(everyMinutes);
    alarms.watch(this, 'Stopped', {
      metric: new MathExpression({
        expression: 'started - failed',
        usingMetrics: {
          started: sweep.lambda.metricInvocations({ period, statistic: 'Sum' }),
          failed: sweep.lambda.metricErrors({ period, statistic: 'Sum' }),
        },
        label: 'sweeps that succeeded',
        period,
      }),
      says: `${sweep.declared.name} has not succeeded for five minutes: ${stopped(sweep.declared.access)}`,
      below: 1,
      periods: 5,
      missingIsBad: true,
    });
  }
}
