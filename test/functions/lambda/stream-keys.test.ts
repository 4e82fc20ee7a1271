import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { dynamoDbRecords } from '#functions/adapters/aws/dynamodb-records.ts';
import { accountsIn, electionsIn } from '#functions/lambda/stream-keys.ts';
import { accountPartition } from '#functions/platform/platform-records.ts';

/** The stream's event for records that the adapter put there. */
const eventOf = async (
  acts: readonly (readonly [election: string, partition: string])[],
): Promise<DynamoDBStreamEvent> => {
  const Records: DynamoDBStreamEvent['Records'] = [];
  const client = {
    send: async ({ input }: { input: { Item: { PK: { S: string }; SK: { S: string } } } }) => {
      Records.push({ dynamodb: { Keys: { PK: input.Item.PK, SK: input.Item.SK } } });
      return {};
    },
  };
  const records = dynamoDbRecords({ client: client as never, table: 'records' });
  for (const [election, partition] of acts)
    await records.accept({
      election,
      partition,
      key: 'filing#submission#000001',
      sha256: 'h',
      body: '{}',
      acceptedAt: '2016-08-15T03:00:00.000Z',
    });
  return { Records };
};

describe('the keys of a wake-up', () => {
  test('name each election once', async () => {
    const event = await eventOf([
      ['legco-2012', 'LC1'],
      ['legco-2016', '*filings'],
      ['legco-2012', 'LC2'],
    ]);
    expect([...electionsIn(event)]).toEqual(['legco-2012', 'legco-2016']);
    expect(accountsIn(event)).toEqual([]);
  });

  test('name each account once, in each election', async () => {
    const event = await eventOf([
      ['legco-2016', accountPartition('HKI-01')],
      ['legco-2012', accountPartition('HKI-01')],
      ['legco-2016', accountPartition('HKI-01')],
      ['legco-2016', accountPartition('@')],
      // Only their list.
      ['legco-2016', accountPartition('')],
    ]);
    expect(accountsIn(event)).toEqual([
      { election: 'legco-2016', account: 'HKI-01' },
      { election: 'legco-2012', account: 'HKI-01' },
      { election: 'legco-2016', account: '@' },
    ]);
  });

  test('that are missing wake nobody', () => {
    expect(accountsIn({ Records: [{}] })).toEqual([]);
    expect([...electionsIn({ Records: [{ dynamodb: {} }] })]).toEqual([]);
  });
});
