import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './dead-letters.ts';
import type { PortalFunction } from './portal-function.ts';

export interface ScannedUploadProps {
  readonly quarantine: IBucket;
  readonly inspector: PortalFunction;
  readonly alarms: Alarms;
}

const patience = { retryAttempts: 2, maxEventAge: Duration.hours(1) } as const;

/**
 * Whatever arrives is scanned, and what is scanned is inspected, by one call for each. A call that fails is made again twice, for an hour at
 * most; then its event lies among the dead letters, and the candidate's state truly says that the file waits.
 */
export class ScannedUpload extends Construct {
  constructor(scope: Construct, id: string, { quarantine, inspector, alarms }: ScannedUploadProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', alarms);
    // Once the call has been made, what comes of it is the function's own.
    inspector.lambda.configureAsyncInvoke({
      ...patience,
      onFailure: new SqsDestination(deadLetters.queue),
    });
    new Rule(this, 'Rule', {
      description: 'Has each upload inspected once it was scanned for viruses',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [quarantine.bucketName] } },
      },
      targets: [
        new LambdaTarget(inspector.lambda as IFunction, {
          deadLetterQueue: deadLetters.queue,
          ...patience,
        }),
      ],
    });
  }
}
