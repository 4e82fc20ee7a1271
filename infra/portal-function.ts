import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { PortalFunction as DeclaredFunction } from '#functions/manifest.ts';
import type { Alarms } from './alarms.ts';
import { logRetention } from './retention.ts';

export interface PortalFunctionProps {
  readonly declared: DeclaredFunction;
  readonly code: Code;
  readonly alarms: Alarms;
  readonly reservedConcurrency?: number;
}

/** A function of the manifest with the house defaults. It may write its log, and nothing else until something is granted. */
export class PortalFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  readonly declared: DeclaredFunction;

  constructor(scope: Construct, id: string, props: PortalFunctionProps) {
    super(scope, id);
    const { declared, code, alarms, reservedConcurrency } = props;
    this.declared = declared;
    const logGroup = new LogGroup(this, 'Log', {
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.role = new Role(this, 'Role', {
      description: `What ${declared.name} may do`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Open Returns: ${declared.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code,
      role: this.role,
      timeout: Duration.seconds(declared.timeoutSeconds),
      memorySize: declared.memoryMegabytes,
      environment: { FUNCTION_NAME: declared.name },
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.DISABLED,
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
    });
    this.watch(alarms, reservedConcurrency !== undefined);
  }

  private watch(alarms: Alarms, isLimited: boolean): void {
    const { name, timeoutSeconds } = this.declared;
    const period = Duration.minutes(1);
    alarms.watch(this, 'Errors', {
      metric: this.lambda.metricErrors({ period }),
      says: `${name} failed. Acts that were acknowledged are safe; its log says why.`,
      above: 0,
    });
    alarms.watch(this, 'Slow', {
      metric: this.lambda.metricDuration({ period, statistic: 'Maximum' }),
      says: `${name} takes more than 80 % of its ${timeoutSeconds} s.`,
      above: timeoutSeconds * 800,
    });
    // With a limit of its own a function is held back by design; its lateness is watched instead.
    if (isLimited) return;
    alarms.watch(this, 'Throttles', {
      metric: this.lambda.metricThrottles({ period }),
      says: `${name} was held back: the account's concurrency is used up.`,
      above: 0,
    });
  }
}
