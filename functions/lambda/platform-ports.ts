/** What files of candidates go through on AWS: one function each, so that a function makes only what its access allows. */
import { kmsClient, lambdaClient, mailClient, s3Client, textMessageClient } from '../adapters/aws/clients.ts';
import { guardDutyScans } from '../adapters/aws/guardduty-scans.ts';
import { kmsSigner } from '../adapters/aws/kms-signer.ts';
import { lambdaInspector } from '../adapters/aws/lambda-inspector.ts';
import { mailAndTextMessenger } from '../adapters/aws/mail-and-text-messenger.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { s3Quarantine, s3UploadedVersion } from '../adapters/aws/s3-quarantine.ts';
import { publicUploads } from '../adapters/public-uploads.ts';
import { type Config, readConfig, required } from '../config.ts';
import type {
  Inspector,
  MalwareScans,
  Messenger,
  PublicUploads,
  Quarantine,
  RemovableObjects,
  Signer,
  Vault,
  Verdicts,
} from '../ports.ts';

const config = readConfig();
const aws = { region: config.AWS_REGION };

const quarantineBucket = () => ({ client: s3Client(aws), bucket: required(config, 'QUARANTINE_BUCKET') });

const store = (name: keyof Config): RemovableObjects =>
  s3ObjectStore({ client: s3Client(aws), bucket: required(config, name) });

export const awsQuarantine = (): Quarantine => s3Quarantine(quarantineBucket());

/** What the inspector sees: the one version that its event named. */
export const awsUploadedVersion = (version: string): Pick<Quarantine, 'head' | 'read'> =>
  s3UploadedVersion({ ...quarantineBucket(), version });

export const awsScans = (): MalwareScans => guardDutyScans(quarantineBucket());

export const awsInspector = (): Inspector =>
  lambdaInspector({ client: lambdaClient(aws), name: required(config, 'INSPECTOR') });

export const awsVerdicts = (): Verdicts => store('VERDICTS_BUCKET');

export const awsVault = (): Vault => store('VAULT_BUCKET');

export const awsUploads = (): PublicUploads => publicUploads(store('FILES_BUCKET'));

export const awsReceipts = (): Promise<Signer> =>
  kmsSigner({
    client: kmsClient(aws),
    keyId: required(config, 'RECEIPT_KEY_ID'),
    name: required(config, 'LOG_ORIGIN'),
  });

export const awsMessenger = (): Messenger => {
  const there = { region: required(config, 'MESSAGES_REGION') };
  return mailAndTextMessenger({
    mail: mailClient(there),
    textMessages: textMessageClient(there),
    from: required(config, 'MAIL_FROM'),
    sender: required(config, 'TEXT_SENDER'),
  });
};
