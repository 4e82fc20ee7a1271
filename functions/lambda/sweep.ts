import { resvgPictures } from '../adapters/resvg-pictures.ts';
import { publishDescriptions } from '../publishing/descriptions.ts';
import { publishingJobs } from '../publishing/sweep.ts';
import { awsPublishPorts } from './publish-ports.ts';

/** No picture is begun later than this after a sweep began: the next one has its heartbeats to leave, and goes on with what is left. */
const DRAWING_MS = 40_000;

let startedAt = 0;
const ports = {
  ...(await awsPublishPorts()),
  pictures: resvgPictures(({ to }) => new URL(to, import.meta.url)),
  roomForImages: async () => performance.now() - startedAt < DRAWING_MS,
};
const jobs = publishingJobs(ports);
await publishDescriptions(ports.files, ports.pages.build);

export const handler = async (): Promise<void> => {
  startedAt = performance.now();
  await jobs.sweep();
};
