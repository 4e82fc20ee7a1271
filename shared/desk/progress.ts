import type { Role, Warning } from '../election/acts.ts';
import { checkReport } from '../election/check-report.ts';
import { countingStations, type Station } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import { contentHash } from '../hash.ts';
import { isSuspended } from '../recount/accept-moves.ts';
import type { Known } from '../recount/accept-report.ts';
import type { CountedConstituency } from '../recount/count-constituency.ts';
import { toldOutliers } from '../recount/outlier.ts';
import { reportWarnings } from '../recount/report-warnings.ts';
import type { ConstituencyResult } from '../recount/results.ts';
import { constituencyOf } from '../recount/tally.ts';
import { must } from '../result.ts';
import { rowsOf, standingRows } from './accept-decision.ts';
import { tellsResult } from './accept-form.ts';
import { proposalsOf } from './accept-proposal.ts';
import { decisionWarnings } from './decision-warnings.ts';
import { formOf, type Signed } from './desk-record.ts';
import type { MissingStep, ProgressRow, ProgressView, ProposalView, ReadyDeclaration } from './desk-views.ts';
import { STEPS } from './entry.ts';
import { countKnown, publicFigures } from './figures.ts';
import { sheetHead } from './form-sheet.ts';
import { deskActs } from './officers-acts.ts';
import { type StationWork, stationWork } from './station-work.ts';

/** A station that has said nothing for so long is phoned. */
export const SILENT_AFTER_MINUTES = 45;
/** A screen shows what happened within five seconds: it asks every two. */
export const POLL_AFTER_MS = 2000;

/** A constituency with everything on its desk, counted. */
export interface KnownDesk {
  readonly known: Known;
  readonly records: readonly Signed[];
  readonly constituency: string;
  readonly counted: CountedConstituency;
  /** Telephone numbers of officers by station, as far as accounts name them. */
  readonly phones: ReadonlyMap<string, string>;
}

export const knownDesk = (
  known: Known,
  records: readonly Signed[],
  constituency: string,
  phones: KnownDesk['phones'] = new Map(),
): KnownDesk => ({ known, records, constituency, counted: countKnown(known, constituency), phones });

const COUNTING: readonly Role[] = ['presiding_officer', 'assistant_returning_officer', 'returning_officer'];
const CONFIRMING: readonly Role[] = ['assistant_returning_officer', 'returning_officer'];
const RETURNING: readonly Role[] = ['returning_officer'];

const stationOf = (record: Signed): string | null => {
  switch (record.type) {
    case 'entry':
    case 'resolution':
      return formOf(record.body).station;
    case 'sent-back':
    case 'step':
    case 'decision':
      return record.body.station;
    case 'proposal':
    case 'seconding':
      return null;
  }
};

/** What lies on the desk for every counting station of the constituency. */
export const worksOf = ({ known, records, constituency }: KnownDesk): ReadonlyMap<string, StationWork> => {
  const recordsOf = Map.groupBy(records, stationOf);
  const actsOf = Map.groupBy(known.acts, (act) => (act.type === 'report' ? act.body.station : null));
  return new Map(
    countingStations(known.definition, constituency).map(({ id }) => [
      id,
      stationWork(known.definition.entry, {
        constituency,
        station: id,
        records: recordsOf.get(id) ?? [],
        acts: [...(actsOf.get(id) ?? []), ...(actsOf.get(null) ?? [])],
      }),
    ]),
  );
};

/** What a report should be asked about, standing or about to be confirmed. */
export const warningsOf = (
  { known, counted, records }: KnownDesk,
  report: StationReport,
): readonly Warning[] => {
  const placed = checkReport(known.definition, report);
  if (!placed.ok) return [];
  return [
    ...reportWarnings(placed.value, known.definition),
    ...toldOutliers(report, placed.value.constituency, counted.tally),
    ...decisionWarnings(standingRows(rowsOf(records, report.station)), report),
  ];
};

const missingOf = (
  { known }: KnownDesk,
  station: Station,
  work: StationWork,
  { suspended, recounting }: Pick<ProgressRow, 'suspended' | 'recounting'>,
): readonly MissingStep[] => {
  if (work.state === 'public') return recounting ? [{ step: 'recount', by: COUNTING }] : [];
  const double = known.definition.entry === 'double';
  const typed = work.entries.length;
  const told = work.steps.includes('result_told') || !tellsResult(station.kind);
  return [
    ...(typed === 0 ? [{ step: 'entry', by: COUNTING } as const] : []),
    ...(double && typed < 2 ? [{ step: 'second_entry', by: COUNTING } as const] : []),
    ...(work.state === 'differing' ? [{ step: 'resolution', by: COUNTING } as const] : []),
    ...(told ? [] : [{ step: 'result_told', by: ['presiding_officer'] } as const]),
    ...(suspended ? [{ step: 'resume', by: RETURNING } as const] : []),
    { step: 'confirmation', by: CONFIRMING },
  ];
};

