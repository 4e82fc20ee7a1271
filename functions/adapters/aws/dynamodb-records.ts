import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import {
  type Keys,
  maxRecordBytes,
  PLATFORM,
  PORTAL,
  type Records,
  RecordTooLarge,
  type StoredAct,
  type StoredBatch,
} from '#functions/ports.ts';

/** Longer bodies are stored compressed: they cost by size, and one item holds 400 KB. */
const plainBodyBytes = 32 * 1024;
/** More than any body that was accepted can unfold to; a guard against a forged item. */
const maxUnfoldedBytes = 64 * 1024 * 1024;

type Item = Record<string, AttributeValue>;

const text = z.strictObject({ S: z.string() });
const body = {
  body: z.optional(text),
  bodyGzip: z.optional(z.strictObject({ B: z.instanceof(Uint8Array) })),
};
const keys = { PK: text, SK: text };
const ActItem = z.strictObject({ ...keys, ...body, sha256: text, acceptedAt: text, by: z.optional(text) });
const BatchItem = z.strictObject({ ...keys, ...body });
const ElectionItem = z.strictObject(keys);

const election = (id: string): string => {
  if (id === '' || id.includes('#') || id.startsWith('@'))
    throw new RangeError(`Not an election's id: ${JSON.stringify(id)}`);
  return id;
};
/** What belongs to the whole portal, or to an account of the platform, lies apart: grants are given by how a partition begins, and who is woken. */
const partitionOfActs = (id: string, partition: string): string => {
  if (id === PORTAL) return `P#${partition}`;
  return `${partition.startsWith(PLATFORM) ? 'A' : 'R'}#${election(id)}#${partition}`;
};
const partitionOfOrder = (id: string): string => `SEQ#${election(id)}`;
const partitionOfElections = 'ELECTIONS';

/** Twelve digits, so that text sorts as numbers do. */
const sortKeyOf = (version: number): string => {
  if (!Number.isSafeInteger(version) || version < 0 || version > 999_999_999_999)
    throw new RangeError(`Not a version: ${version}`);
  return String(version).padStart(12, '0');
};

const parse = <T extends z.ZodMiniType>(schema: T, item: unknown): z.infer<T> => {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const at = item as { readonly PK?: { S?: string }; readonly SK?: { S?: string } } | undefined;
  throw new Error(
    `The records table holds an item that this version cannot read: ${at?.PK?.S} ${at?.SK?.S}`,
    {
      cause: parsed.error,
    },
  );
};

const packed = (content: string): Item => {
  if (Buffer.byteLength(content) <= plainBodyBytes) return { body: { S: content } };
  return { bodyGzip: { B: gzipSync(content) } };
};

const unpacked = (item: z.infer<typeof BatchItem>): string => {
  if (item.body !== undefined && item.bodyGzip === undefined) return item.body.S;
  if (item.bodyGzip === undefined || item.body !== undefined)
    throw new Error(`The record ${item.PK.S} ${item.SK.S} must have exactly one body.`);
  return gunzipSync(item.bodyGzip.B, { maxOutputLength: maxUnfoldedBytes }).toString('utf8');
};

const sizeOf = (item: Item): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) =>
      sum + Buffer.byteLength(name) + (value.B?.length ?? Buffer.byteLength(value.S ?? '')),
    0,
  );

const actOf = (id: string, partition: string, item: unknown): StoredAct => {
  const parsed = parse(ActItem, item);
  return {
    election: id,
    partition,
    key: parsed.SK.S,
    sha256: parsed.sha256.S,
    body: unpacked(parsed),
    acceptedAt: parsed.acceptedAt.S,
    ...(parsed.by ? { by: parsed.by.S } : {}),
  };
};

const batchOf = (id: string, item: unknown): StoredBatch => {
  const parsed = parse(BatchItem, item);
  return { election: id, version: Number(parsed.SK.S), body: unpacked(parsed) };
};

const assertContiguous = (batches: readonly StoredBatch[], after: number): void => {
  batches.forEach((batch, index) => {
    const expected = after + index + 1;
    if (batch.version !== expected)
      throw new Error(`The order of ${batch.election} misses version ${expected}.`);
  });
};

