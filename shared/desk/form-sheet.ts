import { ballotHash } from '../election/check-report.ts';
import { type Constituency, countingStations, type ElectionDefinition } from '../election/definition.ts';
import { publishedParts } from '../recount/public-entry.ts';
import { feedersOf } from '../recount/report-warnings.ts';
import type { DeskElection, FormSheet } from './desk-views.ts';

/** Which places an officer acts for; stations named are all there are for an officer of stations. */
export interface OfficersPlaces {
  readonly sees: (constituency: string, station?: string) => boolean;
  /** Stations named for this officer; empty where whole constituencies are. */
  readonly stations: readonly string[];
}

const entryOf = ({ entry }: ElectionDefinition): 'single' | 'double' => entry ?? 'single';

const stationsFor = (definition: ElectionDefinition, constituency: string, places: OfficersPlaces) =>
  countingStations(definition, constituency).filter(({ id }) => places.sees(constituency, id));

/** An election as the desk's first screen lists it; null where the officer has nothing to do there. */
export const deskElection = (definition: ElectionDefinition, places: OfficersPlaces): DeskElection | null => {
  const constituencies = definition.constituencies
    .map(({ id, name, kind, system, seats }) => ({
      id,
      name,
      kind,
      system,
      seats,
      stations:
        places.stations.length === 0
          ? []
          : stationsFor(definition, id, places).map((station) => ({
              id: station.id,
              name: station.name,
              kind: station.kind,
            })),
    }))
    .filter(({ id, stations }) => stations.length > 0 || places.sees(id));
  if (constituencies.length === 0) return null;
  const { id, title, test, pollClosesAt } = definition;
  return { id, title, test, pollClosesAt, entry: entryOf(definition), constituencies };
};

/** What every screen of a constituency is labelled with. */
export const sheetHead = (
  definition: ElectionDefinition,
  constituency: Constituency,
): Omit<FormSheet, 'now' | 'stations'> => {
  const { id, name, kind, system, seats, electors, contestants } = constituency;
  const { title, test, pollOpensAt, pollClosesAt } = definition;
  return {
    election: {
      id: definition.id,
      title,
      test,
      pollOpensAt,
      pollClosesAt,
      entry: entryOf(definition),
      publishes: publishedParts(definition),
    },
    constituency: { id, name, kind, system, seats, electors: electors ?? null, contestants },
    ballot: ballotHash(constituency),
  };
};

/** Everything that a form is made of. */
export const formSheet = (
  definition: ElectionDefinition,
  constituency: Constituency,
  places: OfficersPlaces,
  now: string,
): FormSheet => ({
  now,
  ...sheetHead(definition, constituency),
  stations: stationsFor(definition, constituency.id, places).map(({ id, name, kind, electors }) => ({
    id,
    name,
    kind,
    electors: electors ?? null,
    feeders: feedersOf(definition, id).map((feeder) => ({ id: feeder.id, name: feeder.name })),
  })),
});
