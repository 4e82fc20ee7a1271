import { isContested } from '../election/check-definition.ts';
import type { Constituency, ElectionDefinition } from '../election/definition.ts';
import { isTerminatedBy, struckNames } from './candidate-stage.ts';
import { type ConstituencyFold, currentReport, type ElectionFold } from './election-fold.ts';
import type { Outcome } from './outcome.ts';
import type { CountStatus } from './results.ts';
import type { Tally } from './tally.ts';

type Recount = ConstituencyFold['recounts'][number];

/** Whether a recount decision concerns a station; one of the constituency leaves misplaced papers out unless it waited for them. */
const concerns = ({ body }: Recount, station: string, central: ReadonlySet<string>): boolean => {
  if (body.scope === 'station') return body.station === station;
  if (body.scope === 'misplaced') return central.has(station);
  return !central.has(station) || body.afterMisplaced === true;
};

/** Stations where a recount was allowed after the count that stands there [2016 ¶5.78-5.81]. */
export const recountingStations = (
  fold: Pick<ElectionFold, 'expected'>,
  state: ConstituencyFold,
  central: ReadonlySet<string>,
): ReadonlySet<string> => {
  const allowed = state.recounts.filter(({ body }) => body.decision === 'allowed');
  if (allowed.length === 0) return new Set();
  return new Set(
    (fold.expected.get(state.id) ?? []).filter((station) => {
      const current = currentReport(state, station);
      const last = allowed.findLast((recount) => concerns(recount, station, central));
      return current !== undefined && last !== undefined && current.act.entry < last.entry;
    }),
  );
};

const ofDeclaration = (state: ConstituencyFold): CountStatus | null => {
  const { declaration } = state;
  if (!declaration) return null;
  if (declaration.body.outcome !== 'elected') return declaration.body.outcome;
  const corrected = [...state.reports.values()].some((revisions) =>
    revisions.some(({ act }) => act.correction),
  );
  return corrected ? 'corrected' : 'declared';
};

export interface StatusInput {
  readonly definition: ElectionDefinition;
  readonly constituency: Constituency;
  readonly fold: Pick<ElectionFold, 'expected' | 'pollClosed'>;
  readonly state: ConstituencyFold;
  readonly tally: Tally;
  readonly outcome: Outcome;
  /** Central Counting Station lines of a geographical constituency: misplaced papers only. */
  readonly central: ReadonlySet<string>;
}

const whileCounting = ({ fold, state, tally, outcome, central }: StatusInput): CountStatus => {
  if (!fold.pollClosed) return 'embargo';
  if (tally.stationsReported === 0) return 'none';
  if (recountingStations(fold, state, central).size > 0) return 'recount';
  const waiting = (fold.expected.get(state.id) ?? []).filter((id) => !currentReport(state, id));
  if (waiting.length === 0) return outcome.lots.needed ? 'lots' : 'all';
  return waiting.every((id) => central.has(id)) ? 'misplaced' : 'counting';
};

/** The state of a constituency, in the words of the interface. */
export const constituencyStatus = (input: StatusInput): CountStatus => {
  const { definition, constituency, state } = input;
  const declared = ofDeclaration(state);
  if (declared) return declared;
  if (state.events.some((event) => isTerminatedBy(definition, event))) return 'terminated';
  if (!isContested(constituency, struckNames(definition, state.events))) {
    return input.outcome.unfilled > 0 ? 'failed' : 'uncontested';
  }
  return whileCounting(input);
};

/** States after which nothing of the count is open. */
export const SETTLED: ReadonlySet<CountStatus> = new Set([
  'declared',
  'corrected',
  'uncontested',
  'failed',
  'terminated',
]);

/** The state of the election as a whole. */
export const electionStatus = (pollClosed: boolean, statuses: readonly CountStatus[]): CountStatus => {
  if (!pollClosed) return 'embargo';
  if (statuses.every((status) => SETTLED.has(status))) {
    return statuses.includes('corrected') ? 'corrected' : 'declared';
  }
  if (statuses.every((status) => SETTLED.has(status) || status === 'all')) return 'all';
  if (statuses.every((status) => SETTLED.has(status) || status === 'none')) return 'none';
  for (const special of ['recount', 'lots', 'misplaced'] as const) {
    const rest = statuses.filter((status) => !SETTLED.has(status) && status !== 'all');
    if (rest.every((status) => status === special)) return special;
  }
  return 'counting';
};
