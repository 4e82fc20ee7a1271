import { encodeBase64 } from '#shared/ledger/base64.ts';
import { dataPaths } from '#shared/publication/paths.ts';
import { pointedVersion } from '#shared/verification/check-pointer.ts';
import { checkWitnesses } from '#shared/verification/check-witnesses.ts';
import type { Finding } from '#shared/verification/finding.ts';
import { compareWithSeen, remember, type SeenLedgers, sizeSeen } from '#shared/verification/seen-ledgers.ts';
import { notRead } from './verify-files.ts';
import { bytesOf } from './verify-heads.ts';
import { type OpenedLedger, openLedger, type VerifySettings } from './verify-opened.ts';
import { checkFixedFiles, checkHeartbeat, checkLatest, checkListing } from './verify-published.ts';
import { compareVersions, MAX_FINDINGS, type VersionsCompared } from './verify-versions.ts';

/** What was found about one election. */
export interface Verdict {
  readonly election: string;
  readonly findings: readonly Finding[];
  /** True where there may be more findings than are told. */
  readonly stoppedEarly: boolean;
  readonly notes: readonly string[];
  readonly vkey: string | null;
  readonly entries: number;
  readonly versions: number;
  readonly filesCompared: number;
  readonly asOf: string | null;
  readonly root: string | null;
  /** To be remembered, with what was seen before. */
  readonly seen: SeenLedgers;
}

const skippedNote = ({ skipped }: VersionsCompared): readonly string[] =>
  skipped.length === 0
    ? []
    : [`${skipped.length} files of earlier versions are not published any more, the first ${skipped[0]}.`];

const seenNote = ({ seen }: VerifySettings, { found }: OpenedLedger): readonly string[] => {
  if (found === null || compareWithSeen(seen, found).length > 0) return [];
  const size = sizeSeen(seen, found);
  return size === null
    ? ['The ledger is seen for the first time: from now on it can only grow.']
    : [`The ledger continues the ${size} entries seen before.`];
};

const failed = (settings: VerifySettings, opened: OpenedLedger): Verdict => {
  const { election, seen } = settings;
  const { vkey, found, heads } = opened;
  const pointer = notRead(dataPaths.latest(election), heads.pointer);
  const heartbeat = checkHeartbeat(election, opened, Number.MAX_SAFE_INTEGER);
  return {
    election,
    findings: [...opened.findings, ...(pointer ? [pointer] : []), ...heartbeat],
    stoppedEarly: true,
    notes: ['The published files were not compared, since the entries could not be believed.'],
    vkey,
    entries: found?.size ?? 0,
    versions: 0,
    filesCompared: 0,
    asOf: null,
    root: found && encodeBase64(found.root),
    seen,
  };
};

/** A ledger that is whole but says nothing publishes nothing. */
const checkDefined = (election: string, { isComplete, last, findings }: VersionsCompared) =>
  isComplete && last === null && findings.length === 0
    ? [
        {
          kind: 'entry' as const,
          path: dataPaths.checkpoint(election),
          message: 'is of a ledger that defines no election',
        },
      ]
    : [];

/** Everything that can be known of an election from its public files alone. */
export const verifyElection = async (settings: VerifySettings): Promise<Verdict> => {
  const { source, election, latestOnly, progress } = settings;
  const opened = await openLedger(settings);
  const { heads, found, ledger, vkey } = opened;
  if (!found || !ledger?.content) return failed(settings, opened);
  const witnesses = checkWitnesses(bytesOf(heads.witnesses), found);
  const listed = await source.list(election);
  const compared = await compareVersions({
    source,
    election,
    ledger: { ...ledger, content: ledger.content },
    listed,
    latestOnly,
    vkey: found.vkey,
    pointed: pointedVersion(bytesOf(heads.pointer)),
    progress: (entries, files) =>
      progress(`${election}: entry ${entries} of ${found.size}, ${files} files compared`),
  });
  const findings = [
    ...opened.findings,
    ...compared.findings,
    ...checkDefined(election, compared),
    ...checkLatest(election, opened, compared),
    ...checkFixedFiles(election, opened, compared),
    ...witnesses.findings,
    ...(compared.isComplete ? checkHeartbeat(election, opened, compared.versions) : []),
    ...(listed && compared.isComplete ? await checkListing(settings, opened, compared, listed) : []),
  ];
  return {
    election,
    findings: findings.slice(0, MAX_FINDINGS),
    stoppedEarly: findings.length > MAX_FINDINGS || !compared.isComplete,
    notes: [...seenNote(settings, opened), ...witnesses.notes, ...skippedNote(compared)],
    vkey,
    entries: found.size,
    versions: compared.versions,
    filesCompared: compared.filesCompared,
    asOf: compared.last?.pointer.asOf ?? null,
    root: encodeBase64(found.root),
    seen: remember(settings.seen, found),
  };
};