const rowOf = (desk: KnownDesk, station: Station, work: StationWork): ProgressRow => {
  const { known, counted, phones } = desk;
  const adjournments = known.acts.filter((act) => act.type === 'adjournment');
  const suspended = isSuspended(adjournments, station.id) || isSuspended(adjournments, undefined);
  const recounting = counted.recounting.has(station.id);
  const report = work.settled ?? (work.state === 'public' ? work.standing?.body : undefined);
  const moved = known.acts.findLast((act) => act.type === 'relocation' && act.body.station === station.id);
  return {
    id: station.id,
    name: station.name,
    kind: station.kind,
    electors: station.electors ?? null,
    state: work.state,
    count: work.form.count,
    revision: work.form.revision,
    since: work.since,
    lastSign: work.lastSign,
    step: STEPS.findLast((step) => work.steps.includes(step)) ?? null,
    flags: report
      ? warningsOf(desk, report).map(({ code }) => ({
          code,
          explained: report.explanations?.[code] !== undefined,
        }))
      : [],
    differing: work.state === 'differing' ? work.differences.length : 0,
    missing: missingOf(desk, station, work, { suspended, recounting }),
    recounting,
    suspended,
    relocatedTo: moved?.type === 'relocation' ? moved.body.to : null,
    phone: phones.get(station.id) ?? null,
  };
};

/** One station as the progress screen shows it, with what lies on the desk for it. */
export const stationRow = (
  desk: KnownDesk,
  station: Station,
): { readonly row: ProgressRow; readonly work: StationWork } => {
  const work = must(worksOf(desk).get(station.id), `${station.id} counts votes`);
  return { work, row: rowOf(desk, station, work) };
};

const MOST_NAMED = 20;

const named = (rows: readonly ProgressRow[]): readonly string[] =>
  rows.slice(0, MOST_NAMED).map(({ id }) => id);

/** What the constituency waits for as a whole, in the order of the chain [2016 ¶5.79-5.81, ¶5.98-5.100]. */
const chainOf = (
  { lots, declaration, status, contested }: ConstituencyResult,
  rows: readonly ProgressRow[],
  proposals: readonly ProposalView[],
): readonly MissingStep[] => {
  if (declaration || status === 'terminated') return [];
  // Where nobody contests there is no poll, and no station to wait for [2016 ¶2.22].
  const waiting = contested ? rows.filter(({ missing }) => missing.length > 0) : [];
  const stations = waiting.filter(({ kind }) => kind !== 'central_counting');
  const central = waiting.filter(({ kind }) => kind === 'central_counting');
  const proposed = proposals.some(({ state, act }) => state === 'open' && act.type === 'declaration');
  return [
    ...(stations.length > 0 ? [{ step: 'stations', by: COUNTING, stations: named(stations) } as const] : []),
    ...(central.length > 0 ? [{ step: 'misplaced', by: RETURNING, stations: named(central) } as const] : []),
    ...(lots.needed ? [{ step: 'lots', by: RETURNING } as const] : []),
    ...(proposed ? [] : [{ step: 'declaration', by: RETURNING } as const]),
    { step: 'second_person', by: CONFIRMING },
  ];
};

const DECLARABLE: ReadonlySet<ConstituencyResult['status']> = new Set(['all', 'uncontested', 'failed']);

/** The declaration that the count gives now; null while something is missing. */
const readyOf = (result: ConstituencyResult, waits: boolean): ReadyDeclaration | null => {
  if (waits || result.declaration || !DECLARABLE.has(result.status)) return null;
  const elected = result.seatOrder.flatMap(({ candidate }) => (candidate === null ? [] : [candidate]));
  return { outcome: elected.length === 0 ? 'failed' : 'elected', elected, unfilled: result.unfilled };
};

const proposalView = (
  { proposal, seconding, state }: ReturnType<typeof proposalsOf>[number],
  by: string,
): ProposalView => ({
  number: proposal.body.number,
  act: proposal.body.act,
  sha256: contentHash(proposal.body.act),
  proposedAt: proposal.acceptedAt,
  proposedBy: proposal.role,
  own: proposal.by === by,
  state,
  decidedAt: seconding?.acceptedAt ?? null,
  reason: seconding?.body.reason ?? null,
});

/** A constituency on one screen, as of now, for the officer who asks. */
export const progressView = (
  desk: KnownDesk,
  { by, now }: { readonly by: string; readonly now: string },
): ProgressView => {
  const { known, records, constituency: id, counted } = desk;
  const { definition } = known;
  const { result } = counted;
  const works = worksOf(desk);
  const rows = countingStations(definition, id).map((station) =>
    rowOf(desk, station, must(works.get(station.id), `${station.id} counts votes`)),
  );
  const proposals = proposalsOf(records).map((proposal) => proposalView(proposal, by));
  const missing = chainOf(result, rows, proposals);
  const waits = missing.some(({ step }) => step !== 'declaration' && step !== 'second_person');
  return {
    now,
    pollAfterMs: POLL_AFTER_MS,
    pollClosed: Date.parse(now) >= Date.parse(definition.pollClosesAt),
    sheet: sheetHead(definition, must(constituencyOf(definition, id), `${id} is a constituency`)),
    silentAfterMinutes: SILENT_AFTER_MINUTES,
    rows,
    public: publicFigures(result),
    missing,
    proposals,
    recounts: result.recounts,
    nextRecount: result.recounts.length + 1,
    misplaced: result.misplaced,
    lots: result.lots,
    lotsEntered: known.acts.filter(({ type }) => type === 'lots').length,
    events: result.events,
    adjournments: result.adjournments,
    relocations: result.relocations,
    declaration: result.declaration,
    ready: readyOf(result, waits),
    contestants: result.contestants,
    rounds: result.rounds,
    seatOrder: result.seatOrder,
    acts: deskActs(known.acts),
    flags: result.flags,
  };
};
