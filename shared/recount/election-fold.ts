import type { AccountRegister } from '../advertisements/account-register.ts';
import type { PlatformDays } from '../advertisements/platform-days.ts';
import type { Draw } from '../election/acts.ts';
import { isContested } from '../election/check-definition.ts';
import { countingStations, type ElectionDefinition } from '../election/definition.ts';
import { rejectedPapers, type StationReport } from '../election/report.ts';
import type { Act, ActOf } from './act.ts';
import type { RoundsEntry } from './count-entry.ts';
import type { PublishedParts } from './public-entry.ts';
import type { Change } from './results.ts';

/** An act with the place of its entry in the ledger. */
export type Logged<T extends Act = Act> = T & { readonly entry: number };

/** What the ledger keeps back of a report, and what it says instead. */
export interface Withheld extends PublishedParts {
  /** Questionable papers rejected, where accounts are kept back. */
  readonly questionableRejected: number;
}

/** One accepted revision of a report, without what stays private. */
export interface LoggedReport {
  readonly act: Logged<ActOf<'report'>>;
  readonly body: StationReport;
  /** Null where the report is whole. */
  readonly withheld: Withheld | null;
  /** Version and time of the batch that brought it. */
  readonly version: number;
  readonly asOf: string;
}

/** Everything the ledger says of one constituency so far. */
export interface ConstituencyFold {
  readonly id: string;
  /** By station: all revisions, the current one last (highest count, then highest revision). */
  readonly reports: Map<string, LoggedReport[]>;
  /** Counting stations that have reported. */
  reported: number;
  /** When a station last reported for the first time, and as which entry: once none is missing, the report that completed the count. */
  lastReport: { readonly at: string; readonly entry: number } | null;
  rounds: (RoundsEntry & { readonly entry: number }) | null;
  /** Estimated misplaced papers as the ledger tells them, where accounts stay private. */
  misplacedEstimate: number | null;
  readonly recounts: Logged<ActOf<'recount'>>[];
  readonly lots: Logged<ActOf<'lots'>>[];
  declaration: Logged<ActOf<'declaration'>> | null;
  /** When it entered the ledger. */
  declared: { readonly version: number; readonly asOf: string } | null;
  readonly events: Logged<ActOf<'event'>>[];
  readonly relocations: Logged<ActOf<'relocation'>>[];
  readonly adjournments: Logged<ActOf<'adjournment'>>[];
  readonly statements: Logged<ActOf<'statement'>>[];
  /** Changes of figures that had already been published. */
  readonly changes: Change[];
  readonly progress: [string, number][];
  readonly entries: number[];
  /** Version and time of the last entry that touched this constituency. */
  version: number;
  asOf: string;
  /** Version and time of the last entry other than a report: definition, close of poll, an officer's act. */
  actVersion: number;
  actAsOf: string;
}

/** One accepted revision of a notice. */
export interface LoggedNotice {
  readonly act: Logged<ActOf<'notice'>>;
  readonly version: number;
  readonly asOf: string;
}

/** A notice with its revisions in order, the newest last, and the notice that took its place. */
export interface NoticeFold {
  readonly id: string;
  readonly revisions: LoggedNotice[];
  supersededBy: string | null;
  /** Version and time of the last entry that touched it. */
  version: number;
  asOf: string;
}

/** What one account has filed, as the ledger tells it. */
export interface AccountFold {
  readonly register: AccountRegister;
  /** Hashes of what it filed: they stay when everything else leaves. */
  readonly filed: {
    readonly number: number;
    readonly receivedAt: string;
    readonly files: readonly { readonly sha256: string; readonly bytes: number }[];
    readonly advertisements: readonly number[];
    readonly entry: number;
  }[];
  /** Version and time of the last entry that touched it. */
  version: number;
  asOf: string;
}

