import type { Adjournment, CandidateEvent, Draw, Role, Warning } from '../election/acts.ts';
import type { Constituency } from '../election/definition.ts';
import type { Choices } from '../election/report.ts';
import type { StatementFigures } from '../election/statement.ts';
import type { Text } from '../election/text.ts';

/**
 * The shapes of the published result files. A page takes one of them as its value and shows it;
 * nothing on a page is computed from anything else.
 */

/** State of a constituency or of the election as a whole, in the words of the interface. */
export type CountStatus =
  | 'embargo'
  | 'none'
  | 'counting'
  | 'misplaced'
  | 'all'
  | 'recount'
  | 'lots'
  | 'declared'
  | 'corrected'
  | 'uncontested'
  | 'failed'
  | 'terminated';

export interface CandidateResult {
  readonly id: string;
  readonly name: Text;
  readonly elected: boolean;
  readonly event?: CandidateEvent['event'] | undefined;
}

export interface ContestantResult {
  readonly id: string;
  readonly number: string;
  readonly name: Text;
  readonly affiliation?: Text;
  /** In list order; one entry for a single candidate. */
  readonly candidates: readonly CandidateResult[];
  /** Valid votes; first preferences in a preferential count; support in a net-support question. */
  readonly votes: number;
  /** Hundredths by reading A-7, e.g. `"14.48"`; `null` while nothing is counted. */
  readonly share: string | null;
  readonly quotaSeats: number;
  /** Exact remaining votes; `null` where the list has none. */
  readonly remainder: string | null;
  readonly seats: number;
  readonly elected: readonly string[];
  readonly choices?: Choices & { readonly net: number };
  /** Whether the deposit is returned, as far as votes and election decide it [2016 ¶4.25]. */
  readonly depositReturned: boolean | null;
  /** Financial assistance before the caps that need declared expenses, in cents [2016 ¶16.38]. */
  readonly assistance: { readonly eligible: boolean; readonly votesTimesRateCents: number } | null;
}

export interface CountRound {
  readonly round: number;
  readonly continuing: readonly string[];
  readonly votes: Readonly<Record<string, number>>;
  /** Papers still in the count: the denominator of this round. */
  readonly denominator: number;
  /** Papers received this round by each continuing candidate (round 1: all zero). */
  readonly transferred: Readonly<Record<string, number>>;
  /** From whom to whom: `transfers[eliminated][receiver]`, from the elimination before this round. */
  readonly transfers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly exhausted: number;
  readonly exhaustedTotal: number;
  readonly shares: Readonly<Record<string, string>>;
  readonly eliminated: readonly string[];
  readonly elected: readonly string[];
  readonly by: 'absolute_majority' | 'plurality_first_only' | 'only_one_left' | 'lots' | null;
}

export interface LotsState {
  readonly needed: boolean;
  readonly among: readonly string[];
  readonly places: number;
  /** Draws entered by the Returning Officer, in rounds; empty until drawn. */
  readonly rounds: readonly {
    readonly drawn: readonly Draw[];
    readonly elected: readonly string[];
    readonly redraw: readonly string[];
  }[];
}

/** One seat in the order in which seats fell. */
export interface SeatFilled {
  readonly seat: number;
  readonly contestant: string;
  /** `null` where the list has no name left for the seat. */
  readonly candidate: string | null;
  readonly by:
    | 'quota'
    | 'remainder'
    | 'lots'
    | 'votes'
    | 'majority'
    | 'uncontested'
    | 'threshold'
    | 'net_support';
  /** The remainder or votes that took the seat, exact. */
  readonly figure: string | null;
}

/** The closest call: what took the last seat, and what stood next to it. */
export interface LastSeat {
  readonly contestant: string;
  readonly figure: string;
  readonly next: string | null;
  readonly nextFigure: string | null;
  /** Exact distance in votes; `null` where nobody stood next. */
  readonly gap: string | null;
}

/** A warning with what the station said to it. */
export interface Flag extends Warning {
  readonly explanation?: string;
}

