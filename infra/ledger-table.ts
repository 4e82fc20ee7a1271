import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type ITableV2,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { REHEARSAL_IDS } from '#shared/election/rehearsal-id.ts';

/** Which partitions hold what, as `functions/adapters/aws/dynamodb-records.ts` names them. */
export const recordPartitions = {
  acts: 'R#',
  /** Acts of rehearsal nights: elections whose ids no real election can have. */
  rehearsals: `R#${REHEARSAL_IDS}*`,
  /** What goes on record of the Central Platform, in whichever election: the partition itself is named `*filings`. */
  filings: 'R#*#?filings',
  /** What accounts of the Central Platform keep for themselves. */
  platform: 'A#',
  order: 'SEQ#',
  elections: 'ELECTIONS',
  accounts: 'P#accounts',
} as const;

/** Records are written once. Whoever must break this, breaks this policy first, and that is seen. */
const neverChanged = new PolicyDocument({
  statements: [
    new PolicyStatement({
      sid: 'RecordsAreNeverEditedOrDeleted',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: [
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:PartiQLInsert',
        'dynamodb:PartiQLUpdate',
        'dynamodb:PartiQLDelete',
      ],
      // In a table's own policy this means the table; its ARN would depend on itself.
      resources: ['*'],
    }),
  ],
});

/** What an account accepted, as `functions/platform/platform-records.ts` names it: something is to be done about it. */
export const acceptanceKeys = 'filing#';

/** The accepted acts and their order: the only store that cannot be recomputed. */
export class LedgerTable extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      // Idle for years, then a night: nobody sizes it beforehand.
      billing: Billing.onDemand(),
      // Roles decide who reads. A key of our own would be one more thing whose loss or outage ends the night.
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      // A record only wakes the publisher, which reads the table itself.
      dynamoStream: StreamViewType.KEYS_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      resourcePolicy: neverChanged,
    }) as ITableV2; // The library’s own declarations differ in an optional property.
  }
}
