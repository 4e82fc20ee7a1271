import { dataPaths } from '../publication/paths.ts';
import { isAhead, isArchive, unaccountedFiles } from './account-for-files.ts';
import { checkFixed } from './check-fixed.ts';
import { checkPointer } from './check-pointer.ts';
import { notRead } from './compare-file.ts';
import type { VersionsCompared } from './compare-versions.ts';
import type { Finding } from './finding.ts';
import { bytesOf, lookUntil, statedSize } from './gather-heads.ts';
import type { OpenedLedger, VerifySettings } from './open-ledger.ts';
import { readHeartbeat } from './signed-files.ts';

/** A heartbeat need not be there; if it is, it is signed, and of no version that is not public. */
export const checkHeartbeat = async (
  { election, verifySignature: verify }: VerifySettings,
  { heads, vkey }: OpenedLedger,
  versions: number,
): Promise<readonly Finding[]> => {
  const path = dataPaths.heartbeat(election);
  const bytes = bytesOf(heads.heartbeat);
  if (heads.heartbeat.kind === 'missing' || vkey === null) return [];
  const unread = notRead(path, heads.heartbeat);
  if (bytes === null) return unread ? [unread] : [];
  const heartbeat = await readHeartbeat(election, { bytes, vkey, verify });
  if (!heartbeat.ok) return [heartbeat.problem];
  if (heartbeat.value.version <= versions) return [];
  const message = `was signed at version ${heartbeat.value.version}, but the signed checkpoint ends at version ${versions}: the ledger was rolled back`;
  const extent = { of: 'versions', now: versions, before: heartbeat.value.version } as const;
  return [{ kind: 'rolled-back', path, message, extent }];
};

/** The pointer, which must be there. */
export const checkLatest = (
  election: string,
  { heads }: OpenedLedger,
  compared: VersionsCompared,
): readonly Finding[] => {
  const path = dataPaths.latest(election);
  const { last, named } = compared;
  const unread = notRead(path, heads.pointer);
  if (unread) return [unread];
  const bytes = bytesOf(heads.pointer);
  return bytes && last ? checkPointer({ election, bytes, last, named }) : [];
};

/** The feeds at their fixed addresses are those of the last version, byte for byte. */
export const checkFixedFiles = (
  election: string,
  { heads }: OpenedLedger,
  { last, named }: VersionsCompared,
): readonly Finding[] =>
  [...heads.fixed].flatMap(([name, file]) => {
    const path = dataPaths.fixed(election, name);
    const expected = last?.files.find((one) => one.name === name)?.bytes;
    // An election without a register has no feed of it.
    if (last && expected === undefined)
      return file.kind === 'missing'
        ? []
        : [{ kind: 'unaccounted', path, message: 'does not follow from the ledger' }];
    const unread = notRead(path, file);
    const bytes = bytesOf(file);
    if (unread || bytes === null || expected === undefined) return unread ? [unread] : [];
    return checkFixed({
      path,
      bytes,
      expected,
      before: named?.files.find((one) => one.name === name)?.bytes,
    });
  });

/** Files that nothing accounts for; those of a version that is being published just now are given time to become public. */
export const checkListing = async (
  { source, election, latestOnly, settleMs, pause }: VerifySettings,
  { found }: OpenedLedger,
  compared: VersionsCompared,
  listed: readonly string[],
): Promise<readonly Finding[]> => {
  const size = found?.size ?? 0;
  const accounting = {
    election,
    version: compared.versions,
    size,
    expected: compared.expected,
    latestOnly: latestOnly || isArchive(election, listed),
  };
  const findings = unaccountedFiles(accounting, listed);
  if (!findings.some(({ path }) => isAhead(accounting, path))) return findings;
  const checkpoint = () => source.read(dataPaths.checkpoint(election));
  const hasMoved = (now: number | null) => now !== null && now > size;
  const now = await lookUntil(async () => statedSize(await checkpoint()), hasMoved, { settleMs, pause });
  return hasMoved(now) ? findings.filter(({ path }) => !isAhead(accounting, path)) : findings;
};
