import { publishDescriptions } from '../publishing/descriptions.ts';
import { publishingJobs } from '../publishing/sweep.ts';
import { awsPublishPorts } from './publish-ports.ts';

const ports = await awsPublishPorts();
const jobs = publishingJobs(ports);
await publishDescriptions(ports.files, ports.pages.build);

export const handler = async (): Promise<void> => {
  await jobs.sweep();
};
