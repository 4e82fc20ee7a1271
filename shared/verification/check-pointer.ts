import { dataPaths } from '../publication/paths.ts';
import { readPointer } from '../publication/read-pointer.ts';
import type { VersionFiles } from '../publication/version-files.ts';
import { differenceWords } from './difference-words.ts';
import type { Finding } from './finding.ts';
import { firstDifference } from './first-difference.ts';

export interface PointerFacts {
  readonly election: string;
  /** `latest.json` as published. */
  readonly bytes: Uint8Array;
  /** What the whole ledger publishes. */
  readonly last: VersionFiles;
  /** What the version publishes that the pointer names. */
  readonly named: VersionFiles | null;
}

/** Holds the pointer against the ledger: it is that of the last version, byte for byte. */
export const checkPointer = ({ election, bytes, last, named }: PointerFacts): readonly Finding[] => {
  const path = dataPaths.latest(election);
  const difference = firstDifference(path, bytes, last.pointerBytes);
  if (difference === null) return [];
  const [now, before] = [last.pointer, named?.pointer];
  const isEarlier = named !== null && firstDifference(path, bytes, named.pointerBytes) === null;
  if (!isEarlier || before === undefined)
    return [{ kind: 'differs', path, message: differenceWords(difference), difference }];
  const message = `is still that of version ${before.version} (${before.size} entries), but the signed checkpoint is at version ${now.version} (${now.size} entries): the pointer was rolled back, or publishing has stalled`;
  const extent = { of: 'versions', now: before.version, before: now.version } as const;
  return [{ kind: 'rolled-back', path, message, extent }];
};

/** The version a pointer names, where it can be read at all. */
export const pointedVersion = (bytes: Uint8Array | null): number | null =>
  (bytes && readPointer(bytes)?.version) ?? null;
