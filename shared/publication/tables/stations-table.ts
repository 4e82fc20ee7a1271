import type { Choices } from '../../election/report.ts';
import type { ConstituencyFold, LoggedReport } from '../../recount/election-fold.ts';
import type { ContestantResult, StationResult } from '../../recount/results.ts';
import { validPapers } from '../../recount/station-results.ts';
import type { CsvRow } from '../formats/csv.ts';
import { CONSTITUENCY, CONTESTANT, STATION, type TableFacts, TEST, WHO, whoCells } from './common-columns.ts';
import { always, chinese, english, optional, type Table, type TableShape, walkedRows } from './table.ts';

/** A constituency with the reports of its stations. */
export interface StationFacts extends TableFacts {
  readonly stations: readonly StationResult[];
  /** Every accepted revision; absent before anything is known of the constituency. */
  readonly reports: ConstituencyFold['reports'] | undefined;
}

const VOTES = [
  optional(
    'votes',
    'integer',
    'Valid votes; support where a question is asked; empty where not counted or not published',
  ),
  optional('oppose', 'integer', 'Votes in opposition, where a question is asked'),
  optional('abstain', 'integer', 'Abstentions, where a question is asked'),
] as const;

export const STATIONS: TableShape = {
  name: 'stations',
  title: 'The report of every station that counts now, by list or candidate',
  key: ['constituency', 'station', 'contestant'],
  columns: [
    CONSTITUENCY,
    STATION,
    optional('station_en', 'string', 'Name of the station in English'),
    optional('station_zh', 'string', 'Name of the station in Chinese'),
    always('kind', 'string', 'Kind of station'),
    optional('electors', 'integer', 'Registered electors'),
    always('status', 'string', 'State of the station: waiting, reported, recounting, counted_elsewhere'),
    optional('count', 'integer', '1 is the first count, 2 and above are recounts'),
    optional('revision', 'integer', 'Revision of the report'),
    CONTESTANT,
    VOTES[0],
    optional('valid', 'integer', 'Valid papers of the station, the same in each of its rows'),
    optional(
      'rejected',
      'integer',
      'Papers of the station that were not counted, the same in each of its rows',
    ),
    VOTES[1],
    VOTES[2],
    ...WHO,
    always(
      'counted',
      'string',
      'yes: the votes are told; no: not counted yet; elsewhere: counted at another station; withheld: counted and not published',
    ),
    optional('reported_at', 'dateTime', 'When the report was accepted'),
    optional('entry', 'integer', 'Entry of the ledger that holds the report'),
    TEST,
  ],
};

/** Votes, opposition and abstentions of one contestant in one report. */
const votesCells = (
  id: string,
  votes: Readonly<Record<string, number>> | null | undefined,
  choices: Readonly<Record<string, Choices>> | null | undefined,
): readonly [number | null, number | null, number | null] => {
  if (choices) {
    const { support, oppose, abstain } = choices[id] ?? { support: 0, oppose: 0, abstain: 0 };
    return [support, oppose, abstain];
  }
  return votes ? [votes[id] ?? 0, null, null] : [null, null, null];
};

const countedWord = ({ status, votes, choices }: StationResult): string => {
  if (status === 'counted_elsewhere') return 'elsewhere';
  if (status === 'waiting') return 'no';
  return votes || choices ? 'yes' : 'withheld';
};

const stationRows = (
  station: StationResult,
  contestants: readonly ContestantResult[],
  test: boolean,
): readonly CsvRow[] => {
  const { count, revision } = station;
  const standing = station.revisions.find((one) => one.count === count && one.revision === revision);
  const place = [
    station.constituency,
    station.id,
    english(station.name),
    chinese(station.name),
    station.kind,
    station.electors,
    station.status,
    count,
    revision,
  ];
  const told = [countedWord(station), standing?.acceptedAt ?? null, standing?.entry ?? null, test];
  return contestants.map((contestant): CsvRow => {
    const [votes, oppose, abstain] = votesCells(contestant.id, station.votes, station.choices);
    return [
      ...place,
      contestant.id,
      votes,
      station.valid,
      station.rejected,
      oppose,
      abstain,
      ...whoCells(contestant),
      ...told,
    ];
  });
};

