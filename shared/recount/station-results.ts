import { hasFirstPreference } from '../counting/effective-preferences.ts';
import type { Constituency, ElectionDefinition, Station } from '../election/definition.ts';
import { countsVotes } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import { contentHash } from '../hash.ts';
import { type ConstituencyFold, currentReport, type LoggedReport, rejectedIn } from './election-fold.ts';
import { outlierWarnings } from './outlier.ts';
import type { Flag, StationResult, StationRevision, StationSummary } from './results.ts';
import type { Tally } from './tally.ts';

export interface StationContext {
  readonly definition: ElectionDefinition;
  readonly constituency: Constituency;
  readonly state: ConstituencyFold;
  readonly tally: Tally;
  readonly recounting: ReadonlySet<string>;
}

/** Papers with a first preference, and those whose ranking has none [2016 ¶5.89]. */
const papersOfRankings = ({ rankings = [] }: StationReport) => {
  let [valid, invalid] = [0, 0];
  for (const { order, papers } of rankings) {
    if (hasFirstPreference(order)) valid += papers;
    else invalid += papers;
  }
  return { valid, invalid };
};

/** Valid papers of one report; null where private rankings keep them from being known here. */
export const validPapers = (report: StationReport, system: Constituency['system']): number | null => {
  if (report.papers !== undefined) return report.papers;
  if (system === 'preferential') return report.rankings ? papersOfRankings(report).valid : null;
  if (report.choices) {
    return Math.max(0, ...Object.values(report.choices).map((c) => c.support + c.oppose + c.abstain));
  }
  return Object.values(report.votes ?? {}).reduce((total, votes) => total + votes, 0);
};

const statusOf = (
  station: Station,
  current: LoggedReport | undefined,
  recounting: ReadonlySet<string>,
): StationSummary['status'] => {
  if (!countsVotes(station)) return 'counted_elsewhere';
  if (!current) return 'waiting';
  return recounting.has(station.id) ? 'recounting' : 'reported';
};

const flagsOf = (context: StationContext, current: LoggedReport | undefined): readonly Flag[] => {
  if (!current) return [];
  const { act, body } = current;
  return [...act.warnings, ...outlierWarnings(body, context.constituency, context.tally)].map((warning) => {
    const explanation = body.explanations?.[warning.code];
    return explanation === undefined ? warning : { ...warning, explanation };
  });
};

export const stationSummary = (station: Station, context: StationContext): StationSummary => {
  const current = currentReport(context.state, station.id);
  const revisions = context.state.reports.get(station.id) ?? [];
  const moved = context.state.relocations.findLast(({ body }) => body.station === station.id);
  return {
    id: station.id,
    kind: station.kind,
    name: station.name,
    electors: station.electors ?? null,
    status: statusOf(station, current, context.recounting),
    countedAt: station.countedAt ?? null,
    count: current?.body.count ?? null,
    revision: current?.body.revision ?? null,
    valid: current ? validPapers(current.body, context.constituency.system) : null,
    rejected: current ? rejectedIn(current) + papersOfRankings(current.body).invalid : null,
    flags: flagsOf(context, current),
    corrected: revisions.length > 1,
    ...(moved ? { relocatedTo: moved.body.to } : {}),
  };
};

const hashes = new WeakMap<object, string>();
/** A revision never changes: its hash is computed once. */
const hashOf = (body: object): string => {
  const known = hashes.get(body) ?? contentHash(body);
  hashes.set(body, known);
  return known;
};

interface Neighbourhood {
  readonly siblings: ReadonlyMap<string, readonly Station[]>;
  readonly index: ReadonlyMap<string, number>;
  readonly feeders: ReadonlyMap<string, readonly Station[]>;
}
const neighbourhoods = new WeakMap<object, Neighbourhood>();
const neighbourhoodOf = (definition: StationContext['definition']): Neighbourhood => {
  const known = neighbourhoods.get(definition);
  if (known) return known;
  const siblings = Map.groupBy(definition.stations, ({ constituency }) => constituency);
  const index = new Map([...siblings.values()].flatMap((all) => all.map(({ id }, at) => [id, at] as const)));
  const made = {
    siblings,
    index,
    feeders: Map.groupBy(definition.stations, ({ countedAt }) => countedAt ?? ''),
  };
  neighbourhoods.set(definition, made);
  return made;
};

const revisionOf = ({ act, body }: LoggedReport): StationRevision => ({
  count: body.count,
  revision: body.revision,
  reason: body.reason ?? null,
  acceptedAt: act.acceptedAt,
  role: act.role,
  ...(act.confirmedBy ? { confirmedBy: act.confirmedBy } : {}),
  sha256: hashOf(body),
  entry: act.entry,
  correction: act.correction,
});

const figuresOf = (
  figures: Readonly<Record<string, number | undefined>> | undefined,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(figures ?? {}).filter((pair): pair is [string, number] => pair[1] !== undefined),
  );

const neighbour = (station: Station | undefined): StationResult['next'] =>
  station ? { id: station.id, name: station.name } : null;

/** Everything the ledger says of one station: its report, account, flags and revisions. */
export const stationResult = (station: Station, context: StationContext): StationResult => {
  const { definition, constituency, state } = context;
  const current = currentReport(state, station.id);
  const around = neighbourhoodOf(definition);
  const siblings = around.siblings.get(constituency.id) ?? [];
  const index = around.index.get(station.id) ?? -1;
  const newest = (state.reports.get(station.id) ?? []).reduce<LoggedReport | null>(
    (latest, report) => (latest && latest.act.entry > report.act.entry ? latest : report),
    null,
  );
  const questionable = current?.body.questionable;
  return {
    ...stationSummary(station, context),
    constituency: constituency.id,
    votes: current?.body.votes ?? null,
    choices: current?.body.choices ?? null,
    invalid: figuresOf(current?.body.invalid),
    questionable: {
      accepted: questionable?.accepted ?? null,
      rejected: figuresOf(questionable?.rejected),
    },
    account: figuresOf(current?.body.account),
    accountsWithheld: current?.withheld?.accounts
      ? { questionableRejected: current.withheld.questionableRejected }
      : null,
    revisions: (state.reports.get(station.id) ?? []).map(revisionOf),
    feeders: (around.feeders.get(station.id) ?? []).map(({ id, name, kind }) => ({ id, name, kind })),
    previous: neighbour(siblings[index - 1]),
    next: neighbour(siblings[index + 1]),
    version: newest ? newest.version : 0,
    asOf: newest ? newest.asOf : '',
  };
};