export interface StationSummary {
  readonly id: string;
  readonly kind: string;
  readonly name: Text;
  readonly electors: number | null;
  readonly status: 'waiting' | 'reported' | 'recounting' | 'counted_elsewhere';
  readonly countedAt: string | null;
  readonly count: number | null;
  readonly revision: number | null;
  readonly valid: number | null;
  readonly rejected: number | null;
  readonly flags: readonly Flag[];
  readonly corrected: boolean;
  /** Where the count was moved to, while it is there [2016 ¶5.82]. */
  readonly relocatedTo?: Text;
}

export interface DeclarationResult {
  readonly outcome: 'elected' | 'failed' | 'terminated';
  readonly elected: readonly string[];
  readonly declaredAt: string;
  readonly reason: string | null;
  /** Role of the second officer, where one is recorded. */
  readonly confirmedBy?: Role;
  readonly entry: number;
}

/** What is public of questionable papers and accounts, after the declaration [F-4]. */
export interface StatementResult extends StatementFigures {
  readonly number: number;
  readonly reason: string | null;
  readonly at: string;
  readonly entry: number;
}

export interface RecountResult {
  readonly number: number;
  readonly scope: 'station' | 'constituency' | 'misplaced';
  readonly station: string | null;
  readonly requestedBy: string;
  readonly decision: 'allowed' | 'refused';
  readonly reason: string | null;
  readonly at: string;
  readonly entry: number;
}

/** A station whose count was moved [2016 ¶5.82]. */
export interface RelocationResult {
  readonly station: string;
  readonly number: number;
  readonly to: Text;
  readonly opensAt: string | null;
  readonly reason: string;
  readonly at: string;
  readonly entry: number;
}

/** A poll or count suspended or resumed [2016 ¶5.82]. */
export interface AdjournmentResult extends Pick<Adjournment, 'number' | 'state' | 'ground' | 'reason'> {
  readonly station: string | null;
  readonly at: string;
  readonly entry: number;
}

/** One changed figure, as `changes.json` and the pages tell it. */
export interface Change {
  readonly version: number;
  readonly at: string;
  readonly constituency: string | null;
  readonly station: string | null;
  /** What changed: `definition`, `status`, `invalid.unmarked`, `votes.<contestant>`, or `withheld` without figures. */
  readonly field: string;
  readonly old: string | number | null;
  readonly new: string | number | null;
  readonly reason: string | null;
  readonly role: Role;
  readonly entry: number;
}

/** `constituencies/{id}.json`, and one element of `results.json`. */
export interface ConstituencyResult {
  readonly id: string;
  readonly kind: Constituency['kind'];
  readonly system: Constituency['system'];
  readonly seats: number;
  readonly electors: number | null;
  readonly name: Text;
  readonly status: CountStatus;
  readonly contested: boolean;
  readonly stationsReported: number;
  readonly stationsExpected: number;
  readonly valid: number;
  readonly rejected: number;
  /** Quota that was used, exact: `"47252"` or `"330766/7"`. */
  readonly quota: string | null;
  /** Votes divided by seats with the fraction kept. */
  readonly quotaExact: string | null;
  readonly quotaRule: 'disregard' | 'keep' | null;
  readonly contestants: readonly ContestantResult[];
  readonly rounds: readonly CountRound[];
  readonly lots: LotsState;
  /** `quotaRuleSensitive`, `QUOTA_OVERFLOW`, `netSupportTie`, `noVotes` … */
  readonly flags: readonly string[];
  /** With `quotaRuleSensitive`: the seats under the other rule, by contestant. */
  readonly otherRuleSeats: Readonly<Record<string, number>> | null;
  readonly seatOrder: readonly SeatFilled[];
  readonly lastSeat: LastSeat | null;
  readonly unfilled: number;
  /** Estimated misplaced papers and the test of ¶5.80, while it applies [C-8, C-9]; no estimate before all stations reported where accounts stay private. */
  readonly misplaced: {
    readonly estimate: number | null;
    readonly smallestGap: string | null;
    readonly decidingGap: string | null;
    readonly requestAccepted: boolean | null;
  } | null;
  readonly stations: readonly StationSummary[];
  readonly declaration: DeclarationResult | null;
  readonly statement: StatementResult | null;
  readonly recounts: readonly RecountResult[];
  readonly events: readonly {
    readonly candidate: string;
    readonly event: string;
    readonly satisfiedAt: string;
    readonly stage: string;
    readonly entry: number;
  }[];
  readonly relocations: readonly RelocationResult[];
  readonly adjournments: readonly AdjournmentResult[];
  /** Corrections and changes of figures already published (first reports are not listed). */
  readonly changes: readonly Change[];
  /** Reports in, over time: `[asOf, reports]`, at most 60 points. */
  readonly progress: readonly (readonly [string, number])[];
  /** Version and time at which something of this constituency last changed. */
  readonly version: number;
  readonly asOf: string;
  /** Indices of the ledger entries these figures rest on. */
  readonly entries: readonly number[];
}