/** `stations.csv`: the report that counts, a row for each station and contestant, also before it is in. */
export const stationsTable = (facts: readonly StationFacts[]): Table => ({
  shape: STATIONS,
  rows: walkedRows(function* () {
    for (const { result, stations, test } of facts)
      for (const station of stations) yield* stationRows(station, result.contestants, test);
  }),
});

export const SUPERSEDED: TableShape = {
  name: 'superseded',
  title: 'Reports that count no more: earlier counts and corrected revisions',
  key: ['constituency', 'station', 'count', 'revision', 'contestant'],
  columns: [
    CONSTITUENCY,
    STATION,
    always('count', 'integer', '1 is the first count, 2 and above are recounts'),
    always('revision', 'integer', 'Revision of the report'),
    CONTESTANT,
    ...VOTES,
    optional('valid', 'integer', 'Valid papers of the station'),
    always('reported_at', 'dateTime', 'When the report was accepted'),
    always('superseded_by', 'integer', 'Entry of the ledger that holds the report in its place'),
    optional('reason', 'string', 'Why it was superseded, as the later report says'),
    always('entry', 'integer', 'Entry of the ledger that holds this report'),
    TEST,
  ],
};

const supersededRows = (
  { result, test }: StationFacts,
  { act, body }: LoggedReport,
  next: LoggedReport,
): readonly CsvRow[] =>
  result.contestants.map(
    ({ id }): CsvRow => [
      result.id,
      body.station,
      body.count,
      body.revision,
      id,
      ...votesCells(id, body.votes, body.choices),
      validPapers(body, result.system),
      act.acceptedAt,
      next.act.entry,
      next.body.reason ?? null,
      act.entry,
      test,
    ],
  );

/** `superseded.csv`: what stood before; with `stations.csv` every count of every station, and no vote twice in either. */
export const supersededTable = (facts: readonly StationFacts[]): Table => ({
  shape: SUPERSEDED,
  rows: facts.flatMap((of) =>
    of.stations.flatMap(({ id }) => {
      const reports = of.reports?.get(id) ?? [];
      return reports.flatMap((report, index) => {
        const next = reports[index + 1];
        return next ? supersededRows(of, report, next) : [];
      });
    }),
  ),
});

export const REJECTED: TableShape = {
  name: 'rejected',
  title: 'Papers that were not counted, by station and ground',
  key: ['constituency', 'station', 'group', 'ground'],
  columns: [
    CONSTITUENCY,
    STATION,
    always(
      'group',
      'string',
      'invalid: not counted at first sight; questionable: rejected by the Presiding Officer',
    ),
    always('ground', 'string', 'Why; not_published where the grounds stay private'),
    always('papers', 'integer', 'Papers'),
    TEST,
  ],
};

/** Rankings without a first preference are rejected although no ground is given for them [2016 ¶5.89]. */
const NO_FIRST = 'no_first';

/** Papers by ground; together they are `rejected` of the station. */
const groundsOf = (station: StationResult): readonly (readonly [string, string, number])[] => {
  const { invalid, questionable, accountsWithheld } = station;
  const privately = accountsWithheld?.questionableRejected ?? 0;
  const told = [...Object.values(invalid), ...Object.values(questionable.rejected), privately];
  const rest = (station.rejected ?? 0) - told.reduce((sum, papers) => sum + papers, 0);
  const unspoken = rest > 0 ? { [NO_FIRST]: (invalid[NO_FIRST] ?? 0) + rest } : {};
  return [
    ...Object.entries({ ...invalid, ...unspoken }).map(
      ([ground, papers]) => ['invalid', ground, papers] as const,
    ),
    ...Object.entries(questionable.rejected).map(
      ([ground, papers]) => ['questionable', ground, papers] as const,
    ),
    ...(accountsWithheld ? [['questionable', 'not_published', privately] as const] : []),
  ];
};

/** `rejected.csv`: papers not counted, a row for each station and ground; they add up to `rejected` of the station. */
export const rejectedTable = (facts: readonly StationFacts[]): Table => ({
  shape: REJECTED,
  rows: facts.flatMap(({ result, stations, test }) =>
    stations.flatMap((station) =>
      groundsOf(station).map(
        ([group, ground, papers]): CsvRow => [result.id, station.id, group, ground, papers, test],
      ),
    ),
  ),
});
