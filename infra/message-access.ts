import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { PortalFunction } from './portal-function.ts';
import type { Settings } from './settings.ts';

/** `Open Returns <receipts@returns.example.hk>` and a bare address alike. */
const addressOf = (mailFrom: string): string => /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom;

/** The region of an ARN. */
const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

/** Whoever tells somebody something may write from the one address, and whoever tells candidates also from the one sender of text messages. */
export const grantMessages = (
  { declared, lambda, role }: PortalFunction,
  { mailFrom, textSender }: Pick<Settings, 'mailFrom' | 'textSender'>,
): void => {
  const { messages } = declared.access;
  if (messages.length === 0) return;
  const region = regionOf(textSender);
  const address = addressOf(mailFrom);
  const identity = (name: string): string =>
    `arn:${Aws.PARTITION}:ses:${region}:${Aws.ACCOUNT_ID}:identity/${name}`;
  role.addToPolicy(
    new PolicyStatement({
      actions: ['ses:SendEmail'],
      // Either of them may be the one that is verified.
      resources: [identity(address), identity(address.split('@')[1] ?? '')],
      conditions: { StringEquals: { 'ses:FromAddress': address } },
    }),
  );
  lambda.addEnvironment('MAIL_FROM', mailFrom);
  lambda.addEnvironment('MESSAGES_REGION', region);
  if (!messages.includes('text')) return;
  role.addToPolicy(new PolicyStatement({ actions: ['sms-voice:SendTextMessage'], resources: [textSender] }));
  lambda.addEnvironment('TEXT_SENDER', textSender);
};
