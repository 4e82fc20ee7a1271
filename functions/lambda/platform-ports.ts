/** What files of candidates go through on AWS: one function each, so that a function makes only what its access allows. */
import { mailClient, s3Client, textMessageClient } from '../adapters/aws/clients.ts';
import { guardDutyScans } from '../adapters/aws/guardduty-scans.ts';
import { mailAndTextMessenger } from '../adapters/aws/mail-and-text-messenger.ts';
import { s3ObjectStore } from '../adapters/aws/s3-object-store.ts';
import { s3Quarantine, s3UploadedVersion } from '../adapters/aws/s3-quarantine.ts';
import { publicUploads } from '../adapters/public-uploads.ts';
import { readPlatformConfig, required } from '../config.ts';
import type { MalwareScans, Messenger, PublicUploads, Quarantine, Vault, Verdicts } from '../ports.ts';

const { region, quarantine, verdicts, vault, files, ...messages } = readPlatformConfig();

const quarantineBucket = () => ({
  client: s3Client({ region }),
  bucket: required(quarantine, 'QUARANTINE_BUCKET'),
});

export const awsQuarantine = (): Quarantine => s3Quarantine(quarantineBucket());

/** What the inspector sees: the one version that its event named. */
export const awsUploadedVersion = (version: string): Pick<Quarantine, 'head' | 'read'> =>
  s3UploadedVersion({ ...quarantineBucket(), version });

export const awsScans = (): MalwareScans => guardDutyScans(quarantineBucket());

export const awsVerdicts = (): Verdicts =>
  s3ObjectStore({ client: s3Client({ region }), bucket: required(verdicts, 'VERDICTS_BUCKET') });

export const awsVault = (): Vault =>
  s3ObjectStore({ client: s3Client({ region }), bucket: required(vault, 'VAULT_BUCKET') });

export const awsUploads = (): PublicUploads =>
  publicUploads(s3ObjectStore({ client: s3Client({ region }), bucket: required(files, 'FILES_BUCKET') }));

export const awsMessenger = (): Messenger => {
  const there = { region: required(messages.messagesRegion, 'MESSAGES_REGION') };
  return mailAndTextMessenger({
    mail: mailClient(there),
    textMessages: textMessageClient(there),
    from: required(messages.mailFrom, 'MAIL_FROM'),
    sender: required(messages.textSender, 'TEXT_SENDER'),
  });
};
