import type { ElectionDefinition } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import { recountAllowed } from '../recount/accept-report.ts';
import type { Act, ActOf } from '../recount/act.ts';
import { type DeskRecord, type DeskRecordOf, formOf, type Signed } from './desk-record.ts';
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
  /** The entries of the form that was sent back: whoever typed one may go on from it. */
  readonly returned: readonly Signed<Extract<DeskRecord, { type: 'entry' }>>[];
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

/** The report of a station that stands: its highest count, and of that the highest revision. */
export const standingReport = ({
  acts,
  station,
}: Pick<StationFacts, 'acts' | 'station'>): ActOf<'report'> | null =>
  acts
    .filter(isReportOf(station))
    .sort((a, b) => a.body.count - b.body.count || a.body.revision - b.body.revision)
    .at(-1) ?? null;

const sameForm = (a: FormName, b: Omit<FormName, 'attempt'>): boolean =>
  a.station === b.station && a.count === b.count && a.revision === b.revision;

type EntryRecord = Signed<Extract<DeskRecord, { type: 'entry' | 'resolution' }>>;

const isForm = (record: Signed): record is EntryRecord =>
  record.type === 'entry' || record.type === 'resolution';

const laterThan =
  ({ count, revision }: Pick<FormName, 'count' | 'revision'>) =>
  (form: Pick<FormName, 'count' | 'revision'>): boolean =>
    form.count > count || (form.count === count && form.revision > revision);

/** The first form that a station owes: a recount that was allowed before anything was reported takes the first count's place. */
const firstForm = ({ constituency, station, acts }: StationFacts): Omit<FormName, 'attempt'> => ({
  constituency,
  station,
  count: recountAllowed(acts, station) ? 2 : 1,
  revision: 1,
});

/** The count and revision that the station works on: above the report that stands, the lowest that anything was typed for. */
const openForm = (
  facts: StationFacts,
  standing: ActOf<'report'> | null,
): Omit<FormName, 'attempt'> | null => {
  if (standing === null) return firstForm(facts);
  const after = laterThan(standing.body);
  return (
    facts.records
      .filter(isForm)
      .map(({ body }) => formOf(body))
      .filter((form) => form.station === facts.station && after(form))
      .sort((x, y) => x.count - y.count || x.revision - y.revision)[0] ?? null
  );
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

const isStepOf =
  (station: string) =>
  (record: Signed): record is Signed<DeskRecordOf<'step'>> =>
    record.type === 'step' && record.body.station === station;

const isReturnOf =
  (station: string) =>
  (record: Signed): record is Signed<DeskRecordOf<'sent-back'>> =>
    record.type === 'sent-back' && record.body.station === station;

type Work = Omit<StationWork, 'station' | 'steps' | 'lastSign' | 'standing'>;

/** Nothing is being typed: the report stands. */
const publicWork = (
  { constituency, station }: StationFacts,
  { acceptedAt, body }: ActOf<'report'>,
): Work => ({
  form: { constituency, station, count: body.count, revision: body.revision, attempt: 1 },
  state: 'public',
  entries: [],
  resolution: null,
  sentBack: null,
  returned: [],
  differences: [],
  settled: null,
  since: acceptedAt,
});

/** The attempt that counts: one more than was sent back. */
const openWork = (
  entry: ElectionDefinition['entry'],
  facts: StationFacts,
  open: Omit<FormName, 'attempt'>,
): Work => {
  const returns = facts.records
    .filter(isReturnOf(facts.station))
    .filter(({ body }) => sameForm(body, open))
    .sort((a, b) => a.body.attempt - b.body.attempt);
  const sentBack = returns.at(-1) ?? null;
  const form = { ...open, attempt: (sentBack?.body.attempt ?? 0) + 1 };
  const formsOf = (attempt: number) =>
    facts.records
      .filter(isForm)
      .filter(({ body }) => body.attempt === attempt && sameForm(formOf(body), form));
  const current = formsOf(form.attempt);
  const entries = current.filter((record) => record.type === 'entry').sort((a, b) => a.slot - b.slot);
  const resolution = current.find((record) => record.type === 'resolution') ?? null;
  const settled = settle(entry, entries, resolution);
  const waits = settled.state === 'waiting';
  return {
    form,
    ...settled,
    state: waits && sentBack ? 'sent_back' : settled.state,
    entries,
    resolution,
    sentBack,
    returned: formsOf(form.attempt - 1).filter((record) => record.type === 'entry'),
    since: latest((waits ? [sentBack] : current).map((one) => one?.acceptedAt)),
  };
};

/** What lies on the desk for a station, from its records and the acts that are public or on their way. */
export const stationWork = (entry: ElectionDefinition['entry'], facts: StationFacts): StationWork => {
  const { station, records } = facts;
  const standing = standingReport(facts);
  const open = openForm(facts, standing);
  const work =
    open || !standing ? openWork(entry, facts, open ?? firstForm(facts)) : publicWork(facts, standing);
  const steps = records.filter(isStepOf(station));
  const signs = [
    ...records.filter(isForm).filter(({ body }) => formOf(body).station === station),
    ...steps,
    ...records.filter(isReturnOf(station)),
    standing,
  ];
  return {
    station,
    ...work,
    steps: steps.filter(({ body }) => body.count === work.form.count).map(({ body }) => body.step),
    lastSign: latest(signs.map((one) => one?.acceptedAt)),
    standing,
  };
};
