import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, type ITableV2, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { PortalFunction } from './portal-function.ts';

/** What each use may do there. Whoever may write may also take away: leaving is for good. */
const actionsOf = {
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
} as const;

/**
 * Who wants to be told of results: addresses of people. It can be asked for anew, so it has no backup in which somebody who left would stay;
 * and what was not confirmed, or is over, goes by itself.
 */
export class AlertsTable extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      timeToLiveAttribute: 'expires',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    }) as ITableV2; // The library’s own declarations differ in an optional property.
  }

  /** Turns what the manifest says of a function into grants, exactly. */
  grant({ declared, lambda, role }: PortalFunction): void {
    const { alerts } = declared.access;
    if (alerts.length === 0) return;
    role.addToPolicy(
      new PolicyStatement({
        actions: alerts.flatMap((use) => actionsOf[use]),
        resources: [this.table.tableArn],
      }),
    );
    lambda.addEnvironment('ALERTS_TABLE', this.table.tableName);
  }
}
