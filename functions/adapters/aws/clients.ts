/** The AWS SDK's clients, made from values. One function each, so that a bundle holds only the clients that its job uses. */
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';

export interface AwsConfig {
  readonly region: string;
  /** Only for the embedded stores; absent on AWS. */
  readonly dynamoDbEndpoint?: string;
  readonly s3Endpoint?: string;
  /** Absent on AWS, where the function's role speaks for it. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Most calls of a client on the wire at once. */
  readonly mostInFlight?: number;
}

const common = ({ region, credentials }: AwsConfig) => ({
  region,
  maxAttempts: 4,
  // Milliseconds. A call that hangs is worth less than its retry: the whole way to publication has a second.
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 },
  ...(credentials === undefined ? {} : { credentials }),
});

/** Fewer than the 50 sockets of a client, so that waiting for one is never mistaken for a dead connection. */
const MOST_IN_FLIGHT = 40;

/** However many calls are begun at once, only so many are on the wire; the others wait for their turn. */
const turns = (mostInFlight = MOST_IN_FLIGHT) => {
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  return async <T>(call: () => Promise<T>): Promise<T> => {
    if (inFlight < mostInFlight) inFlight += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await call();
    } finally {
      const next = waiting.shift(); // takes over our place
      if (next === undefined) inFlight -= 1;
      else next();
    }
  };
};

/** After signing and inside the retries: a call that waits before its next attempt holds no place. */
const onTheWire = { step: 'finalizeRequest', priority: 'low', name: 'turns' } as const;

export const dynamoDbClient = (config: AwsConfig): DynamoDBClient => {
  const client = new DynamoDBClient({
    ...common(config),
    ...(config.dynamoDbEndpoint === undefined ? {} : { endpoint: config.dynamoDbEndpoint }),
  });
  const inTurn = turns(config.mostInFlight);
  client.middlewareStack.add((next) => (call) => inTurn(() => next(call)), onTheWire);
  return client;
};

export const s3Client = (config: AwsConfig): S3Client => {
  const client = new S3Client({
    ...common(config),
    ...(config.s3Endpoint === undefined ? {} : { endpoint: config.s3Endpoint, forcePathStyle: true }),
  });
  const inTurn = turns(config.mostInFlight);
  client.middlewareStack.add((next) => (call) => inTurn(() => next(call)), onTheWire);
  return client;
};

export const kmsClient = (config: AwsConfig): KMSClient => new KMSClient(common(config));

export const cognitoClient = (config: AwsConfig): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient(common(config));

export const lambdaClient = (config: AwsConfig): LambdaClient => new LambdaClient(common(config));

export const mailClient = (config: AwsConfig): SESv2Client => new SESv2Client(common(config));

export const textMessageClient = (config: AwsConfig): PinpointSMSVoiceV2Client =>
  new PinpointSMSVoiceV2Client(common(config));
