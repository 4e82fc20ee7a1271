import { type Text, textIn } from '../election/text.ts';
import type { ConstituencyResult, StationResult } from '../recount/results.ts';
import { type CsvRow, csvFile } from './csv.ts';

const english = (text: Text): string => text.en ?? '';
const chinese = (text: Text): string => text['zh-Hant'] ?? text['zh-Hans'] ?? '';

/** Columns of `results.csv`: one row a contestant. Order and names are fixed. */
export const RESULTS_COLUMNS = [
  'constituency',
  'constituency_en',
  'constituency_zh',
  'system',
  'seats',
  'status',
  'stations_reported',
  'stations_expected',
  'contestant',
  'number',
  'name_en',
  'name_zh',
  'votes',
  'share',
  'quota_seats',
  'remainder',
  'seats_won',
  'elected',
] as const;

/** `results.csv`: votes and seats by contestant. Nothing in it depends on the order in which reports came. */
export const resultsCsv = (constituencies: readonly ConstituencyResult[]): string =>
  csvFile(
    RESULTS_COLUMNS,
    constituencies.flatMap((result) =>
      result.contestants.map(
        (contestant): CsvRow => [
          result.id,
          english(result.name),
          chinese(result.name),
          result.system,
          result.seats,
          result.status,
          result.stationsReported,
          result.stationsExpected,
          contestant.id,
          contestant.number,
          english(contestant.name),
          chinese(contestant.name),
          result.stationsReported === 0 ? null : contestant.votes,
          contestant.share,
          contestant.quotaSeats,
          contestant.remainder,
          contestant.seats,
          contestant.candidates
            .filter(({ elected }) => elected)
            .map(({ name }) => textIn(name, 'zh-Hant').text)
            .join('; '),
        ],
      ),
    ),
  );

/** Columns of `stations.csv`: one row for each station and contestant; what was not counted is an empty cell. */
export const STATIONS_COLUMNS = [
  'constituency',
  'station',
  'station_en',
  'station_zh',
  'kind',
  'electors',
  'status',
  'count',
  'revision',
  'contestant',
  'votes',
  'valid',
  'rejected',
] as const;

const stationRows = (
  station: StationResult,
  contestants: ConstituencyResult['contestants'],
): readonly CsvRow[] => {
  const place = [
    station.constituency,
    station.id,
    english(station.name),
    chinese(station.name),
    station.kind,
    station.electors,
    station.status,
    station.count,
    station.revision,
  ];
  const papers = [station.valid, station.rejected];
  const { votes, choices } = station;
  if (!votes && !choices) return [[...place, null, null, ...papers]];
  return contestants.map(({ id }) => [
    ...place,
    id,
    (votes ? votes[id] : choices?.[id]?.support) ?? 0,
    ...papers,
  ]);
};

/** `stations.csv`: every station's report, long form. */
export const stationsCsv = (
  constituencies: readonly {
    readonly result: ConstituencyResult;
    readonly stations: readonly StationResult[];
  }[],
): string =>
  csvFile(
    STATIONS_COLUMNS,
    constituencies.flatMap(({ result, stations }) =>
      stations.flatMap((station) => stationRows(station, result.contestants)),
    ),
  );
