import { dataPaths } from '#shared/publication/paths.ts';
import { isContradiction } from '#shared/verification/finding.ts';
import type { Progress } from '#shared/verification/open-ledger.ts';
import {
  dropsBetween,
  type PublishedConstituency,
  papersOverElectors,
  readTotals,
} from '#shared/verification/published-totals.ts';
import type { SeenLedgers } from '#shared/verification/seen-ledgers.ts';
import { readHeartbeat } from '#shared/verification/signed-files.ts';
import type { Source } from '#shared/verification/source.ts';
import { type Verdict, verifyElection } from '#shared/verification/verify-election.ts';
import { type Alarm, asAlarm, ofDrop, ofExcess, ofFinding } from './monitor-alarms.ts';
import { mirrorOf } from './monitor-mirror.ts';
import { verifyHere } from './verify-here.ts';
import { progressText } from './verify-progress.ts';

const MINUTE_MS = 60_000;

export interface Observing {
  readonly from: Source;
  readonly election: string;
  /** Where the mirror lies. */
  readonly folder: string;
  readonly fresh: boolean;
  readonly keys: readonly string[];
  readonly seen: SeenLedgers;
  readonly heartbeatMinutes: number;
  /** How long a pointer may lag behind its checkpoint. */
  readonly settleMs: number;
  readonly now: () => Date;
  readonly progress: (line: string) => void;
}

export interface Observed {
  readonly alarms: readonly Alarm[];
  readonly verdict: Verdict;
  /** Where evidence was kept. */
  readonly evidence: string | null;
}

/** Totals as they were published, by constituency and ascending version. */
type History = Map<string, Map<number, PublishedConstituency>>;

const noteTotals = (history: History, key: string, bytes: Uint8Array): void => {
  const [, version = ''] =
    /^data\/[^/]+\/r\/(\d{1,15})-[0-9a-f]{8}\/constituencies\/.+\.json$/.exec(key) ?? [];
  const totals = version === '' ? null : readTotals(bytes);
  if (!totals) return;
  const versions = history.get(totals.id) ?? new Map<number, PublishedConstituency>();
  versions.set(Number(version), totals);
  history.set(totals.id, versions);
};

const checkTotals = (history: History) =>
  [...history.values()].flatMap((versions) => {
    const ordered = [...versions].sort(([one], [other]) => one - other).map(([, totals]) => totals);
    const drops = ordered.flatMap((totals, at) => {
      const before = ordered[at - 1];
      return before ? dropsBetween(before, totals) : [];
    });
    const last = ordered.at(-1);
    const entry = last?.entries.at(-1) ?? null;
    return [
      ...drops.map(ofDrop),
      ...(last ? papersOverElectors(last).map((excess) => ofExcess(excess, entry)) : []),
    ];
  });

/** A sign of life that is too old, or none though the election is not just published; one that cannot be believed is found by who verifies. */
export const checkHeartbeatAge = async (
  { election, heartbeatMinutes, now }: Pick<Observing, 'election' | 'heartbeatMinutes' | 'now'>,
  bytes: Uint8Array | null,
  { vkey, asOf }: Pick<Verdict, 'vkey' | 'asOf'>,
) => {
  const path = dataPaths.heartbeat(election);
  const heartbeat =
    bytes && vkey !== null
      ? await readHeartbeat(election, { bytes, vkey, verify: verifyHere.verifySignature })
      : null;
  if (bytes !== null && !heartbeat?.ok) return [];
  const at = heartbeat?.ok ? heartbeat.value.at : null;
  // The first one comes with the first sweep after the first version.
  const since = at ?? asOf;
  if (since !== null && now().getTime() - Date.parse(since) <= heartbeatMinutes * MINUTE_MS) return [];
  const what =
    at === null
      ? `${path} is missing: nobody can tell whether publishing goes on`
      : `the last heartbeat is of ${at}, more than ${heartbeatMinutes} minutes ago`;
  return [{ kind: 'heartbeat' as const, what, path, before: at, now: now().toISOString(), entry: null }];
};

/** Looks at everything of an election, mirrors what is good, and says what is not. */
export const observe = async (observing: Observing): Promise<Observed> => {
  const { from, election, folder, fresh, keys, seen, settleMs, now, progress } = observing;
  const history: History = new Map();
  let heartbeat: Uint8Array | null = null;
  const onRead = (key: string, bytes: Uint8Array): void => {
    noteTotals(history, key, bytes);
    if (key === dataPaths.heartbeat(election)) heartbeat = bytes;
  };
  const mirror = mirrorOf({ from, folder, fresh, onRead });
  const settings = {
    source: mirror.source,
    election,
    keys,
    seen,
    latestOnly: false,
    settleMs,
    progress: (far: Progress) => progress(progressText(far)),
    ...verifyHere,
  };
  const verdict = await verifyElection(settings);
  const isRewritten = verdict.findings.some(isContradiction);
  const named = new Set(verdict.findings.map(({ path }) => path));
  // Of another ledger every file is another one: that is said once.
  const contradicting = isRewritten ? [] : mirror.findings().filter(({ path }) => !named.has(path));
  const findings = [...verdict.findings, ...contradicting];
  const at = now().toISOString();
  const evidence = isRewritten ? await mirror.refuse(`${election}-${at.replaceAll(':', '-')}`) : null;
  if (!isRewritten) await mirror.accept(new Set(findings.map(({ path }) => path)));
  const told = [
    ...findings.map(ofFinding),
    ...checkTotals(history),
    ...(await checkHeartbeatAge(observing, heartbeat, verdict)),
  ];
  return { alarms: told.map((one) => asAlarm(election, at, one)), verdict, evidence };
};
