import { textIn } from '../../election/text.ts';
import type { CsvRow } from '../formats/csv.ts';
import {
  CONSTITUENCY,
  CONTESTANT,
  isProvisional,
  PROVISIONAL,
  type TableFacts,
  TEST,
  WHO,
  whoCells,
} from './common-columns.ts';
import { always, chinese, english, optional, type Table, type TableShape } from './table.ts';

export const RESULTS: TableShape = {
  name: 'results',
  title: 'Votes and seats by list or candidate',
  key: ['constituency', 'contestant'],
  columns: [
    CONSTITUENCY,
    optional('constituency_en', 'string', 'Name of the constituency in English'),
    optional('constituency_zh', 'string', 'Name of the constituency in Chinese'),
    always('system', 'string', 'Voting system'),
    always('seats', 'integer', 'Seats to be filled'),
    always('status', 'string', 'State of the count'),
    always('stations_reported', 'integer', 'Reports in'),
    always('stations_expected', 'integer', 'Reports expected'),
    CONTESTANT,
    ...WHO,
    optional('votes', 'integer', 'Valid votes; empty while nothing is counted'),
    optional('share', 'decimal', 'Percent of valid votes, two decimals'),
    always('quota_seats', 'integer', 'Seats by quota, so far until declared'),
    optional(
      'remainder',
      'string',
      'Exact remaining votes, a whole number or a fraction; empty where there are none',
    ),
    always('seats_won', 'integer', 'Seats, so far until declared'),
    optional('elected', 'string', 'Names with a seat, so far until declared; parted by semicolons'),
    always('as_of', 'dateTime', 'Time of the newest figure of the constituency'),
    PROVISIONAL,
    TEST,
  ],
};

/** `results.csv`: votes and seats, a row for each contestant. Nothing in it depends on the order in which reports came. */
export const resultsTable = (facts: readonly TableFacts[]): Table => ({
  shape: RESULTS,
  rows: facts.flatMap(({ result, test }) =>
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
        ...whoCells(contestant),
        result.stationsReported === 0 ? null : contestant.votes,
        contestant.share,
        contestant.quotaSeats,
        contestant.remainder,
        contestant.seats,
        contestant.candidates
          .filter(({ elected }) => elected)
          .map(({ name }) => textIn(name, 'zh-Hant').text)
          .join('; '),
        result.asOf,
        isProvisional(result),
        test,
      ],
    ),
  ),
});

export const CANDIDATES: TableShape = {
  name: 'candidates',
  title: 'Candidates, and how each seat was filled',
  key: ['constituency', 'candidate'],
  columns: [
    CONSTITUENCY,
    CONTESTANT,
    always('number', 'string', 'Number on the ballot paper'),
    always('candidate', 'string', 'Code of the candidate'),
    always('position', 'integer', 'Place on the list; 1 for a single candidate'),
    optional('name_en', 'string', 'Name in English, where one was given'),
    optional('name_zh', 'string', 'Name in Chinese, where one was given'),
    always('elected', 'boolean', 'Whether the candidate has a seat, so far until declared'),
    optional('seat', 'integer', 'Which seat of the constituency, in the order in which seats fell'),
    optional(
      'by',
      'string',
      'How the seat was won: quota, remainder, lots, votes, majority, uncontested, threshold, net_support',
    ),
    optional('event', 'string', 'Death or disqualification of the candidate'),
    PROVISIONAL,
    TEST,
  ],
};

/** `candidates.csv`: who is in, a row for each candidate in list order. */
export const candidatesTable = (facts: readonly TableFacts[]): Table => ({
  shape: CANDIDATES,
  rows: facts.flatMap(({ result, test }) =>
    result.contestants.flatMap((contestant) =>
      contestant.candidates.map((candidate, index): CsvRow => {
        const seat = result.seatOrder.find((one) => one.candidate === candidate.id);
        return [
          result.id,
          contestant.id,
          contestant.number,
          candidate.id,
          index + 1,
          english(candidate.name),
          chinese(candidate.name),
          candidate.elected,
          seat?.seat ?? null,
          seat?.by ?? null,
          candidate.event ?? null,
          isProvisional(result),
          test,
        ];
      }),
    ),
  ),
});
