import type { Adjournment, RecountDecision, Relocation, Role, Warning } from '../election/acts.ts';
import type { Constituency, Contestant, ElectionDefinition, Station } from '../election/definition.ts';
import type { NoticeTypeId } from '../election/notice.ts';
import type { StationReport } from '../election/report.ts';
import type { Text } from '../election/text.ts';
import type { Told } from '../notices/notice-type.ts';
import type { PublishedParts } from '../recount/public-entry.ts';
import type {
  AdjournmentResult,
  ConstituencyResult,
  CountStatus,
  LotsState,
  RecountResult,
} from '../recount/results.ts';
import type { Difference } from './differences.ts';
import type { Entry, FormName, ProposedAct, StepName } from './entry.ts';
import type { WorkState } from './station-work.ts';

/** What the desk's screens take as their values: answers of the API, never public. */

/** An election as the desk lists it, with the places where this officer may act. */
export interface DeskElection {
  readonly id: string;
  readonly title: Text;
  readonly test: boolean;
  readonly pollClosesAt: string;
  readonly entry: 'single' | 'double';
  readonly constituencies: readonly (Pick<Constituency, 'id' | 'name' | 'kind' | 'system' | 'seats'> & {
    /** Own stations of an officer of a station; all others see every station in the progress. */
    readonly stations: readonly Pick<Station, 'id' | 'name' | 'kind'>[];
  })[];
}

/** `GET /api/desk`. */
export interface DeskHome {
  /** The server's clock. */
  readonly now: string;
  readonly elections: readonly DeskElection[];
}

/** `GET …/desk/{constituency}/form`: all that a form needs, so that it can be kept on the device and filled in without a network. */
export interface FormSheet {
  readonly now: string;
  readonly election: Pick<ElectionDefinition, 'id' | 'title' | 'test' | 'pollOpensAt' | 'pollClosesAt'> & {
    readonly entry: 'single' | 'double';
    /** What a confirmation makes public of a report beside its votes and the papers not counted. */
    readonly publishes: PublishedParts;
  };
  readonly constituency: Pick<Constituency, 'id' | 'name' | 'kind' | 'system' | 'seats'> & {
    readonly electors: number | null;
    readonly contestants: readonly Contestant[];
  };
  /** Hash of the candidate list; goes back with the report. */
  readonly ballot: string;
  /** Stations that count votes and that this officer may report for. */
  readonly stations: readonly (Pick<Station, 'id' | 'name' | 'kind'> & {
    readonly electors: number | null;
    /** Names of the stations whose papers are counted here. */
    readonly feeders: readonly Pick<Station, 'id' | 'name'>[];
  })[];
}

/** A step that is still missing, and the roles that can take it. */
export interface MissingStep {
  readonly step:
    | 'entry'
    | 'second_entry'
    | 'resolution'
    | 'result_told'
    | 'resume'
    | 'confirmation'
    | 'recount'
    | 'stations'
    | 'misplaced'
    | 'lots'
    | 'declaration'
    | 'second_person'
    | 'statement'
    | 'notices';
  readonly by: readonly Role[];
  /** Stations that it waits for, as many as a sentence holds. */
  readonly stations?: readonly string[];
  /** Notices that acts of the night ask for and nobody has posted, each once. */
  readonly notices?: readonly { readonly type: NoticeTypeId; readonly name: Told }[];
}

/** One line of the progress screen. */
export interface ProgressRow {
  readonly id: string;
  readonly name: Text;
  readonly kind: Station['kind'];
  readonly electors: number | null;
  readonly state: WorkState;
  readonly count: number;
  readonly revision: number;
  /** When this state began; when the station was last heard of. */
  readonly since: string | null;
  readonly lastSign: string | null;
  /** The last step of this count that was told. */
  readonly step: StepName | null;
  /** Codes of the warnings of the report that waits or stands, and whether the station explained them. */
  readonly flags: readonly { readonly code: string; readonly explained: boolean }[];
  readonly differing: number;
  readonly missing: readonly MissingStep[];
  readonly recounting: boolean;
  readonly suspended: boolean;
  readonly relocatedTo: Text | null;
  /** Telephone of the station's officer, where an account names one. */
  readonly phone: string | null;
}

/** Figures that a confirmation moves. */
export interface PublicFigures {
  readonly status: CountStatus;
  readonly reports: number;
  readonly expected: number;
  readonly valid: number;
  readonly rejected: number;
  readonly quota: string | null;
  /** Who holds the last seat on these votes, and by how much; exact. */
  readonly lastSeat: { readonly contestant: string; readonly gap: string | null } | null;
  readonly seats: Readonly<Record<string, number>>;
}

