import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface Watch {
  readonly metric: IMetric;
  /** What has happened when it rings, and what to look at. */
  readonly says: string;
  readonly above?: number;
  readonly below?: number;
  /** How many periods in a row. */
  readonly periods?: number;
  /** Whether silence is the alarm. */
  readonly missingIsBad?: boolean;
}

/** One topic for everything that somebody must know tonight. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, email: string) {
    super(scope, id);
    // Unencrypted at rest: alarms name functions and figures, no person, and CloudWatch cannot write to the AWS-managed key.
    this.topic = new Topic(this, 'Topic', { displayName: 'Open Returns alarms', enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(email));
  }

  /** Rings when the metric passes the mark. */
  watch(scope: Construct, id: string, what: Watch): Alarm {
    const alarm = new Alarm(scope, id, {
      metric: what.metric,
      alarmDescription: what.says,
      threshold: what.below ?? what.above ?? 0,
      comparisonOperator:
        what.below === undefined
          ? ComparisonOperator.GREATER_THAN_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: what.periods ?? 1,
      treatMissingData:
        what.missingIsBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}
