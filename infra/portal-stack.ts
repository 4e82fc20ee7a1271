import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type PortalFunction as DeclaredFunction, isOfAlerts, MANIFEST } from '#functions/manifest.ts';
import { LANGUAGES, languagePath } from '#shared/election/text.ts';
import { Alarms } from './alarms.ts';
import type { AlertsStackProps } from './alerts-stack.ts';
import { grantCandidateFiles } from './candidate-file-access.ts';
import { CandidateFiles, uploadOrigin } from './candidate-files.ts';
import { grantDirectory } from './directory-access.ts';
import { FilesSite } from './files-site.ts';
import { grantAccess } from './function-access.ts';
import type { PortalCode } from './function-code.ts';
import { grantInspector } from './inspector-access.ts';
import { LedgerTable } from './ledger-table.ts';
import { MalwareProtection } from './malware-protection.ts';
import { grantMessages } from './message-access.ts';
import { OfficersSignIn } from './officers-sign-in.ts';
import { PortalApi } from './portal-api.ts';
import { functionOf, type PortalFunction } from './portal-function.ts';
import { PublicBucket } from './public-bucket.ts';
import { PublicSite } from './public-site.ts';
import { RecordsWakeUp } from './records-wake-up.ts';
import { ScannedUpload } from './scanned-upload.ts';
import type { Settings } from './settings.ts';
import { signInFile } from './sign-in-file.ts';
import { SigningKey } from './signing-key.ts';
import { StaticFiles } from './static-files.ts';
import { SweepSchedule } from './sweep-schedule.ts';
import { tellRehearsals } from './told-rehearsals.ts';

export interface PortalStackProps extends StackProps {
  readonly settings: Settings;
  readonly code: PortalCode;
}

/** Thrift only: a second publisher loses the race for the order, and correctness never depends on how many there are. */
const publishersAtOnce = 2;

/** The whole portal, as a table of contents. */
export class PortalStack extends Stack {
  /** What alerts are told from and through. */
  readonly forAlerts: Pick<AlertsStackProps, 'alarms' | 'table' | 'api' | 'address'>;

