import { encodeBase64 } from '../ledger/base64.ts';
import { dataPaths } from '../publication/paths.ts';
import type { VersionFiles } from '../publication/version-files.ts';
import { isArchive } from './account-for-files.ts';
import { pointedVersion } from './check-pointer.ts';
import { checkFixedFiles, checkHeartbeat, checkLatest, checkListing } from './check-published.ts';
import { checkWitnesses } from './check-witnesses.ts';
import { notRead } from './compare-file.ts';
import { compareVersions, MAX_FINDINGS, type VersionsCompared } from './compare-versions.ts';
import type { Finding } from './finding.ts';
import { bytesOf } from './gather-heads.ts';
import { isOldCopy, type OpenedLedger, openLedger, type VerifySettings } from './open-ledger.ts';
import { remember, type SeenLedgers, sizeSeen } from './seen-ledgers.ts';

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
  /** Entries seen before that this ledger continues; `null` where none were. */
  readonly sizeSeen: number | null;
  /** A copy that ends before what was seen: it cannot show that this continues it. */
  readonly isOlder: boolean;
  /** The signed note: with what was seen before, proof of what the signer did. */
  readonly checkpoint: string | null;
  /** What the ledger gives; `null` where that could not be computed. */
  readonly published: VersionFiles | null;
  /** To be remembered, with what was seen before. */
  readonly seen: SeenLedgers;
}

const skippedNote = ({ skipped }: VersionsCompared): readonly string[] =>
  skipped.length === 0
    ? []
    : [`${skipped.length} files of earlier versions are not published any more, the first ${skipped[0]}.`];

/** Size of the ledger when it was seen before, where it is not contradicted; `null` the first time. */
const continues = ({ seen }: VerifySettings, { found, contradictions }: OpenedLedger): number | null =>
  found === null || contradictions.length > 0 ? null : sizeSeen(seen, found);

const isOlder = (settings: VerifySettings, { contradictions }: OpenedLedger): boolean =>
  contradictions.length > 0 && contradictions.every((one) => isOldCopy(settings, one));

const seenNote = (settings: VerifySettings, opened: OpenedLedger): readonly string[] => {
  const { found, contradictions } = opened;
  if (found === null) return [];
  const size = sizeSeen(settings.seen, found);
  if (size === null) return ['The ledger is seen for the first time: from now on it can only grow.'];
  if (contradictions.length === 0) return [`The ledger continues the ${size} entries seen before.`];
  return isOlder(settings, opened)
    ? [`This copy is older than the ${size} entries seen before: it cannot show that they continue it.`]
    : [];
};

const failed = async (settings: VerifySettings, opened: OpenedLedger): Promise<Verdict> => {
  const { election, seen } = settings;
  const { vkey, found, heads } = opened;
  const pointer = notRead(dataPaths.latest(election), heads.pointer);
  const heartbeat = await checkHeartbeat(settings, opened, Number.MAX_SAFE_INTEGER);
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
    sizeSeen: continues(settings, opened),
    isOlder: isOlder(settings, opened),
    checkpoint: found?.note ?? null,
    published: null,
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
  const witnesses = await checkWitnesses(bytesOf(heads.witnesses), found, settings.verifySignature);
  const listed = await source.list(election);
  const isOnlyArchive = isArchive(election, listed);
  const compared = await compareVersions({
    source,
    election,
    ledger: { ...ledger, content: ledger.content },
    listed,
    latestOnly: latestOnly || isOnlyArchive,
    isArchive: isOnlyArchive,
    vkey: found.vkey,
    verifySignature: settings.verifySignature,
    pointed: pointedVersion(bytesOf(heads.pointer)),
    progress: (entries, files) => progress({ election, stage: 'recount', entries, size: found.size, files }),
  });
  const findings = [
    ...opened.findings,
    ...compared.findings,
    ...checkDefined(election, compared),
    ...checkLatest(election, opened, compared),
    ...(isOnlyArchive ? [] : checkFixedFiles(election, opened, compared)),
    ...witnesses.findings,
    ...(compared.isComplete ? await checkHeartbeat(settings, opened, compared.versions) : []),
    ...(listed && compared.isComplete ? await checkListing(settings, opened, compared, listed) : []),
  ];
  return {
    election,
    findings: findings.slice(0, MAX_FINDINGS),
    stoppedEarly: findings.length > MAX_FINDINGS || !compared.isComplete,
    notes: [
      ...seenNote(settings, opened),
      ...witnesses.notes,
      ...(isOnlyArchive ? [] : skippedNote(compared)),
    ],
    vkey,
    entries: found.size,
    versions: compared.versions,
    filesCompared: compared.filesCompared,
    asOf: compared.last?.pointer.asOf ?? null,
    root: encodeBase64(found.root),
    sizeSeen: continues(settings, opened),
    isOlder: isOlder(settings, opened),
    checkpoint: found.note,
    published: compared.last,
    seen: remember(settings.seen, found),
  };
};
