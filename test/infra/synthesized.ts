import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { IConstruct } from 'constructs';
import { afterAll, beforeAll } from 'vitest';
import { isOfAlerts, MANIFEST } from '#functions/manifest.ts';
import { stubCode } from '../../infra/function-code.ts';
import { portalApp } from '../../infra/portal-app.ts';

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation takes.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, unknown>>;
}

export interface Synthesized {
  readonly template: Template;
  readonly resources: Readonly<Record<string, Resource>>;
  /** What cdk-nag and CloudFormation's own rules found. */
  readonly findings: readonly unknown[];
  readonly acknowledged: readonly { readonly id: string; readonly reason: string }[];
}

/** The portal, and beside it what tells people of results. */
export interface SynthesizedApp extends Synthesized {
  readonly alerts: Synthesized;
}

export const settings = {
  alarmEmail: 'duty@example.hk',
  logOrigin: 'returns.example.hk/log',
  mailFrom: 'Open Returns <receipts@returns.example.hk>',
  textSender: 'arn:aws:sms-voice:ap-southeast-1:123456789012:sender-id/REO/HK',
  rehearsals: [{ closesAt: '2026-12-05T22:30:00+08:00', election: 'legco-2012', minutes: 90 }],
};

const acknowledgedBy = ({ node }: IConstruct) =>
  node.metadata.flatMap(({ type, data }) => {
    if (type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY) return [];
    return Object.entries(data as Record<string, string>).map(([id, reason]) => ({ id, reason }));
  });

export const synthesize = async (
  context: Readonly<Record<string, unknown>> = settings,
): Promise<SynthesizedApp> => {
  const outdir = mkdtempSync(join(tmpdir(), 'open-returns-synth-'));
  try {
    const { app, stack, alerts } = await portalApp({ context, outdir, code: stubCode() });
    const assembly = app.synth();
    const findings = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports;
    const synthesized = (of: Stack): Synthesized => {
      const json = assembly.getStackByName(of.stackName).template as { Resources: Record<string, Resource> };
      return {
        template: Template.fromJSON(json),
        resources: json.Resources,
        findings,
        acknowledged: of.node.findAll().flatMap(acknowledgedBy),
      };
    };
    return { ...synthesized(stack), alerts: synthesized(alerts) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

/** Synthesizes once for the file that calls it. */
export const synthesizedOnce = (context?: Readonly<Record<string, unknown>>): (() => SynthesizedApp) => {
  let made: SynthesizedApp | undefined;
  beforeAll(async () => {
    made = await synthesize(context);
  }, 120_000);
  afterAll(() => {
    made = undefined;
  });
  return () => {
    if (made === undefined) throw new Error('Nothing was synthesized.');
    return made;
  };
};

export const ofType = (
  { resources }: Synthesized,
  type: string,
): readonly (Resource & { readonly id: string })[] =>
  Object.entries(resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => ({ id, ...resource }));

export const only = <T>(found: readonly T[]): T => {
  const [one, ...more] = found;
  if (one === undefined || more.length > 0) throw new Error(`Expected one, found ${found.length}.`);
  return one;
};

/** The distribution of a construct. */
export const distributionOf = (made: Synthesized, construct: 'PublicSite' | 'FilesSite') =>
  only(ofType(made, 'AWS::CloudFront::Distribution').filter(({ id }) => id.startsWith(construct)));

export const bucketPolicy = (made: Synthesized, bucketId: string): readonly Statement[] =>
  only(ofType(made, 'AWS::S3::BucketPolicy').filter(({ Properties }) => Properties.Bucket.Ref === bucketId))
    .Properties.PolicyDocument.Statement;

/** The keys a statement is about, without the bucket's ARN. */
export const keysOf = ({ Resource }: Statement): readonly string[] =>
  [Resource].flat().map((one) => (one as { 'Fn::Join': [string, [unknown, string]] })['Fn::Join'][1][1]);

export const actionsOf = ({ Action }: Statement): readonly string[] =>
  typeof Action === 'string' ? [Action] : Action;

/** The function of the manifest with this name, as it is in the template. */
export const functionNamed = (made: Synthesized, name: string) =>
  only(
    ofType(made, 'AWS::Lambda::Function').filter(
      (one) => one.Properties.Environment?.Variables?.FUNCTION_NAME === name,
    ),
  );

/** Everything a role is allowed, whichever policy says so. */
export const allowedTo = (made: Synthesized, roleId: string): readonly Statement[] => {
  if (made.resources[roleId]?.Properties.ManagedPolicyArns !== undefined)
    throw new Error(`${roleId} has a managed policy.`);
  return ofType(made, 'AWS::IAM::Policy')
    .filter(({ Properties }) => Properties.Roles.some((role: { Ref: string }) => role.Ref === roleId))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as readonly Statement[]);
};

export const roleOf = (lambda: Resource): string => lambda.Properties.Role['Fn::GetAtt'][0];

/** Functions of the portal's own stack. */
export const PORTAL_FUNCTIONS = MANIFEST.filter((one) => !isOfAlerts(one));

export { Match };
