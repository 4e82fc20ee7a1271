import type { Warning } from '../election/acts.ts';
import { checkReport } from '../election/check-report.ts';
import { countingStations, type Station } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import { contentHash } from '../hash.ts';
import { isSuspended } from '../recount/accept-moves.ts';
import type { Act } from '../recount/act.ts';
import { outlierWarnings } from '../recount/outlier.ts';
import { reportWarnings } from '../recount/report-warnings.ts';
import { constituencyOf } from '../recount/tally.ts';
import { must } from '../result.ts';
import { rowsOf, standingRows } from './accept-decision.ts';
import { tellsResult } from './accept-form.ts';
import { proposalsOf } from './accept-proposal.ts';
import { besidesOf, chainOf, readyOf } from './chain.ts';
import { decisionWarnings } from './decision-warnings.ts';
import { formOf, type Signed } from './desk-record.ts';
import type { MissingStep, ProgressRow, ProgressView, ProposalView } from './desk-views.ts';
import { STEPS } from './entry.ts';
import { publicFigures } from './figures.ts';
import { sheetHead } from './form-sheet.ts';
import type { KnownDesk } from './known-desk.ts';
import { deskActs } from './officers-acts.ts';
import { CONFIRMING, COUNTING, RETURNING } from './roles-of-steps.ts';
import { type StationWork, stationWork } from './station-work.ts';

/** A station that has said nothing for so long is phoned. */
export const SILENT_AFTER_MINUTES = 45;
/** A screen shows what happened within five seconds: it asks every two. */
export const POLL_AFTER_MS = 2000;

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

interface Lying {
  readonly records: readonly Signed[];
  readonly reports: readonly Act[];
  readonly otherActs: readonly Act[];
}

const workOf = ({ known, constituency }: KnownDesk, station: string, lying: Lying): StationWork =>
  stationWork(known.definition.entry, {
    constituency,
    station,
    records: lying.records,
    acts: [...lying.reports, ...lying.otherActs],
  });

const reportOf = (act: Act): string | null => (act.type === 'report' ? act.body.station : null);

/** What lies on the desk for every counting station of the constituency. */
export const worksOf = (desk: KnownDesk): ReadonlyMap<string, StationWork> => {
  const { known, records, constituency } = desk;
  const recordsOf = Map.groupBy(records, stationOf);
  const reportsOf = Map.groupBy(known.acts, reportOf);
  const otherActs = reportsOf.get(null) ?? [];
  return new Map(
    countingStations(known.definition, constituency).map(({ id }) => {
      const lying = { records: recordsOf.get(id) ?? [], reports: reportsOf.get(id) ?? [], otherActs };
      return [id, workOf(desk, id, lying)];
    }),
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
    ...outlierWarnings(report, placed.value.constituency, counted.tally),
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
  const { records, known } = desk;
  const work = workOf(desk, station.id, {
    records: records.filter((record) => stationOf(record) === station.id),
    reports: known.acts.filter((act) => reportOf(act) === station.id),
    otherActs: known.acts.filter((act) => reportOf(act) === null),
  });
  return { work, row: rowOf(desk, station, work) };
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
  const chain = chainOf(result, rows, proposals);
  const waits = chain.some(({ step }) => step !== 'declaration' && step !== 'second_person');
  return {
    now,
    pollAfterMs: POLL_AFTER_MS,
    pollClosed: Date.parse(now) >= Date.parse(definition.pollClosesAt),
    sheet: sheetHead(definition, must(constituencyOf(definition, id), `${id} is a constituency`)),
    silentAfterMinutes: SILENT_AFTER_MINUTES,
    rows,
    public: publicFigures(result),
    missing: [...chain, ...besidesOf(desk)],
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
