import type { DynamoDBStreamEvent } from 'aws-lambda';
import { PAGE_PARTS } from '../publishing/bake-pages.ts';
import { publishingJobs } from '../publishing/sweep.ts';
import { awsPublishPorts } from './publish-ports.ts';

const jobs = publishingJobs(await awsPublishPorts());

/** Elections named by the keys of a wake-up: `R#<election>#<partition>`. Nothing else of its payload is looked at. */
const electionsIn = (event: DynamoDBStreamEvent): ReadonlySet<string> =>
  new Set(
    event.Records.map(({ dynamodb }) => dynamodb?.Keys?.['PK']?.S?.split('#')[1]).filter(
      (election) => election !== undefined,
    ),
  );

export const handler = async (event: DynamoDBStreamEvent): Promise<void> => {
  const elections = electionsIn(event);
  for (const election of elections) await jobs.publish(election);
  for (const part of PAGE_PARTS) for (const election of elections) await jobs.bake(election, part);
};
