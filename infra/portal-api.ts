import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { scopeName } from '#shared/desk/scopes.ts';
import type { Alarms } from './alarms.ts';
import type { PortalFunction } from './portal-function.ts';
import { logRetention } from './retention.ts';

/** A night's reports, 600 in ten seconds and each sent three times, are 180 a second. */
const throttle = { rateLimit: 500, burstLimit: 1000 };

/** Neither address, path, token nor name: a route and how it went. The function's own log has the request's id too. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    bytes: '$context.responseLength',
    integrationStatus: '$context.integrationStatus',
    error: '$context.error.messageString',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** Whose tokens the API takes, and for which client. */
export interface TokenSource {
  readonly issuer: string;
  readonly audience: string;
}

/**
 * Where officers' acts come in; browsers reach it by the public site's own name (`/api/…`). Every route of the manifest asks for a token
 * of the officers' sign-in with the route's scope; roles and districts are the function's business. No other website may call it (no CORS).
 */
export class PortalApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { alarms }: { readonly alarms: Alarms }) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      description: 'Open Returns: officers’ acts',
      createDefaultStage: false,
    });
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: accessLogFormat },
    });
    alarms.watch(this, 'ServerErrors', {
      metric: stage.metricServerError({ period: Duration.minutes(1), statistic: 'Sum' }),
      says: 'The API answered with a server error: an officer was told that an act may not have been accepted. Sending it again is safe.',
      above: 0,
    });
  }

  /** Apart from the rest, because the sign-in wants to know the site's address, and the site this API's. */
  addRoutes(functions: readonly PortalFunction[], { issuer, audience }: TokenSource): void {
    const authorizer = new HttpJwtAuthorizer('SignIn', issuer, { jwtAudience: [audience] });
    for (const { declared, lambda } of functions) {
      if (declared.trigger.kind !== 'http') continue;
      lambda.addEnvironment('TOKEN_ISSUER', issuer);
      lambda.addEnvironment('TOKEN_AUDIENCE', audience);
      this.api.addRoutes({
        path: declared.trigger.path,
        methods: [HttpMethod[declared.trigger.method]],
        integration: new HttpLambdaIntegration(declared.name, lambda),
        authorizer,
        authorizationScopes: [scopeName(declared.trigger.scope)],
      });
    }
  }
}
