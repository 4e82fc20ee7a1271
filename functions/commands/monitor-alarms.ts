import type { Finding, FindingKind } from '#shared/verification/finding.ts';
import type { Drop, Excess } from '#shared/verification/published-totals.ts';
import { printable } from './verify-words.ts';

export type AlarmKind =
  /** A checkpoint that does not continue the ones before, or is not signed as it must be. */
  'checkpoint' | 'drop' | 'electors' | 'heartbeat' | 'recompute' | 'missing' | 'unreachable';

/** One thing that somebody should look at now. */
export interface Alarm {
  /** When it was found, by the monitor's clock. */
  readonly at: string;
  readonly election: string;
  readonly kind: AlarmKind;
  readonly what: string;
  /** The public file in which it shows. */
  readonly path: string | null;
  readonly before: number | string | null;
  readonly now: number | string | null;
  /** Index of the ledger entry, where it is one. */
  readonly entry: number | null;
  /** What somebody should do about it. */
  readonly remedy: string;
}

type Told = Omit<Alarm, 'at' | 'election' | 'remedy'>;

const REMEDY: Readonly<Record<AlarmKind, string>> = {
  checkpoint:
    'Keep both signed checkpoints, compare them with a witness and with others who mirror the ledger, and tell the public that two histories were signed.',
  drop: 'Ask the Returning Officer for the reason, and whether a correction was entered without one.',
  electors:
    'Compare the report with the paper form at the station, and the number of electors with the register.',
  heartbeat: 'Ask the portal’s operators whether publishing stands still; the figures shown may be old.',
  recompute:
    'Run verify against the site and against the mirror; the mirror holds what was published before.',
  missing: 'Ask the portal’s operators for the file; the mirror may still hold it.',
  unreachable: 'Try again, also from another network.',
};

const KIND_OF: Readonly<Record<FindingKind, AlarmKind>> = {
  missing: 'missing',
  unreadable: 'unreachable',
  differs: 'recompute',
  signature: 'checkpoint',
  entry: 'recompute',
  'rolled-back': 'checkpoint',
  fork: 'checkpoint',
  unaccounted: 'recompute',
};

export const ofFinding = ({ kind, path, message, entry, extent }: Finding): Told => ({
  kind: KIND_OF[kind],
  what: `${path} ${message}`,
  path,
  before: extent?.before ?? null,
  now: extent?.now ?? null,
  entry: entry ?? null,
});

const nameOf = (figure: string): string => {
  if (figure === 'valid') return 'valid votes';
  return figure === 'stationsReported' ? 'stations reported' : `votes of ${figure.slice('votes.'.length)}`;
};

export const ofDrop = ({ constituency, figure, before, now, versions, entry }: Drop): Told => ({
  kind: 'drop',
  what: `${constituency}: ${nameOf(figure)} fell from ${before} at version ${versions[0]} to ${now} at version ${versions[1]}, and no reason on record accounts for it`,
  path: null,
  before,
  now,
  entry,
});

export const ofExcess = (
  { constituency, station, papers, electors }: Excess,
  entry: number | null,
): Told => ({
  kind: 'electors',
  what: `${constituency}${station === null ? '' : `, station ${station}`}: ${papers} papers were counted, and there are ${electors} electors`,
  path: null,
  before: electors,
  now: papers,
  entry,
});

export const asAlarm = (election: string, at: string, told: Told): Alarm => ({
  at,
  election,
  ...told,
  remedy: REMEDY[told.kind],
});

/** The same alarm, whenever it is found. */
export const alarmKey = ({ election, kind, what }: Alarm): string => `${election} ${kind} ${what}`;

export const alarmLine = ({ at, election, kind, what, entry, remedy }: Alarm): string => {
  const told = entry === null || what.includes(`entry ${entry}`) ? '' : ` (ledger entry ${entry})`;
  return printable(`${at} ALARM ${election} ${kind}: ${what.replace(/\.$/, '')}${told}. ${remedy}`);
};