const conditionOf = (keys?: Keys): { readonly condition: string; readonly values: Item } => {
  if (keys === undefined) return { condition: '', values: {} };
  if ('prefix' in keys)
    return { condition: ' AND begins_with(SK, :keys)', values: { ':keys': { S: keys.prefix } } };
  return 'below' in keys
    ? { condition: ' AND SK < :keys', values: { ':keys': { S: keys.below } } }
    : { condition: ' AND SK >= :keys', values: { ':keys': { S: keys.from } } };
};

/** One table, keys `PK` and `SK`, both text. Each write is one conditional put; nothing is ever updated or deleted. */
export const dynamoDbRecords = (options: {
  readonly client: DynamoDBClient;
  readonly table: string;
}): Records => {
  const { client, table } = options;

  const putIfAbsent = async (item: Item): Promise<boolean> => {
    const bytes = sizeOf(item);
    if (bytes > maxRecordBytes) throw new RecordTooLarge(`${item['PK']?.S} ${item['SK']?.S}`, bytes);
    try {
      await client.send(
        new PutItemCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(PK)' }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  const read = async (PK: string, SK: string): Promise<Item | undefined> => {
    const answer = await client.send(
      new GetItemCommand({ TableName: table, Key: { PK: { S: PK }, SK: { S: SK } }, ConsistentRead: true }),
    );
    return answer.Item;
  };

  const query = async (condition: string, values: Item): Promise<readonly Item[]> => {
    const items: Item[] = [];
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: condition,
          ExpressionAttributeValues: values,
          ExclusiveStartKey: from,
        }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    return items;
  };

  const find: Records['find'] = async (id, partition, key) => {
    const item = await read(partitionOfActs(id, partition), key);
    return item === undefined ? null : actOf(id, partition, item);
  };

  return {
    find,
    async accept(act) {
      const written = await putIfAbsent({
        PK: { S: partitionOfActs(act.election, act.partition) },
        SK: { S: act.key },
        sha256: { S: act.sha256 },
        acceptedAt: { S: act.acceptedAt },
        ...(act.by === undefined ? {} : { by: { S: act.by } }),
        ...packed(act.body),
      });
      if (written) return { kind: 'accepted' };
      // The SDK's own retry may have met its own success: only what stands there can tell.
      const standing = await find(act.election, act.partition, act.key);
      if (standing === null)
        throw new Error(`The record ${act.key} of ${act.election} was refused and is not there.`);
      return { kind: standing.sha256 === act.sha256 ? 'replayed' : 'conflict', act: standing };
    },
    async list(id, partition, keys) {
      const { condition, values } = conditionOf(keys);
      const PK = { S: partitionOfActs(id, partition) };
      const items = await query(`PK = :pk${condition}`, { ':pk': PK, ...values });
      return items.map((item) => actOf(id, partition, item));
    },
    async appendBatch(batch) {
      if (batch.version < 1) throw new RangeError(`Not a version: ${batch.version}`);
      const PK = partitionOfOrder(batch.election);
      const SK = sortKeyOf(batch.version);
      if (await putIfAbsent({ PK: { S: PK }, SK: { S: SK }, ...packed(batch.body) })) return 'appended';
      return batchOf(batch.election, await read(PK, SK)).body === batch.body ? 'appended' : 'taken';
    },
    async batches(id, afterVersion = 0) {
      const items = await query('PK = :pk AND SK > :after', {
        ':pk': { S: partitionOfOrder(id) },
        ':after': { S: sortKeyOf(afterVersion) },
      });
      const batches = items.map((item) => batchOf(id, item));
      assertContiguous(batches, afterVersion);
      return batches;
    },
    async registerElection(id) {
      await putIfAbsent({ PK: { S: partitionOfElections }, SK: { S: election(id) } });
    },
    async elections() {
      const items = await query('PK = :pk', { ':pk': { S: partitionOfElections } });
      return items.map((item) => parse(ElectionItem, item).SK.S);
    },
  };
};
