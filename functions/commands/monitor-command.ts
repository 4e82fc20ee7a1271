import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataPaths } from '#shared/publication/paths.ts';
import { CannotVerify, type Source } from '#shared/verification/source.ts';
import { Misunderstood } from './flags.ts';
import { type Alarm, alarmKey, alarmLine, asAlarm } from './monitor-alarms.ts';
import { checkHeartbeatAge, type Observed, observe } from './monitor-observe.ts';
import { MONITOR_HELP, type MonitorOptions, readMonitorOptions } from './monitor-options.ts';
import type { Terminals } from './verify-command.ts';
import { isAddress, openPlace } from './verify-place.ts';
import { progressLine } from './verify-progress.ts';
import { readSeen, writeSeen } from './verify-seen-file.ts';
import { printable } from './verify-words.ts';

/** So often everything is fetched anew, also what is mirrored: a file that went or changed shows then. */
const FRESH_EVERY_MS = 10 * 60_000;
/** A pointer follows its checkpoint within moments; through an edge it takes a little longer. */
const SETTLE_MS = { web: 5000, folder: 500 } as const;
/** A head is small. */
const MAX_HEAD_BYTES = 1_000_000;

/** What is known of an election since it was last looked at as a whole. */
interface Watched {
  /** Checkpoint and pointer then. */
  readonly heads: string;
  readonly freshAt: number;
  readonly verdict: Observed['verdict'];
  /** Its alarms, but for those of the heartbeat. */
  readonly alarms: readonly Alarm[];
}

interface Monitor {
  readonly options: MonitorOptions;
  readonly terminals: Terminals;
  readonly source: Source;
  readonly now: () => Date;
  readonly watched: Map<string, Watched>;
  /** Alarms that were told and still stand. */
  readonly told: Map<string, Alarm>;
}

const headsOf = async (source: Source, election: string): Promise<string> => {
  const read = async (key: string): Promise<string> => {
    const file = await source.read(key, 20 * MAX_HEAD_BYTES);
    return file.kind === 'read' ? Buffer.from(file.bytes).toString('latin1') : file.kind;
  };
  return (await read(dataPaths.checkpoint(election))) + (await read(dataPaths.latest(election)));
};

const sayObserved = (
  { terminals }: Monitor,
  election: string,
  { verdict, evidence, alarms }: Observed,
): void => {
  const { entries, versions, filesCompared } = verdict;
  const state =
    alarms.length === 0 ? 'holds' : `raises ${alarms.length === 1 ? 'an alarm' : `${alarms.length} alarms`}`;
  const kept = evidence === null ? 'mirrored' : `not mirrored; evidence is kept in ${evidence}`;
  terminals.error.write(
    `${printable(`${election} ${state}: ${entries} entries, ${versions} versions, ${filesCompared} files; ${kept}.`)}\n`,
  );
};

const lookWhole = async (
  monitor: Monitor,
  election: string,
  fresh: boolean,
  heads: string,
): Promise<readonly Alarm[]> => {
  const { options, terminals, source, now, watched } = monitor;
  const state = join(options.mirror, 'seen.json');
  const progress = progressLine(terminals.error);
  const observed = await observe({
    from: source,
    election,
    folder: options.mirror,
    fresh,
    keys: options.keys,
    seen: await readSeen(state),
    heartbeatMinutes: options.heartbeatMinutes,
    settleMs: isAddress(options.from) ? SETTLE_MS.web : SETTLE_MS.folder,
    now,
    progress: progress.show,
  }).finally(progress.clear);
  const problem = await writeSeen(state, observed.verdict.seen);
  if (problem !== null) terminals.error.write(`${problem}\n`);
  sayObserved(monitor, election, observed);
  const freshAt = fresh ? now().getTime() : (watched.get(election)?.freshAt ?? 0);
  const lasting = observed.alarms.filter(({ kind }) => kind !== 'heartbeat');
  watched.set(election, { heads, freshAt, verdict: observed.verdict, alarms: lasting });
  return observed.alarms;
};

