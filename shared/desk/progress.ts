import type { Warning } from '../election/acts.ts';
import { checkReport } from '../election/check-report.ts';
import { countingStations, type Station } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import { isSuspended } from '../recount/accept-moves.ts';
import type { Act } from '../recount/act.ts';
import { toldOutliers } from '../recount/outlier.ts';
import { reportWarnings } from '../recount/report-warnings.ts';
import { rowsOf, standingRows } from './accept-decision.ts';
import { tellsResult } from './accept-form.ts';
import { decisionWarnings } from './decision-warnings.ts';
import { formOf, type Signed } from './desk-record.ts';
import type { MissingStep, ProgressRow } from './desk-views.ts';
import { STEPS } from './entry.ts';
import type { KnownDesk } from './known-desk.ts';
import { CONFIRMING, COUNTING, RETURNING } from './roles-of-steps.ts';
import { type StationWork, stationWork } from './station-work.ts';

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

export const rowOf = (desk: KnownDesk, station: Station, work: StationWork): ProgressRow => {
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