  constructor(scope: Construct, id: string, props: PortalStackProps) {
    super(scope, id, props);
    const { settings, code } = props;

    const alarms = new Alarms(this, 'Alarms', settings.alarmEmail);
    const { table } = new LedgerTable(this, 'Ledger');
    const publicFiles = new PublicBucket(this, 'PublicFiles');

    const candidateFiles = new CandidateFiles(this, 'CandidateFiles');
    const scanner = new MalwareProtection(this, 'MalwareProtection', candidateFiles.quarantine);

    const functions = MANIFEST.filter((declared) => !isOfAlerts(declared)).map((declared) =>
      functionOf(this, declared, {
        code,
        alarms,
        ...(publishesOnStream(declared) ? { reservedConcurrency: publishersAtOnce } : {}),
      }),
    );
    for (const one of functions) {
      grantAccess(one, { table, bucket: publicFiles.bucket });
      grantCandidateFiles(one, candidateFiles);
      grantMessages(one, settings);
      tellRehearsals(one, settings);
    }
    grantInspector(functions);
    publicFiles.letWithdraw(
      functions
        .filter(({ declared }) => declared.access.publicFiles.includes('withdraw'))
        .map(({ role }) => role),
    );
    const signIn = new OfficersSignIn(this, 'SignIn', { tokenClaims: tokenClaimsOf(functions) });
    for (const one of functions) grantDirectory(one, signIn.pool);

    const api = new PortalApi(this, 'Api', { alarms });
    const files = new FilesSite(this, 'FilesSite', {
      bucket: candidateFiles.files,
      domain: settings.filesDomain,
    });
    const site = new PublicSite(this, 'PublicSite', {
      bucket: publicFiles.bucket,
      domain: settings.domain,
      api: api.api,
      signIn: signIn.domain.baseUrl(),
      files: files.origin,
      uploads: uploadOrigin,
    });
    const address = `https://${settings.domain?.name ?? site.distribution.domainName}`;
    candidateFiles.admit({ site: address, scanner: scanner.role.roleArn });
    const client = signIn.deskClient(
      LANGUAGES.map((language) => `${address}/${languagePath(language)}/desk/`),
    );
    api.addRoutes(functions, { issuer: signIn.pool.userPoolProviderUrl, audience: client.userPoolClientId });
    new StaticFiles(this, 'StaticFiles', {
      files: code.staticFiles,
      signIn: signInFile(signIn.domain.baseUrl(), client.userPoolClientId),
      store: publicFiles,
    });

    const signers = functions.filter(({ declared }) => declared.access.sign);
    for (const { declared, lambda } of functions)
      if (declared.access.publicFiles.includes('cosign'))
        lambda.addEnvironment('WITNESSES', settings.witnesses ?? '');
    const receivers = functions.filter(({ declared }) => declared.access.receipts);
    for (const { lambda } of new Set([...signers, ...receivers]))
      lambda.addEnvironment('LOG_ORIGIN', settings.logOrigin);
    // The name that CloudFront gives is no name to be found under.
    if (settings.domain !== undefined)
      for (const { lambda } of signers) lambda.addEnvironment('PUBLIC_ORIGIN', address);
    const { key } = new SigningKey(this, 'SigningKey', {
      signers,
      variable: 'SIGNING_KEY_ID',
      description: 'Signs the checkpoints of the public ledgers (Ed25519)',
    });
    new SigningKey(this, 'TestSigningKey', {
      signers,
      variable: 'TEST_SIGNING_KEY_ID',
      description: 'Signs the ledgers of test elections, so that none can pass for a real one (Ed25519)',
    });
    new SigningKey(this, 'ReceiptKey', {
      signers: receivers,
      variable: 'RECEIPT_KEY_ID',
      description: 'Signs what was received from candidates, and when (Ed25519)',
    });
    for (const one of functions)
      this.addTrigger(one, { table, quarantine: candidateFiles.quarantine, alarms });

    this.forAlerts = { alarms, table, api: api.api, address };

    new CfnOutput(this, 'PublicAddress', { value: address });
    new CfnOutput(this, 'FilesAddress', { value: files.origin });
    new CfnOutput(this, 'DistributionName', { value: site.distribution.domainName });
    new CfnOutput(this, 'UserPoolId', { value: signIn.pool.userPoolId });
    new CfnOutput(this, 'RecordsTable', { value: table.tableName });
    new CfnOutput(this, 'SigningKeyArn', { value: key.keyArn });
  }

  private addTrigger(
    one: PortalFunction,
    {
      table,
      quarantine,
      alarms,
    }: {
      readonly table: ITableV2;
      readonly quarantine: IBucket;
      readonly alarms: Alarms;
    },
  ): void {
    const { trigger } = one.declared;
    switch (trigger.kind) {
      case 'http': // `PortalApi` has its route.
      case 'open-http': // So has `AlertsStack`.
      case 'pre-token': // `OfficersSignIn` asks it.
        return;
      case 'records-stream':
        new RecordsWakeUp(one, 'WakeUp', { table, woken: one, of: trigger.of, alarms });
        return;
      case 'upload-scanned':
        new ScannedUpload(one, 'Scanned', { quarantine, inspector: one, alarms });
        return;
      case 'schedule':
        new SweepSchedule(one, 'Schedule', { sweep: one, everyMinutes: trigger.everyMinutes, alarms });
        return;
    }
  }
}

const publishesOnStream = ({ trigger }: DeclaredFunction): boolean =>
  trigger.kind === 'records-stream' && trigger.of === 'acts';

/** The function that the user pool asks what goes into a token. */
const tokenClaimsOf = (functions: readonly PortalFunction[]): PortalFunction => {
  const found = functions.find(({ declared }) => declared.trigger.kind === 'pre-token');
  if (found === undefined) throw new Error('The manifest has no function for the claims of tokens.');
  return found;
};
