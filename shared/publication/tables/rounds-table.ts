import type { CountRound } from '../../recount/results.ts';
import { must } from '../../result.ts';
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
import { always, optional, type Table, type TableShape } from './table.ts';

export const ROUNDS: TableShape = {
  name: 'rounds',
  title: 'Rounds of preferential counts, by candidate',
  key: ['constituency', 'round', 'contestant'],
  columns: [
    CONSTITUENCY,
    always('round', 'integer', 'Round, from 1 on'),
    CONTESTANT,
    ...WHO,
    always('votes', 'integer', 'Papers that the candidate holds in this round'),
    optional('share', 'decimal', 'Percent of the papers still in the count, two decimals'),
    always('transferred', 'integer', 'Papers received in this round from those eliminated before'),
    always('outcome', 'string', 'continuing, eliminated or elected'),
    always('in_count', 'integer', 'Papers still in the count, the same in each row of the round'),
    always(
      'exhausted',
      'integer',
      'Papers that left the count in this round, the same in each row of the round',
    ),
    always('exhausted_total', 'integer', 'Papers that have left the count so far'),
    PROVISIONAL,
    TEST,
  ],
};

const outcomeOf = ({ elected, eliminated }: CountRound, id: string): string => {
  if (elected.includes(id)) return 'elected';
  return eliminated.includes(id) ? 'eliminated' : 'continuing';
};

/** `rounds.csv`: preferential counts, a row for each round and continuing candidate. */
export const roundsTable = (facts: readonly TableFacts[]): Table => ({
  shape: ROUNDS,
  rows: facts.flatMap(({ result, test }) => {
    const byId = new Map(result.contestants.map((contestant) => [contestant.id, contestant]));
    return result.rounds.flatMap((round) =>
      round.continuing.map(
        (id): CsvRow => [
          result.id,
          round.round,
          id,
          ...whoCells(must(byId.get(id), `${id} stands in ${result.id}`)),
          round.votes[id] ?? 0,
          round.shares[id] ?? null,
          round.transferred[id] ?? 0,
          outcomeOf(round, id),
          round.denominator,
          round.exhausted,
          round.exhaustedTotal,
          isProvisional(result),
          test,
        ],
      ),
    );
  }),
});