/** A proposed act that waits for a second officer, or what became of it. */
export interface ProposalView {
  readonly number: number;
  readonly act: ProposedAct;
  readonly sha256: string;
  readonly proposedAt: string;
  readonly proposedBy: Role;
  /** True where it is this officer's own: then somebody else must second it. */
  readonly own: boolean;
  readonly state: 'open' | 'refused' | 'seconded';
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

/** What a declaration would say now: the words are made from it. */
export interface ReadyDeclaration {
  readonly outcome: 'elected' | 'failed';
  /** Candidate ids in the order of the seats. */
  readonly elected: readonly string[];
  readonly unfilled: number;
}

/** An act of an officer as the desk tells it: by which roles, when, and what it says. */
export interface DeskAct {
  readonly at: string;
  readonly role: Role;
  readonly confirmedBy: Role | null;
  readonly said:
    | { readonly type: 'recount'; readonly body: RecountDecision }
    | { readonly type: 'relocation'; readonly body: Relocation }
    | { readonly type: 'adjournment'; readonly body: Adjournment }
    | ProposedAct;
}

/** `GET …/desk/{constituency}`: the constituency on one screen. */
export interface ProgressView {
  readonly now: string;
  /** How long a screen that is looked at waits before it asks again. */
  readonly pollAfterMs: number;
  readonly pollClosed: boolean;
  readonly sheet: Omit<FormSheet, 'now' | 'stations'>;
  /** Minutes without a word after which a station is called silent. */
  readonly silentAfterMinutes: number;
  readonly rows: readonly ProgressRow[];
  readonly public: PublicFigures;
  /** What the constituency as a whole waits for, in order. */
  readonly missing: readonly MissingStep[];
  readonly proposals: readonly ProposalView[];
  readonly recounts: readonly RecountResult[];
  readonly nextRecount: number;
  readonly misplaced: ConstituencyResult['misplaced'];
  readonly lots: LotsState;
  readonly lotsEntered: number;
  readonly events: ConstituencyResult['events'];
  readonly adjournments: readonly AdjournmentResult[];
  readonly relocations: ConstituencyResult['relocations'];
  readonly declaration: ConstituencyResult['declaration'];
  readonly ready: ReadyDeclaration | null;
  readonly contestants: ConstituencyResult['contestants'];
  readonly rounds: ConstituencyResult['rounds'];
  readonly seatOrder: ConstituencyResult['seatOrder'];
  /** Every officer's act so far, the newest first. */
  readonly acts: readonly DeskAct[];
  readonly flags: readonly string[];
}

/** A warning with its words in the language of the request, and what the station said to it. */
export interface ToldWarning extends Warning {
  readonly title: string;
  readonly text: string;
  readonly remedy: string;
  readonly explanation?: string;
}

/** Public votes by contestant, all of them, and in how many reports. */
export interface PublicSums {
  readonly votes: Readonly<Record<string, number>>;
  readonly valid: number;
  readonly stationsReported: number;
}

/** `GET …/desk/{constituency}/stations/{station}`: one station's form, as far as this officer may see it. */
export interface StationView {
  readonly now: string;
  readonly row: ProgressRow;
  readonly form: FormName;
  readonly steps: readonly StepName[];
  /** Forms that were typed: by which role and when. Figures are shown only once nothing independent is left to type. */
  readonly entries: readonly {
    readonly slot: 1 | 2;
    readonly role: Role;
    readonly at: string;
    readonly own: boolean;
  }[];
  readonly sentBack: { readonly reason: string; readonly at: string; readonly role: Role } | null;
  /** What this officer typed before the form was sent back: to go on from. Nobody sees another's. */
  readonly earlier: Entry | null;
  /** This officer may type the form, settle the difference, confirm, or take an entry back. */
  readonly may: {
    readonly enter: boolean;
    readonly resolve: boolean;
    readonly confirm: boolean;
    readonly sendBack: boolean;
  };
  readonly differences: readonly Difference[];
  /** While two entries differ: what both agree on, with the first one's figures where they differ. */
  readonly agreed: StationReport | null;
  readonly settled: StationReport | null;
  /** Hash of the settled report: a confirmation names it. */
  readonly sha256: string | null;
  readonly warnings: readonly ToldWarning[];
  /** The report that stands in public. */
  readonly standing: StationReport | null;
  readonly standingAt: string | null;
  /** Recounts asked for at this station, and the number that the next request of the constituency has. */
  readonly recounts: readonly RecountResult[];
  readonly nextRecount: number;
  readonly preview: { readonly now: PublicFigures; readonly after: PublicFigures } | null;
  /** What the reports that are public add up to: a form is held against it while it is typed. Null before the close of poll. */
  readonly soFar: PublicSums | null;
  /** The constituency is declared: figures change by corrections only. */
  readonly declared: boolean;
}
