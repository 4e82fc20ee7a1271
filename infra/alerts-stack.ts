import { Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { isOfAlerts, MANIFEST, type Method } from '#functions/manifest.ts';
import type { Alarms } from './alarms.ts';
import { AlertsTable } from './alerts-table.ts';
import { grantRecords } from './function-access.ts';
import type { PortalCode } from './function-code.ts';
import { grantMessages } from './message-access.ts';
import { functionOf, type PortalFunction } from './portal-function.ts';
import type { Settings } from './settings.ts';
import { SigningKey } from './signing-key.ts';
import { SweepSchedule } from './sweep-schedule.ts';

/** What alerts use of the portal. */
export interface AlertsStackProps extends StackProps {
  readonly settings: Settings;
  readonly code: PortalCode;
  readonly alarms: Alarms;
  readonly table: ITableV2;
  readonly api: HttpApi;
  /** The public site's. */
  readonly address: string;
}

/** Anybody may call these: more at once than a night asks for would only be somebody who means no good. */
const callsAtOnce = 20;

/** Tells people of results. A stack of its own: the portal works without it, and what it knows of people is nowhere else. */
export class AlertsStack extends Stack {
  constructor(scope: Construct, id: string, props: AlertsStackProps) {
    super(scope, id, props);
    const { settings, code, alarms, table, api, address } = props;
    const alerts = new AlertsTable(this, 'Alerts');
    const functions = MANIFEST.filter(isOfAlerts).map((declared) => {
      const isOpen = declared.trigger.kind === 'open-http';
      // Two that tell at once would tell the same twice.
      const reservedConcurrency = isOpen ? callsAtOnce : 1;
      return functionOf(this, declared, { code, alarms, reservedConcurrency });
    });
    for (const one of functions) {
      grantRecords(one, table);
      grantMessages(one, settings);
      alerts.grant(one);
      const { trigger, access } = one.declared;
      // What is public is read as any reader reads it.
      if (access.alerts.length > 0) one.lambda.addEnvironment('PORTAL_ADDRESS', address);
      if (trigger.kind === 'open-http') this.addRoute(one, trigger, api);
      if (trigger.kind === 'schedule')
        new SweepSchedule(one, 'Schedule', { sweep: one, everyMinutes: trigger.everyMinutes, alarms });
    }
    const using = (use: 'tell' | 'sign') =>
      functions.filter(({ declared }) => declared.access.pushKey.includes(use));
    const signers = using('sign');
    new SigningKey(this, 'PushKey', {
      kind: 'p256',
      signers,
      tellers: using('tell').filter((one) => !signers.includes(one)),
      variable: 'PUSH_KEY_ID',
      description: 'The key by which push services of browsers know the portal (ECDSA on P-256)',
    });
  }

  private addRoute(
    one: PortalFunction,
    { path, method }: { readonly path: string; readonly method: Method },
    api: HttpApi,
  ): void {
    const route = new HttpRoute(one, 'Route', {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration: new HttpLambdaIntegration('Integration', one.lambda),
    });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Anybody may ask for alerts; who may confirm or end one knows its number.',
    });
  }
}
