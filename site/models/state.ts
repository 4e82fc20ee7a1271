import type {
  Change,
  ConstituencyResult,
  ConstituencySummary,
  CountStatus,
  ElectionHead,
} from '#shared/recount/results.ts';
import type { CorrectionFacts, StateFacts, TieFacts } from '../words/facts.ts';
import { count } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { contestantById, peopleStanding, unitOf } from './subject.ts';

/** How a state looks: outline, filled, dashed, or ochre; the icon repeats it as a shape. */
export type Look = 'dashed' | 'outline' | 'filled' | 'ochre';
export type Icon =
  | 'clock'
  | 'dashes'
  | 'half'
  | 'target'
  | 'again'
  | 'lots'
  | 'check'
  | 'pencil'
  | 'cross'
  | 'warning';

const LOOKS: { readonly [status in CountStatus]: readonly [Look, Icon] } = {
  embargo: ['dashed', 'clock'],
  none: ['dashed', 'dashes'],
  counting: ['outline', 'half'],
  misplaced: ['outline', 'half'],
  all: ['outline', 'target'],
  recount: ['ochre', 'again'],
  lots: ['ochre', 'lots'],
  declared: ['filled', 'check'],
  corrected: ['ochre', 'pencil'],
  uncontested: ['filled', 'check'],
  failed: ['ochre', 'cross'],
  terminated: ['ochre', 'cross'],
};

export interface StateLabel {
  readonly label: string;
  readonly look: Look;
  readonly icon: Icon;
  readonly words: string;
}

/** A summary knows neither stations nor changes; what they would say is then left out. */
type Told = ConstituencySummary & Partial<Pick<ConstituencyResult, 'stations' | 'changes'>>;

const tieOf = (result: ConstituencySummary): TieFacts | null => {
  if (result.lots.among.length === 0) return null;
  const find = contestantById(result.contestants);
  return {
    unit: unitOf(result.system),
    numbers: result.lots.among.map((id) => find(id)?.number ?? id),
    places: result.lots.places,
    on: result.system === 'list_pr' ? 'remainder' : 'votes',
  };
};

const figure = (value: string | number | null): string =>
  typeof value === 'number' ? count(value) : (value ?? '–');

/** The newest change of a vote figure after the declaration, as the state tells it. */
const correctionOf = (result: Told): CorrectionFacts | null => {
  const since = result.declaration?.entry ?? 0;
  const latest = (result.changes ?? []).reduce<Change | null>(
    (found, change) =>
      change.station !== null &&
      change.field.startsWith('votes.') &&
      change.entry > since &&
      change.entry >= (found?.entry ?? 0)
        ? change
        : found,
    null,
  );
  if (latest?.station == null) return null;
  const id = latest.field.slice('votes.'.length);
  return {
    station: latest.station,
    unit: unitOf(result.system),
    number: contestantById(result.contestants)(id)?.number ?? id,
    old: figure(latest.old),
    now: figure(latest.new),
    at: latest.at,
    reason: latest.reason,
  };
};

export const stateFacts = (result: Told, head: Pick<ElectionHead, 'pollClosesAt'>): StateFacts => ({
  reported: result.stationsReported,
  expected: result.stationsExpected,
  pollClosesAt: head.pollClosesAt,
  recounting: (result.stations ?? []).filter((station) => station.status === 'recounting').length,
  tie: tieOf(result),
  declaredAt: result.declaration?.declaredAt ?? null,
  correction: correctionOf(result),
  seats: result.seats,
  candidates: peopleStanding(result),
  unfilled: result.unfilled,
});

export const stateLabel = (status: CountStatus, facts: StateFacts, words: Words): StateLabel => {
  const [look, icon] = LOOKS[status];
  const { label, words: sentence } = words.states[status];
  // Nothing is solid until it is declared, even where no poll is needed.
  const solid = look === 'filled' && facts.declaredAt === null ? 'outline' : look;
  return { label, look: solid, icon, words: sentence(facts) };
};

export const labelOf = (status: CountStatus, words: Words): StateLabel => {
  const [look, icon] = LOOKS[status];
  return { label: words.states[status].label, look, icon, words: '' };
};
