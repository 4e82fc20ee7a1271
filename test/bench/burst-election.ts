import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { numbersFrom } from './measure.ts';

const CONSTITUENCIES = ['LC1', 'LC2', 'LC3', 'LC4', 'LC5', 'LC6'];
const STATIONS_EACH = 100;
const LISTS = Array.from({ length: 12 }, (_, index) => String(index + 1));

export const BURST = 'burst-2016';

/** Six constituencies of a hundred stations and twelve lists each; polling has been over for years. */
export const burstDefinition: ElectionDefinition = {
  id: BURST,
  title: { en: 'Six hundred stations' },
  edition: '2016',
  timeZone: 'Asia/Hong_Kong',
  pollOpensAt: '2016-09-04T07:30:00+08:00',
  pollClosesAt: '2016-09-04T22:30:00+08:00',
  test: true,
  constituencies: CONSTITUENCIES.map((id) => ({
    id,
    kind: 'geographical',
    system: 'list_pr',
    seats: 6,
    name: { en: `Constituency ${id}` },
    contestants: LISTS.map((list) => ({
      id: list,
      number: list,
      name: { en: `List ${list}` },
      candidates: ['a', 'b', 'c'].map((name) => ({
        id: `${id}-${list}${name}`,
        name: { en: `${id} ${list}${name}` },
      })),
    })),
  })),
  stations: CONSTITUENCIES.flatMap((constituency) =>
    Array.from({ length: STATIONS_EACH }, (_, index) => ({
      id: `${constituency}-${index + 1}`,
      kind: 'polling_counting' as const,
      name: { en: `Station ${index + 1} of ${constituency}` },
      constituency,
      electors: 9000,
    })),
  ),
};

export const burstReports = (): readonly StationReport[] => {
  const below = numbersFrom(600);
  return burstDefinition.stations.map(({ id, constituency }) => ({
    constituency,
    station: id,
    count: 1,
    revision: 1,
    votes: Object.fromEntries(LISTS.map((list) => [list, 1 + below(500)])),
    invalid: { unmarked: below(40) },
  }));
};

/** Votes by constituency and list, added up plainly. */
export const plainTotals = (reports: readonly StationReport[]): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>();
  for (const { constituency, votes = {} } of reports) {
    for (const [list, given] of Object.entries(votes)) {
      totals.set(`${constituency}/${list}`, (totals.get(`${constituency}/${list}`) ?? 0) + given);
    }
  }
  return totals;
};
