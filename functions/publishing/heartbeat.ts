import { CACHE, dataPaths } from '#shared/publication/paths.ts';
import { signedNote } from './prepare-version.ts';
import type { Published, PublishPorts } from './publish-election.ts';

/** Text of a heartbeat: the publisher was alive at this time and had nothing newer than this version. */
export const heartbeatText = (election: string, version: number, at: string): string =>
  `open-returns/heartbeat\n${election}\n${version}\n${at}\n`;

/** Signs of life let readers tell a quiet night from a stalled feed. */
export const publishHeartbeat = async (
  { files, clock, signers }: PublishPorts,
  { election, version, test }: Published,
): Promise<void> => {
  const now = clock.now();
  const note = heartbeatText(election, version, now.toISOString());
  await files.putForward(dataPaths.heartbeat(election), {
    bytes: await signedNote(test ? signers.test : signers.real, election, note),
    contentType: 'text/plain; charset=utf-8',
    cacheControl: CACHE.pointer,
    version: now.getTime(),
  });
};
