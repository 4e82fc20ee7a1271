import { percentOf, sharesOf } from '../allocation/percentages.ts';
import { isContested, standingNames } from '../election/check-definition.ts';
import type { Constituency, ElectionDefinition } from '../election/definition.ts';
import { candidateStage, lostAfterClose, struckNames } from './candidate-stage.ts';
import { choicesOf } from './choices.ts';
import { declaredNames } from './declared-names.ts';
import { drawsThatApply } from './draws-that-apply.ts';
import { allDraws, type ConstituencyFold, type ElectionFold, startConstituency } from './election-fold.ts';
import { entitlements } from './entitlements.ts';
import { centralLines, estimateOf, misplacedPapers } from './misplaced-papers.ts';
import { type Named, nameElected, uncontestedSeats } from './name-elected.ts';
import { type Circumstances, emptyOutcome, type Outcome, type OutcomeOf } from './outcome.ts';
import type {
  CandidateResult,
  ConstituencyResult,
  ContestantResult,
  DeclarationResult,
  RecountResult,
  StatementResult,
} from './results.ts';
import { stationSummary } from './station-results.ts';
import { constituencyStatus, recountingStations } from './status.ts';
import { tally as addUp, type Tally } from './tally.ts';

/** One constituency, counted: what the files and pages show, and what they were made from. */
export interface CountedConstituency {
  readonly result: ConstituencyResult;
  readonly tally: Tally;
  readonly recounting: ReadonlySet<string>;
  /** Version and time of the last entry other than a report. */
  readonly lastAct: { readonly version: number; readonly asOf: string };
  /** For each station that has reported, the version of its first report. */
  readonly firstReports: readonly number[];
}

/** What a constituency is counted from. */
export interface CountBasis {
  readonly fold: Pick<ElectionFold, 'expected' | 'pollClosed' | 'definition' | 'constituencies'>;
  readonly definition: ElectionDefinition;
  /** How the voting systems decide that its definition names. */
  readonly outcomeOf: OutcomeOf;
}

const firstReportsOf = (fold: Pick<ElectionFold, 'expected'>, state: ConstituencyFold): readonly number[] =>
  (fold.expected.get(state.id) ?? []).flatMap((station) => {
    const reports = state.reports.get(station);
    return reports ? [Math.min(...reports.map(({ version }) => version))] : [];
  });

/** Balls were entered that decide nothing as the figures stand. */
const LOTS_NOT_APPLICABLE = 'lotsNotApplicable';

const decide = (
  { definition, outcomeOf }: CountBasis,
  constituency: Constituency,
  state: ConstituencyFold,
  tally: Tally,
): Outcome => {
  const struck = struckNames(definition, state.events);
  if (!isContested(constituency, struck)) {
    return { ...emptyOutcome(tally.votes), ...uncontestedSeats(constituency, struck) };
  }
  if (tally.stationsReported === 0) return emptyOutcome(tally.votes);
  const quotaFraction = definition.rules?.quotaFraction ?? 'disregard';
  const withDraws = (draws: Circumstances['draws']): Outcome =>
    outcomeOf({
      constituency,
      tally,
      rounds: state.rounds,
      circumstances: { quotaFraction, draws, struck },
    });
  const outcome = withDraws(allDraws(state));
  if (!outcome.flags.includes(LOTS_NOT_APPLICABLE)) return outcome;
  const applying = drawsThatApply(
    state.lots.map(({ body }) => body.draws),
    outcome.lots,
  );
  if (applying.length === 0) return outcome;
  const decided = withDraws(applying);
  return { ...decided, flags: [...decided.flags, LOTS_NOT_APPLICABLE] };
};

const candidatesOf = (
  constituency: Constituency,
  contestant: Constituency['contestants'][number],
  state: ConstituencyFold,
  elected: readonly string[],
): readonly CandidateResult[] =>
  standingNames(contestant, constituency).map(({ id, name }) => {
    const event = state.events.find(({ candidate }) => candidate === id)?.body.event;
    return { id, name, elected: elected.includes(id), ...(event ? { event } : {}) };
  });

/** Shares of the valid papers by reading A-7; where a paper carries several votes they need not add up to 100. */
const sharesBy = (constituency: Constituency, outcome: Outcome): ReadonlyMap<string, string> => {
  const ids = [...outcome.votes.keys()];
  const votes = [...outcome.votes.values()];
  const together =
    constituency.system !== 'net_support' &&
    votes.reduce((total, figure) => total + figure, 0) === outcome.valid;
  const shares = together ? sharesOf(votes) : votes.map((figure) => percentOf(figure, outcome.valid));
  return new Map(ids.map((id, index) => [id, shares[index] ?? '0.00']));
};

const contestantResults = (
  definition: ElectionDefinition,
  constituency: Constituency,
  state: ConstituencyFold,
  tally: Tally,
  outcome: Outcome,
  named: Named,
): readonly ContestantResult[] => {
  const counted = outcome.valid > 0;
  const shares = counted ? sharesBy(constituency, outcome) : null;
  const choices = constituency.system === 'net_support' ? choicesOf(constituency, tally) : null;
  return constituency.contestants.map((contestant) => {
    const elected = named.elected.get(contestant.id) ?? [];
    const choice = choices?.get(contestant.id);
    const votes = outcome.votes.get(contestant.id) ?? 0;
    return {
      id: contestant.id,
      number: contestant.number,
      name: contestant.name,
      ...(contestant.affiliation ? { affiliation: contestant.affiliation } : {}),
      candidates: candidatesOf(constituency, contestant, state, elected),
      votes,
      share: shares?.get(contestant.id) ?? null,
      quotaSeats: outcome.quotaSeats.get(contestant.id) ?? 0,
      remainder: outcome.remainders.get(contestant.id) ?? null,
      seats: named.seats.get(contestant.id) ?? 0,
      elected,
      ...(choice ? { choices: { ...choice, net: choice.support - choice.oppose } } : {}),
      ...entitlements({ definition, constituency, valid: outcome.valid, votes, elected, contestant }),
    };
  });
};

