import * as z from 'zod/mini';

const text = z.optional(z.string());

/** The only place that reads the environment. Names are those the infrastructure sets. */
const Environment = z.object({
  AWS_REGION: z.string(),
  RECORDS_TABLE: text,
  PUBLIC_BUCKET: text,
  SIGNING_KEY_ID: text,
  TEST_SIGNING_KEY_ID: text,
  LOG_ORIGIN: text,
  SITE_MODULE: text,
  PUBLIC_ORIGIN: text,
  TOKEN_ISSUER: text,
  TOKEN_AUDIENCE: text,
  USER_POOL_ID: text,
  RECEIPT_KEY_ID: text,
  QUARANTINE_BUCKET: text,
  VERDICTS_BUCKET: text,
  VAULT_BUCKET: text,
  FILES_BUCKET: text,
  INSPECTOR: text,
  MAIL_FROM: text,
  MESSAGES_REGION: text,
  TEXT_SENDER: text,
  WITNESSES: text,
  REHEARSALS: text,
  ALERTS_TABLE: text,
  PUSH_KEY_ID: text,
  PORTAL_ADDRESS: text,
});

/** Settings by the name of their variable; each function has those that its access asks for. */
export type Config = Readonly<z.infer<typeof Environment>>;

export const readConfig = (): Config => z.parse(Environment, process.env);

/** A setting this function cannot work without. */
export const required = <Name extends keyof Config>(config: Pick<Config, Name>, name: Name): string => {
  const value: string | undefined = config[name];
  if (value === undefined) throw new Error(`The environment variable ${name} is not set`);
  return value;
};
