import { dataPaths, isWithdrawn } from '#shared/publication/paths.ts';
import type { VersionIndex } from '#shared/recount/results.ts';
import type { ObjectStore } from '../ports.ts';
import { inParallel } from './in-parallel.ts';
import { readStandingIndex } from './publish-election.ts';

/** Whether what is published now says that inspection by the public has ended. */
const hasEnded = async (files: ObjectStore, { files: named }: VersionIndex): Promise<boolean> => {
  const register = named['advertisements.json'];
  const standing = register && (await files.get(register.path.slice(1)));
  const told: unknown = standing && JSON.parse(new TextDecoder().decode(standing.bytes));
  return typeof (told as { readonly endedOn?: unknown } | null | undefined)?.endedOn === 'string';
};

/**
 * Takes away what told particulars, once a version says that inspection by the public has ended: files of earlier versions first, the bodies
 * beside the ledger last, so that a crash in between is seen by the next run. Hashes and leaves stay [2016 ¶8.57].
 */
export const withdrawFiled = async (
  files: ObjectStore,
  remove: (key: string) => Promise<void>,
  election: string,
): Promise<number> => {
  const index = await readStandingIndex(files, election);
  if (!index || !(await hasEnded(files, index))) return 0;
  const bodies = await files.list(dataPaths.bodies(election));
  if (bodies.length === 0) return 0;
  const current = new Set(Object.values(index.files).map(({ path }) => path.slice(1)));
  const versions = await files.list(dataPaths.versions(election));
  const told = versions.filter((key) => isWithdrawn(key) && !current.has(key));
  await inParallel(told, remove);
  await inParallel(bodies, remove);
  return told.length + bodies.length;
};