const declarationOf = ({ declaration }: ConstituencyFold): DeclarationResult | null =>
  declaration && {
    outcome: declaration.body.outcome,
    elected: declaration.body.elected,
    declaredAt: declaration.acceptedAt,
    reason: declaration.body.reason ?? null,
    ...(declaration.confirmedBy ? { confirmedBy: declaration.confirmedBy } : {}),
    entry: declaration.entry,
  };

/** The latest statement, which takes the place of those before it. */
const statementOf = ({ statements }: ConstituencyFold): StatementResult | null => {
  const latest = statements.toSorted((a, b) => a.body.number - b.body.number).at(-1);
  if (!latest) return null;
  const { number, reason = null, questionable, accounts } = latest.body;
  return { number, reason, questionable, accounts, at: latest.acceptedAt, entry: latest.entry };
};

const recountOf = (act: ConstituencyFold['recounts'][number]): RecountResult => ({
  number: act.body.number,
  scope: act.body.scope,
  station: act.body.station ?? null,
  requestedBy: act.body.requestedBy,
  decision: act.body.decision,
  reason: act.body.reason ?? null,
  at: act.acceptedAt,
  entry: act.entry,
});

const MOST_POINTS = 60;

/** At most 60 points of a series, first and last always among them. */
export const thinned = <T>(series: readonly T[]): readonly T[] =>
  series.length <= MOST_POINTS
    ? [...series]
    : Array.from(
        { length: MOST_POINTS },
        (_, index) => series[Math.floor((index * (series.length - 1)) / (MOST_POINTS - 1))],
      ).filter((point): point is T => point !== undefined);

const misplacedOf = (
  definition: ElectionDefinition,
  fold: Pick<ElectionFold, 'expected'>,
  constituency: Constituency,
  state: ConstituencyFold,
  outcome: Outcome,
): ConstituencyResult['misplaced'] =>
  constituency.kind === 'geographical' && outcome.quota !== null
    ? misplacedPapers(outcome, estimateOf(definition, fold, constituency, state))
    : null;

/** Counts a constituency from what the ledger says of it: totals, seats, names, and how it came to that. */
export const countConstituency = (basis: CountBasis, constituency: Constituency): CountedConstituency => {
  const { fold, definition } = basis;
  const state = fold.constituencies.get(constituency.id) ?? startConstituency(constituency.id);
  const tally = addUp(fold, constituency, state);
  const outcome = decide(basis, constituency, state, tally);
  const central = centralLines(definition, constituency);
  const status = constituencyStatus({ definition, constituency, fold, state, tally, outcome, central });
  const stopped = status === 'terminated';
  const gone = new Set([
    ...struckNames(definition, state.events),
    ...lostAfterClose(definition, state.events),
  ]);
  const computed = nameElected(constituency, stopped ? [] : outcome.seats, gone);
  const { named, differs } = declaredNames(constituency, state.declaration, computed);
  const recounting = recountingStations(fold, state, central);
  const context = { definition, constituency, state, tally, recounting };
  const result: ConstituencyResult = {
    id: constituency.id,
    kind: constituency.kind,
    system: constituency.system,
    seats: constituency.seats,
    electors: constituency.electors ?? null,
    name: constituency.name,
    status,
    contested: isContested(constituency, struckNames(definition, state.events)),
    stationsReported: tally.stationsReported,
    stationsExpected: tally.stationsExpected,
    valid: outcome.valid,
    rejected: tally.rejected + outcome.rejected,
    quota: outcome.quota,
    quotaExact: outcome.quotaExact,
    quotaRule: outcome.quotaRule,
    contestants: contestantResults(definition, constituency, state, tally, outcome, named),
    rounds: outcome.rounds,
    lots: outcome.lots,
    flags: differs ? [...outcome.flags, 'declaredDiffers'] : outcome.flags,
    otherRuleSeats: outcome.otherRuleSeats,
    seatOrder: named.seatOrder,
    lastSeat: outcome.lastSeat,
    unfilled: outcome.unfilled + named.vacant,
    misplaced: misplacedOf(definition, fold, constituency, state, outcome),
    stations: definition.stations
      .filter((station) => station.constituency === constituency.id)
      .map((station) => stationSummary(station, context)),
    declaration: declarationOf(state),
    statement: statementOf(state),
    recounts: state.recounts.map(recountOf),
    events: state.events.map(({ candidate, body, entry }) => ({
      candidate,
      event: body.event,
      satisfiedAt: body.satisfiedAt,
      stage: candidateStage(definition, body.satisfiedAt),
      entry,
    })),
    relocations: state.relocations.map(({ body, acceptedAt, entry }) => ({
      station: body.station,
      number: body.number,
      to: body.to,
      opensAt: body.opensAt ?? null,
      reason: body.reason,
      at: acceptedAt,
      entry,
    })),
    adjournments: state.adjournments.map(({ body, acceptedAt, entry }) => ({
      number: body.number,
      state: body.state,
      ground: body.ground,
      reason: body.reason,
      station: body.station ?? null,
      at: acceptedAt,
      entry,
    })),
    changes: [...state.changes],
    progress: thinned(state.progress),
    version: state.version,
    asOf: state.asOf,
    entries: [...state.entries],
  };
  return {
    result,
    tally,
    recounting,
    lastAct: { version: state.actVersion, asOf: state.actAsOf },
    firstReports: firstReportsOf(fold, state),
  };
};
