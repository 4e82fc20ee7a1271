import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { KeptSubscription, Subscription, Subscriptions, Told } from '#functions/ports.ts';
import { AlertWish } from '#shared/alerts/wish.ts';

const StoredSubscription = z.strictObject({
  election: z.string(),
  id: z.string(),
  wish: AlertWish,
  state: z.enum(['asked', 'active']),
  after: z.int(),
  secret: z.optional(z.string()),
  trouble: z.nullable(z.strictObject({ since: z.string(), tries: z.int(), nextAt: z.string() })),
  expiresAt: z.string(),
});

const StoredTold = z.strictObject({ size: z.int(), isOpen: z.boolean() });

const text = z.strictObject({ S: z.string() });
const number = z.strictObject({ N: z.string() });
const Item = z.object({
  PK: text,
  SK: text,
  body: text,
  revision: z.optional(number),
  expires: z.optional(number),
});

/** The partitions of the table. */
const partitions = {
  of: (election: string) => `ALERTS#${election}`,
  places: (election: string) => `PLACES#${election}`,
  counts: 'COUNTS',
  told: 'TOLD',
} as const;

/** DynamoDB's own end of an item: whole seconds since 1970. */
const secondsOf = (instant: string): { N: string } => ({ N: String(Math.ceil(Date.parse(instant) / 1000)) });

const isOver = (expires: { N: string } | undefined): boolean =>
  expires !== undefined && Number(expires.N) * 1000 <= Date.now();

const subscriptionOf = (item: unknown): KeptSubscription => {
  const { body, revision } = z.parse(Item, item);
  const { secret, ...stored } = z.parse(StoredSubscription, JSON.parse(body.S));
  return { ...stored, ...(secret === undefined ? {} : { secret }), revision: Number(revision?.N ?? 0) };
};

const isRefused = (error: unknown): boolean => error instanceof ConditionalCheckFailedException;

/** A table of their own, keys `PK` and `SK`, both text; items end by `expires`, in which DynamoDB may be two days late. */
export const dynamoDbSubscriptions = (options: {
  readonly client: DynamoDBClient;
  readonly table: string;
}): Subscriptions => {
  const { client, table: TableName } = options;
  const keyOf = (PK: string, SK: string) => ({ PK: { S: PK }, SK: { S: SK } });

  const read = async (PK: string, SK: string) => {
    const { Item: found } = await client.send(
      new GetItemCommand({ TableName, Key: keyOf(PK, SK), ConsistentRead: true }),
    );
    if (found === undefined) return null;
    const item = z.parse(Item, found);
    return isOver(item.expires) ? null : item;
  };

  return {
    async find(election, id) {
      const item = await read(partitions.of(election), id);
      return item && subscriptionOf(item);
    },
    async put(subscription: Subscription, replacing) {
      const { election, id, expiresAt } = subscription;
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: {
              ...keyOf(partitions.of(election), id),
              body: { S: JSON.stringify(z.parse(StoredSubscription, subscription)) },
              revision: { N: String(replacing + 1) },
              expires: secondsOf(expiresAt),
            },
            ...(replacing === 0
              ? { ConditionExpression: 'attribute_not_exists(PK)' }
              : {
                  ConditionExpression: 'revision = :seen',
                  ExpressionAttributeValues: { ':seen': { N: String(replacing) } },
                }),
          }),
        );
        return true;
      } catch (error) {
        if (isRefused(error)) return false;
        throw error;
      }
    },
    async remove(election, id) {
      await client.send(new DeleteItemCommand({ TableName, Key: keyOf(partitions.of(election), id) }));
    },
    async *list(election) {
      let from: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'PK = :pk',
            ExpressionAttributeValues: { ':pk': { S: partitions.of(election) } },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        yield (page.Items ?? []).map(subscriptionOf);
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
    },
    async standingFor(election, placeSha256) {
      return (await read(partitions.places(election), placeSha256))?.body.S ?? null;
    },
    async setStanding(election, placeSha256, id, expiresAt) {
      await client.send(
        new PutItemCommand({
          TableName,
          Item: {
            ...keyOf(partitions.places(election), placeSha256),
            body: { S: id },
            expires: secondsOf(expiresAt),
          },
        }),
      );
    },
    async count(name, limit, until) {
      try {
        await client.send(
          new UpdateItemCommand({
            TableName,
            Key: keyOf(partitions.counts, name),
            UpdateExpression: 'ADD #count :one SET expires = :until',
            ConditionExpression: 'attribute_not_exists(#count) OR #count < :limit',
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: {
              ':one': { N: '1' },
              ':limit': { N: String(limit) },
              ':until': secondsOf(until),
            },
          }),
        );
        return true;
      } catch (error) {
        if (isRefused(error)) return false;
        throw error;
      }
    },
    async told(election): Promise<Told> {
      const item = await read(partitions.told, election);
      return item ? z.parse(StoredTold, JSON.parse(item.body.S)) : { size: 0, isOpen: false };
    },
    async setTold(election, told) {
      await client.send(
        new PutItemCommand({
          TableName,
          Item: {
            ...keyOf(partitions.told, election),
            body: { S: JSON.stringify(z.parse(StoredTold, told)) },
          },
        }),
      );
    },
  };
};
