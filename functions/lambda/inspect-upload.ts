import * as z from 'zod/mini';
import { inspectCapped } from '../inspection/capped.ts';
import { type Inspect, inspectUpload } from '../platform/verdicts.ts';
import { awsUploadedVersion, awsVerdicts } from './platform-ports.ts';

/** What the scanner's event says of the upload that it has looked at; the rest of it is not used. */
const ScannedUpload = z.object({
  detail: z.object({ s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string() }) }),
});

const verdicts = awsVerdicts();
/** The program that looks into files lies beside this one, with all that it needs. */
const program = {
  entry: new URL('./inspector.mjs', import.meta.url),
  folders: [new URL('./', import.meta.url)],
};

export const handler = async (event: unknown): Promise<void> => {
  const { objectKey, versionId } = z.parse(ScannedUpload, event).detail.s3ObjectDetails;
  const inspect: Inspect = (file) => inspectCapped(file, program);
  await inspectUpload({ quarantine: awsUploadedVersion(versionId), verdicts, inspect }, objectKey);
};
