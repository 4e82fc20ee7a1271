import { type Constituency, type ElectionDefinition, placesOf } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import { type ConstituencyFold, currentReport, type ElectionFold, rejectedIn } from './election-fold.ts';

/** What the current reports of a constituency add up to, before anything is allocated. */
export interface Tally {
  /** Reports that count, in the order of the stations in the definition. */
  readonly reports: readonly StationReport[];
  readonly stationsReported: number;
  readonly stationsExpected: number;
  readonly votes: ReadonlyMap<string, number>;
  /** Valid papers; votes where a paper carries one. */
  readonly valid: number;
  readonly rejected: number;
}

const severalVotes = (constituency: Constituency): boolean =>
  constituency.system === 'first_past_the_post' && constituency.seats > 1;

/** Adds one report's votes; answers how many it gave. */
const addVotes = (votes: Map<string, number>, report: StationReport): number => {
  let given = 0;
  for (const [id, before] of votes) {
    const here = report.votes && Object.hasOwn(report.votes, id) ? (report.votes[id] ?? 0) : 0;
    if (here > 0) votes.set(id, before + here);
    given += here;
  }
  return given;
};

/** Re-added every time from the highest revision of every station: there is no running total [I3]. */
export const tally = (
  fold: Pick<ElectionFold, 'expected'>,
  constituency: Constituency,
  state: ConstituencyFold | undefined,
): Tally => {
  const expected = fold.expected.get(constituency.id) ?? [];
  const current = expected
    .map((station) => state && currentReport(state, station))
    .filter((report) => report !== undefined);
  const votes = new Map(constituency.contestants.map(({ id }) => [id, 0]));
  let [valid, rejected] = [0, 0];
  for (const logged of current) {
    const given = addVotes(votes, logged.body);
    valid += severalVotes(constituency) ? (logged.body.papers ?? 0) : given;
    rejected += rejectedIn(logged);
  }
  return {
    reports: current.map(({ body }) => body),
    stationsReported: current.length,
    stationsExpected: expected.length,
    votes,
    valid,
    rejected,
  };
};

export const constituencyOf = (definition: ElectionDefinition, id: string): Constituency | undefined =>
  placesOf(definition).constituencies.get(id);
