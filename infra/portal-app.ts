import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkJson from '../cdk.json' with { type: 'json' };
import { AlertsStack } from './alerts-stack.ts';
import { builtCode, type PortalCode, stubCode } from './function-code.ts';
import { PortalStack } from './portal-stack.ts';
import { readSettings } from './settings.ts';

export interface PortalAppOptions {
  readonly context?: Readonly<Record<string, unknown>>;
  readonly outdir?: string;
  readonly code?: PortalCode;
}

export interface PortalApp {
  readonly app: App;
  readonly stack: PortalStack;
  readonly alerts: AlertsStack;
  readonly problems: readonly string[];
}

/** The app, ready to be synthesized; needs neither an account nor a network. */
export const portalApp = async ({ context, outdir, code }: PortalAppOptions = {}): Promise<PortalApp> => {
  const app = new App({
    analyticsReporting: false,
    // Whether to synthesize is decided in app.ts.
    autoSynth: false,
    // The library's behaviours are frozen in cdk.json, which only the CLI reads by itself.
    context: { ...cdkJson.context, ...context },
    ...(outdir === undefined ? {} : { outdir }),
  });
  const { settings, problems } = readSettings(app.node);
  const isExamination = app.node.tryGetContext('bundle') === 'skip';
  const ofBoth = {
    terminationProtection: true,
    settings,
    code: code ?? (isExamination ? stubCode() : await builtCode()),
  };
  const stack = new PortalStack(app, 'OpenReturns', {
    description: 'Open Returns: the public results and transparency portal',
    ...ofBoth,
  });
  const alerts = new AlertsStack(app, 'OpenReturnsAlerts', {
    description: 'Open Returns: alerts of results by e-mail, web push and webhook',
    ...ofBoth,
    ...stack.forAlerts,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack, alerts, problems };
};
