import type { ElectionDefinition } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import type { Act, ActOf } from '../recount/act.ts';
import { type DeskRecord, formOf, type Signed } from './desk-record.ts';
import { type Difference, differencesOf } from './differences.ts';
import type { FormName, StepName } from './entry.ts';

/** How far the form of a station's count has come; `public` once the report is an act. */
export type WorkState = 'waiting' | 'entered' | 'differing' | 'to_confirm' | 'sent_back' | 'public';

/** What lies on the desk for one station: the form that is being worked on, or the report that stands. */
export interface StationWork {
  readonly station: string;
  /** The form that comes next, or the one that is public. */
  readonly form: FormName;
  readonly state: WorkState;
  readonly entries: readonly Signed<Extract<DeskRecord, { type: 'entry' }>>[];
  readonly resolution: Signed<Extract<DeskRecord, { type: 'resolution' }>> | null;
  /** Why the form before this one was sent back or withdrawn. */
  readonly sentBack: Signed<Extract<DeskRecord, { type: 'sent-back' }>> | null;
  readonly differences: readonly Difference[];
  /** What a confirmation would make public. */
  readonly settled: StationReport | null;
  readonly steps: readonly StepName[];
  /** When this state began, and when the station was last heard of. */
  readonly since: string | null;
  readonly lastSign: string | null;
  /** The report that stands in public, if any. */
  readonly standing: ActOf<'report'> | null;
}

/** The records and acts of one constituency, as far as they speak of one station. */
export interface StationFacts {
  readonly constituency: string;
  readonly station: string;
  readonly records: readonly Signed[];
  readonly acts: readonly Act[];
}

const latest = (instants: readonly (string | undefined)[]): string | null =>
  instants.reduce<string | null>(
    (last, at) => (at !== undefined && (last === null || Date.parse(at) > Date.parse(last)) ? at : last),
    null,
  );

const isReportOf =
  (station: string) =>
  (act: Act): act is ActOf<'report'> =>
    act.type === 'report' && act.body.station === station;

const standingReport = ({ acts, station }: StationFacts): ActOf<'report'> | null =>
  acts
    .filter(isReportOf(station))
    .sort((a, b) => a.body.count - b.body.count || a.body.revision - b.body.revision)
    .at(-1) ?? null;

const sameForm = (a: FormName, b: Omit<FormName, 'attempt'>): boolean =>
  a.station === b.station && a.count === b.count && a.revision === b.revision;

type EntryRecord = Signed<Extract<DeskRecord, { type: 'entry' | 'resolution' }>>;

const isForm = (record: Signed): record is EntryRecord =>
  record.type === 'entry' || record.type === 'resolution';

/** The count and revision that the station works on: above the report that stands, the lowest that anything was typed for. */
const openForm = (
  facts: StationFacts,
  standing: ActOf<'report'> | null,
): Omit<FormName, 'attempt'> | null => {
  const { constituency, station, records } = facts;
  const after = ({ count, revision }: Pick<FormName, 'count' | 'revision'>): boolean =>
    standing === null ||
    count > standing.body.count ||
    (count === standing.body.count && revision > standing.body.revision);
  const typed = records
    .filter(isForm)
    .map(({ body }) => formOf(body))
    .filter((form) => form.station === station && after(form))
    .sort((a, b) => a.count - b.count || a.revision - b.revision)[0];
  if (typed) return typed;
  return standing === null ? { constituency, station, count: 1, revision: 1 } : null;
};

/** What both officers say to a warning; the first one's words where they differ. */
const explained = (report: StationReport, other: StationReport | undefined): StationReport => {
  const explanations = { ...other?.explanations, ...report.explanations };
  return Object.keys(explanations).length === 0 ? report : { ...report, explanations };
};

/** What was settled on: the resolution, one entry where one is enough, or two that agree. */
const settle = (
  entry: ElectionDefinition['entry'],
  entries: StationWork['entries'],
  resolution: StationWork['resolution'],
): Pick<StationWork, 'state' | 'differences' | 'settled'> => {
  const [first, second] = entries;
  if (!first) return { state: 'waiting', differences: [], settled: null };
  const differences = second ? differencesOf(first.body.report, second.body.report) : [];
  if (resolution) return { state: 'to_confirm', differences, settled: resolution.body.report };
  if (entry === 'double' && !second) return { state: 'entered', differences, settled: null };
  if (differences.length > 0) return { state: 'differing', differences, settled: null };
  return { state: 'to_confirm', differences, settled: explained(first.body.report, second?.body.report) };
};

/** What lies on the desk for a station, from its records and the acts that are public or on their way. */
export const stationWork = (entry: ElectionDefinition['entry'], facts: StationFacts): StationWork => {
  const { constituency, station } = facts;
  const standing = standingReport(facts);
  const open = openForm(facts, standing);
  const own = facts.records.filter((record) => isForm(record) && formOf(record.body).station === station);
  const steps = facts.records.filter(
    (record) => record.type === 'step' && record.body.station === station,
  ) as readonly Signed<Extract<DeskRecord, { type: 'step' }>>[];
  const returned = facts.records.filter(
    (record) => record.type === 'sent-back' && record.body.station === station,
  ) as readonly Signed<Extract<DeskRecord, { type: 'sent-back' }>>[];
  const lastSign = latest([...own, ...steps, ...returned].map(({ acceptedAt }) => acceptedAt));
  const stepsOf = (count: number): readonly StepName[] =>
    steps.filter(({ body }) => body.count === count).map(({ body }) => body.step);
  if (open === null) {
    const body = standing?.body;
    const form = {
      constituency,
      station,
      count: body?.count ?? 1,
      revision: body?.revision ?? 1,
      attempt: 1,
    };
    return {
      station,
      form,
      state: 'public',
      entries: [],
      resolution: null,
      sentBack: null,
      differences: [],
      settled: null,
      steps: stepsOf(form.count),
      since: standing?.acceptedAt ?? null,
      lastSign: latest([lastSign ?? undefined, standing?.acceptedAt]),
      standing,
    };
  }
  const returns = returned.filter(({ body }) => sameForm(body, open));
  const attempt = Math.max(0, ...returns.map(({ body }) => body.attempt)) + 1;
  const form = { ...open, attempt };
  const current = (own as readonly EntryRecord[]).filter(
    ({ body }) => sameForm(formOf(body), form) && body.attempt === attempt,
  );
  const entries = current.filter((record) => record.type === 'entry').sort((a, b) => a.slot - b.slot);
  const resolution = current.find((record) => record.type === 'resolution') ?? null;
  const sentBack = returns.find(({ body }) => body.attempt === attempt - 1) ?? null;
  const settled = settle(entry, entries, resolution);
  return {
    station,
    form,
    ...settled,
    state: settled.state === 'waiting' && sentBack !== null ? 'sent_back' : settled.state,
    entries,
    resolution,
    sentBack,
    steps: stepsOf(form.count),
    since: latest(
      [...current, ...(current.length === 0 && sentBack ? [sentBack] : [])].map((one) => one.acceptedAt),
    ),
    lastSign: latest([lastSign ?? undefined, standing?.acceptedAt]),
    standing,
  };
};
