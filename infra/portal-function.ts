import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
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
import type { PortalCode } from './function-code.ts';
import { logRetention } from './retention.ts';

export interface PortalFunctionProps {
  readonly declared: DeclaredFunction;
  readonly code: Code;
  readonly alarms: Alarms;
  readonly reservedConcurrency?: number;
}

const pascalCase = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** A function of the manifest, with its code. */
export const functionOf = (
  scope: Construct,
  declared: DeclaredFunction,
  { code, ...rest }: Omit<PortalFunctionProps, 'declared' | 'code'> & { readonly code: PortalCode },
): PortalFunction => {
  const own = code.functions.get(declared.name);
  if (own === undefined) throw new Error(`There is no code for the function ${declared.name}.`);
  return new PortalFunction(scope, pascalCase(declared.name), { declared, code: own, ...rest });
};

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
      // Programs that no bundle can hold are tried where this project is built and tested, which is mostly an x86 machine.
      architecture: declared.native === undefined ? Architecture.ARM_64 : Architecture.X86_64,
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

  /** One alarm for three things, because a stack holds 500 resources: whoever is called looks at the metrics and the log anyway. */
  private watch(alarms: Alarms, isLimited: boolean): void {
    const { name, timeoutSeconds } = this.declared;
    const period = Duration.minutes(1);
    // With a limit of its own a function is held back by design; its lateness is watched instead.
    const throttled = isLimited ? {} : { throttles: this.lambda.metricThrottles({ period }) };
    alarms.watch(this, 'Trouble', {
      metric: new MathExpression({
        expression: [
          'FILL(errors, 0)',
          `IF(FILL(longest, 0) > ${timeoutSeconds * 800}, 1, 0)`,
          ...(isLimited ? [] : ['FILL(throttles, 0)']),
        ].join(' + '),
        usingMetrics: {
          errors: this.lambda.metricErrors({ period }),
          longest: this.lambda.metricDuration({ period, statistic: 'Maximum' }),
          ...throttled,
        },
        label: 'failures',
        period,
      }),
      says: `${name} failed, took more than 80 % of its ${timeoutSeconds} s, or was held back because the account's concurrency is used up. What was acknowledged is safe; its log says why.`,
      above: 0,
    });
  }
}
