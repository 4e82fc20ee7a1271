import { must } from '../result.ts';
import { type CountedConstituency, countConstituency, thinned } from './count-constituency.ts';
import { type ElectionFold, startConstituency } from './election-fold.ts';
import type { OutcomeOf } from './outcome.ts';
import type { ElectionHead, ElectionResults, StationResult } from './results.ts';
import { stationResult } from './station-results.ts';
import { electionStatus } from './status.ts';

/** An election, counted. */
export interface CountedElection {
  readonly head: ElectionHead;
  readonly constituencies: readonly CountedConstituency[];
  readonly results: ElectionResults;
}

/** Counts every constituency of an election from what the ledger says; null before it is defined. */
export const countElection = (fold: ElectionFold, outcomeOf: OutcomeOf): CountedElection | null => {
  const { definition } = fold;
  if (!definition) return null;
  const constituencies = definition.constituencies.map((constituency) =>
    countConstituency({ fold, definition, outcomeOf }, constituency),
  );
  const head: ElectionHead = {
    election: definition.id,
    title: definition.title,
    edition: definition.edition,
    test: definition.test,
    timeZone: definition.timeZone,
    pollOpensAt: definition.pollOpensAt,
    pollClosesAt: definition.pollClosesAt,
    version: fold.version,
    asOf: fold.asOf,
    status: electionStatus(
      fold.pollClosed,
      constituencies.map(({ result }) => result.status),
    ),
    stationsReported: constituencies.reduce((total, { result }) => total + result.stationsReported, 0),
    stationsExpected: constituencies.reduce((total, { result }) => total + result.stationsExpected, 0),
  };
  return {
    head,
    constituencies,
    results: {
      ...head,
      constituencies: constituencies.map(({ result }) => {
        const { stations: _stations, changes: _changes, ...summary } = result;
        return summary;
      }),
      progress: thinned(fold.progress),
    },
  };
};

/** The stations of one counted constituency, in definition order. */
export const stationsOf = (fold: ElectionFold, counted: CountedConstituency): readonly StationResult[] => {
  const definition = must(fold.definition, 'a counted election is defined');
  const id = counted.result.id;
  const constituency = must(
    definition.constituencies.find((known) => known.id === id),
    `${id} is in the definition it was counted by`,
  );
  const state = fold.constituencies.get(id) ?? startConstituency(id);
  const { tally, recounting } = counted;
  return definition.stations
    .filter((station) => station.constituency === id)
    .map((station) => stationResult(station, { definition, constituency, state, tally, recounting }));
};