/** Everything where something moved or it is time; else only the sign of life. */
const look = async (monitor: Monitor, election: string): Promise<readonly Alarm[]> => {
  const { options, source, now, watched } = monitor;
  const known = watched.get(election);
  const fresh = !known || now().getTime() - known.freshAt >= FRESH_EVERY_MS;
  const heads = await headsOf(source, election);
  if (fresh || heads !== known.heads) return lookWhole(monitor, election, fresh, heads);
  const file = await source.read(dataPaths.heartbeat(election), MAX_HEAD_BYTES);
  const asked = { election, heartbeatMinutes: options.heartbeatMinutes, now };
  const aged =
    file.kind === 'failed'
      ? []
      : await checkHeartbeatAge(asked, file.kind === 'read' ? file.bytes : null, known.verdict);
  return [...known.alarms, ...aged.map((one) => asAlarm(election, now().toISOString(), one))];
};

const unreachable = ({ now }: Monitor, election: string, message: string): Alarm =>
  asAlarm(election, now().toISOString(), {
    kind: 'unreachable',
    what: message,
    path: null,
    before: null,
    now: null,
    entry: null,
  });

/** Tells what is new among the alarms that stand now. */
const tell = ({ options, terminals, told }: Monitor, alarms: readonly Alarm[]): void => {
  const standing = new Map(alarms.map((alarm) => [alarmKey(alarm), alarm]));
  for (const [key, alarm] of standing)
    if (!told.has(key)) terminals.out.write(`${options.json ? JSON.stringify(alarm) : alarmLine(alarm)}\n`);
  told.clear();
  for (const [key, alarm] of standing) told.set(key, alarm);
};

const round = async (monitor: Monitor): Promise<void> => {
  const { options, source, watched } = monitor;
  const elections = options.election === null ? await source.elections() : [options.election];
  if (elections.length === 0) throw new CannotVerify(`No election is published at ${source.name}.`);
  const alarms: Alarm[] = [];
  // What was published once is looked for again, also where no page leads to it any more.
  for (const election of new Set([...elections, ...watched.keys()])) {
    try {
      alarms.push(...(await look(monitor, election)));
    } catch (cause) {
      if (!(cause instanceof CannotVerify) || watched.size === 0) throw cause;
      alarms.push(unreachable(monitor, election, cause.message));
    }
  }
  tell(monitor, alarms);
};

/** What answered before is expected to answer again. */
const roundAgain = async (monitor: Monitor): Promise<void> => {
  const { options, told } = monitor;
  try {
    await round(monitor);
  } catch (cause) {
    if (!(cause instanceof CannotVerify) || monitor.watched.size === 0) throw cause;
    tell(monitor, [...told.values(), unreachable(monitor, options.election ?? 'all', cause.message)]);
  }
};

const follow = async (monitor: Monitor, signal: AbortSignal): Promise<number> => {
  const { options, told } = monitor;
  while (!signal.aborted) {
    await roundAgain(monitor);
    if (options.once) return told.size > 0 ? 1 : 0;
    await pause(options.everySeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
  return 0;
};

/** The command without its process: arguments in, words and exit code out; ends when `signal` says so. */
export const monitorCommand = async (
  args: readonly string[],
  terminals: Terminals,
  { signal, now }: { readonly signal: AbortSignal; readonly now: () => Date },
): Promise<number> => {
  try {
    const options = readMonitorOptions(args);
    if (options === null) {
      terminals.out.write(MONITOR_HELP);
      return 0;
    }
    const { from, election } = options;
    const source = await openPlace(from, election ?? undefined);
    const monitor = { options, terminals, source, now, watched: new Map(), told: new Map() };
    return await follow(monitor, signal);
  } catch (cause) {
    if (cause instanceof Misunderstood)
      terminals.error.write(`${printable(cause.message)}\n\n${MONITOR_HELP}`);
    else if (cause instanceof CannotVerify) terminals.error.write(`${printable(cause.message)}\n`);
    else throw cause;
    return 2;
  }
};