export type ConstituencySummary = Omit<ConstituencyResult, 'stations' | 'changes'>;

/** What every page and file says about its election. */
export interface ElectionHead {
  readonly election: string;
  readonly title: Text;
  readonly edition: string;
  readonly test: boolean;
  readonly timeZone: string;
  readonly pollOpensAt: string;
  readonly pollClosesAt: string;
  readonly version: number;
  readonly asOf: string;
  readonly status: CountStatus;
  readonly stationsReported: number;
  readonly stationsExpected: number;
}

/** `results.json`. */
export interface ElectionResults extends ElectionHead {
  /** As in `constituencies/{id}.json`, without stations and changes. */
  readonly constituencies: readonly ConstituencySummary[];
  readonly progress: readonly (readonly [string, number])[];
}

/** One accepted revision of a station's report. */
export interface StationRevision {
  readonly count: number;
  readonly revision: number;
  readonly reason: string | null;
  readonly acceptedAt: string;
  readonly role: Role;
  /** Who confirmed it, where two officers stand behind it. */
  readonly confirmedBy?: Role;
  readonly sha256: string;
  readonly entry: number;
  readonly correction: boolean;
}

/** What a station page shows. */
export interface StationResult extends StationSummary {
  readonly constituency: string;
  /** By contestant id; support in a question. `null` where nothing is reported or rankings stay private. */
  readonly votes: Readonly<Record<string, number>> | null;
  readonly choices: Readonly<Record<string, Choices>> | null;
  readonly invalid: Readonly<Record<string, number>>;
  readonly questionable: {
    readonly accepted: number | null;
    readonly rejected: Readonly<Record<string, number>>;
  };
  readonly account: Readonly<Record<string, number>>;
  /** What is said in place of an account and questionable papers that stay private; `null` where nothing is kept back [F-4]. */
  readonly accountsWithheld: { readonly questionableRejected: number } | null;
  readonly revisions: readonly StationRevision[];
  /** Stations whose papers are counted here. */
  readonly feeders: readonly { readonly id: string; readonly name: Text; readonly kind: string }[];
  readonly previous: { readonly id: string; readonly name: Text } | null;
  readonly next: { readonly id: string; readonly name: Text } | null;
  readonly version: number;
  readonly asOf: string;
}

/** Where a published file is, and what it must hold. */
export interface FileReference {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** `latest.json`: the pointer, below 2 kB. */
export interface LatestPointer {
  readonly election: string;
  readonly version: number;
  readonly asOf: string;
  readonly status: CountStatus;
  readonly test: boolean;
  /** Entries in the ledger at this version. */
  readonly size: number;
  /** Root of the ledger's tree, base64. */
  readonly root: string;
  readonly pollAfterMs: number;
  /** For each constituency the version that last changed it; absent where there are too many. */
  readonly constituencies?: Readonly<Record<string, number>> | undefined;
  /** The most wanted files, `index.json` among them, which names all. */
  readonly files: Readonly<Record<string, FileReference>>;
}

/** `index.json`: every file of a version but itself. */
export interface VersionIndex {
  readonly election: string;
  readonly version: number;
  readonly asOf: string;
  readonly status: CountStatus;
  readonly test: boolean;
  readonly files: Readonly<Record<string, FileReference & { readonly type: string }>>;
}
