import type { DynamoDBStreamEvent } from 'aws-lambda';
import { PAGE_PARTS } from '../publishing/bake-pages.ts';
import { publishingJobs } from '../publishing/sweep.ts';
import { awsPublishPorts } from './publish-ports.ts';
import { electionsIn } from './stream-keys.ts';

const jobs = publishingJobs(await awsPublishPorts());

export const handler = async (event: DynamoDBStreamEvent): Promise<void> => {
  const elections = electionsIn(event);
  for (const election of elections) await jobs.publish(election);
  for (const part of PAGE_PARTS) for (const election of elections) await jobs.bake(election, part);
};