/** The Central Platform: accounts by their ids, and whether the public may still inspect what they filed. */
export interface PlatformFold {
  readonly accounts: Map<string, AccountFold>;
  endedOn: string | null;
  /** Storms and outages, as officers entered them. */
  readonly days: PlatformDays;
  /** Version that opened the first account; null before. */
  since: number | null;
  version: number;
  asOf: string;
}

/** The state that entries add up to. Only `applyEntry` writes to it; readers take it as read-only. */
export interface ElectionFold {
  readonly election: string;
  definition: ElectionDefinition | null;
  definitionRevision: number;
  /** Version and time of the definition in force. */
  defined: { readonly version: number; readonly asOf: string };
  version: number;
  asOf: string;
  /** Entries folded so far. */
  size: number;
  pollClosed: boolean;
  readonly constituencies: Map<string, ConstituencyFold>;
  /** Counting stations by constituency, for the current definition. */
  readonly expected: Map<string, readonly string[]>;
  /** By their names, in the order of the ledger. */
  readonly notices: Map<string, NoticeFold>;
  readonly platform: PlatformFold;
  readonly progress: [string, number][];
  /** What the current version changed. */
  changes: Change[];
  /** Entries that could not count, with why: they change nothing but are told. */
  readonly setAside: { readonly entry: number; readonly code: string }[];
}

export const startFold = (election: string): ElectionFold => ({
  election,
  definition: null,
  definitionRevision: 0,
  defined: { version: 0, asOf: '' },
  version: 0,
  asOf: '',
  size: 0,
  pollClosed: false,
  constituencies: new Map(),
  expected: new Map(),
  notices: new Map(),
  platform: {
    accounts: new Map(),
    endedOn: null,
    days: { storms: new Map(), outages: new Map() },
    since: null,
    version: 0,
    asOf: '',
  },
  progress: [],
  changes: [],
  setAside: [],
});

export const startConstituency = (id: string): ConstituencyFold => ({
  id,
  reports: new Map(),
  reported: 0,
  lastReport: null,
  rounds: null,
  misplacedEstimate: null,
  recounts: [],
  lots: [],
  declaration: null,
  declared: null,
  events: [],
  relocations: [],
  adjournments: [],
  statements: [],
  changes: [],
  progress: [],
  entries: [],
  version: 0,
  asOf: '',
  actVersion: 0,
  actAsOf: '',
});

export const currentReport = (fold: ConstituencyFold, station: string): LoggedReport | undefined =>
  fold.reports.get(station)?.at(-1);

/** Papers that a report did not count, those of grounds that stay private among them. */
export const rejectedIn = ({ body, withheld }: LoggedReport): number =>
  rejectedPapers(body) + (withheld?.questionableRejected ?? 0);

/** Puts a revision in its place: the highest count, then the highest revision, is the one that counts. */
export const insertReport = (fold: ConstituencyFold, logged: LoggedReport): void => {
  const all = fold.reports.get(logged.body.station) ?? [];
  all.push(logged);
  all.sort((a, b) => a.body.count - b.body.count || a.body.revision - b.body.revision);
  fold.reports.set(logged.body.station, all);
};

/** Draws in the order they were entered, over all stages. */
export const allDraws = (fold: ConstituencyFold): readonly Draw[] =>
  fold.lots.flatMap(({ body }) => body.draws);

/** Stations that owe a report, by constituency; where nobody contests there is no poll [2016 ¶2.22]. */
export const expectedStations = (definition: ElectionDefinition): Map<string, readonly string[]> =>
  new Map(
    definition.constituencies.map((constituency) => [
      constituency.id,
      isContested(constituency)
        ? countingStations(definition, constituency.id).map((station) => station.id)
        : [],
    ]),
  );

/** Counting stations that have reported; which stations count changes with the definition only. */
export const reportedStations = (fold: ElectionFold, { id, reports }: ConstituencyFold): number =>
  (fold.expected.get(id) ?? []).filter((station) => reports.has(station)).length;
