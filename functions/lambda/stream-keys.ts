import type { DynamoDBStreamEvent } from 'aws-lambda';
import { type AccountPlace, accountOfPartition } from '../platform/platform-records.ts';

/** Election and partition of each record that a wake-up names by its key, `R#<election>#<partition>`. Nothing else of its payload is looked at. */
const placesIn = ({ Records }: DynamoDBStreamEvent): readonly (readonly [string, string])[] =>
  Records.flatMap(({ dynamodb }) => {
    const [, election, ...partition] = dynamodb?.Keys?.['PK']?.S?.split('#') ?? [];
    return election === undefined ? [] : [[election, partition.join('#')] as const];
  });

/** The elections that something was accepted in, each once. */
export const electionsIn = (event: DynamoDBStreamEvent): ReadonlySet<string> =>
  new Set(placesIn(event).map(([election]) => election));

/** The accounts of the Central Platform for which something was accepted, each once. */
export const accountsIn = (event: DynamoDBStreamEvent): readonly AccountPlace[] => {
  const places = placesIn(event).flatMap(([election, partition]): (readonly [string, AccountPlace])[] => {
    const account = accountOfPartition(partition);
    return account === null ? [] : [[`${election}#${account}`, { election, account }]];
  });
  return [...new Map(places).values()];
};
