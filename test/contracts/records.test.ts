import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoDbClient } from '#functions/adapters/aws/clients.ts';
import { dynamoDbRecords } from '#functions/adapters/aws/dynamodb-records.ts';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import type { Records } from '#functions/ports.ts';
import { recordsContract } from './records.contract.ts';
import { loseNextAnswer, runningStores, type TestStores } from './running-stores.ts';

const table = 'open-returns';
const inMemory = memoryRecords();
let running: TestStores;
let inTable: Records;

beforeAll(async () => {
  running = await runningStores();
  inTable = dynamoDbRecords({ client: running.dynamoDb, table });
});
afterAll(() => running.end());

recordsContract('memory', () => inMemory);
recordsContract('DynamoDB', () => inTable);

const forgetful = (): Records => {
  const { dynamoDbEndpoint, credentials } = running.stores;
  const client = dynamoDbClient({ region: 'ap-east-1', dynamoDbEndpoint, credentials });
  loseNextAnswer(client);
  return dynamoDbRecords({ client, table });
};

describe('DynamoDB only', () => {
  const act = {
    partition: 'LC1',
    key: 'A#1',
    sha256: 'f'.repeat(64),
    body: '{}',
    acceptedAt: '2012-09-09T23:00:00Z',
  };

  test('a put whose acknowledgement was lost meets its own success and is replayed', async () => {
    const mine = { ...act, election: 'lost-accept' };
    expect(await forgetful().accept(mine)).toEqual({ kind: 'replayed', act: mine });
  });

  test('a batch whose acknowledgement was lost is appended', async () => {
    expect(await forgetful().appendBatch({ election: 'lost-batch', version: 1, body: '{}' })).toBe(
      'appended',
    );
  });

  test('an item that this version did not write is an error that names it', async () => {
    const Item = { PK: { S: 'R#foreign#LC1' }, SK: { S: 'A#1' }, surprise: { S: 'x' } };
    await running.dynamoDb.send(new PutItemCommand({ TableName: table, Item }));
    await expect(inTable.list('foreign', 'LC1')).rejects.toThrow('R#foreign#LC1 A#1');
  });

  test('an id that could reach into another partition is refused', async () => {
    await expect(inTable.accept({ ...act, election: 'a#b' })).rejects.toThrow(RangeError);
    await expect(inTable.batches('')).rejects.toThrow(RangeError);
  });

  test('a caller with another secret is refused, and writes nothing', async () => {
    const { dynamoDbEndpoint, credentials } = running.stores;
    const wrong = { ...credentials, secretAccessKey: 'guess' };
    const client = dynamoDbClient({ region: 'ap-east-1', dynamoDbEndpoint, credentials: wrong });
    const records = dynamoDbRecords({ client, table });
    await expect(records.accept({ ...act, election: 'intruder' })).rejects.toThrow('signature');
    expect(await inTable.find('intruder', 'LC1', 'A#1')).toBeNull();
  });
});
