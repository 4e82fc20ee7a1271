import * as z from 'zod/mini';

/** The only place that reads the environment. Names are those the infrastructure sets. */
const Environment = z.object({
  AWS_REGION: z.string(),
  RECORDS_TABLE: z.string(),
  PUBLIC_BUCKET: z.optional(z.string()),
  SIGNING_KEY_ID: z.optional(z.string()),
  TEST_SIGNING_KEY_ID: z.optional(z.string()),
  LOG_ORIGIN: z.optional(z.string()),
  SITE_MODULE: z.optional(z.string()),
  TOKEN_ISSUER: z.optional(z.string()),
  TOKEN_AUDIENCE: z.optional(z.string()),
  USER_POOL_ID: z.optional(z.string()),
  QUARANTINE_BUCKET: z.optional(z.string()),
  RECEIPT_KEY_ID: z.optional(z.string()),
});

export interface Config {
  readonly region: string;
  readonly table: string;
  /** Functions that publish have these. */
  readonly bucket: string | undefined;
  readonly signingKeyId: string | undefined;
  readonly testSigningKeyId: string | undefined;
  readonly logOrigin: string | undefined;
  readonly siteModule: string | undefined;
  /** Functions that take acts have these. */
  readonly tokenIssuer: string | undefined;
  readonly tokenAudience: string | undefined;
  /** Functions that manage accounts have this. */
  readonly userPoolId: string | undefined;
  /** Functions of the Central Platform have these. */
  readonly quarantineBucket: string | undefined;
  readonly receiptKeyId: string | undefined;
}

export const readConfig = (): Config => {
  const environment = z.parse(Environment, process.env);
  return {
    region: environment.AWS_REGION,
    table: environment.RECORDS_TABLE,
    bucket: environment.PUBLIC_BUCKET,
    signingKeyId: environment.SIGNING_KEY_ID,
    testSigningKeyId: environment.TEST_SIGNING_KEY_ID,
    logOrigin: environment.LOG_ORIGIN,
    siteModule: environment.SITE_MODULE,
    tokenIssuer: environment.TOKEN_ISSUER,
    tokenAudience: environment.TOKEN_AUDIENCE,
    userPoolId: environment.USER_POOL_ID,
    quarantineBucket: environment.QUARANTINE_BUCKET,
    receiptKeyId: environment.RECEIPT_KEY_ID,
  };
};

const PlatformEnvironment = z.object({
  AWS_REGION: z.string(),
  QUARANTINE_BUCKET: z.optional(z.string()),
  VERDICTS_BUCKET: z.optional(z.string()),
  VAULT_BUCKET: z.optional(z.string()),
  FILES_BUCKET: z.optional(z.string()),
  MAIL_FROM: z.optional(z.string()),
  MESSAGES_REGION: z.optional(z.string()),
  TEXT_SENDER: z.optional(z.string()),
});

/** Settings of functions that touch candidates' files; each has those that its access asks for. */
export interface PlatformConfig {
  readonly region: string;
  readonly quarantine: string | undefined;
  readonly verdicts: string | undefined;
  readonly vault: string | undefined;
  readonly files: string | undefined;
  readonly mailFrom: string | undefined;
  readonly messagesRegion: string | undefined;
  readonly textSender: string | undefined;
}

export const readPlatformConfig = (): PlatformConfig => {
  const environment = z.parse(PlatformEnvironment, process.env);
  return {
    region: environment.AWS_REGION,
    quarantine: environment.QUARANTINE_BUCKET,
    verdicts: environment.VERDICTS_BUCKET,
    vault: environment.VAULT_BUCKET,
    files: environment.FILES_BUCKET,
    mailFrom: environment.MAIL_FROM,
    messagesRegion: environment.MESSAGES_REGION,
    textSender: environment.TEXT_SENDER,
  };
};

/** A setting this function cannot work without. */
export const required = (value: string | undefined, name: string): string => {
  if (value === undefined) throw new Error(`The environment variable ${name} is not set`);
  return value;
};
