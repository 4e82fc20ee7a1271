import type { ConstituencyResult, ContestantResult } from '../../recount/results.ts';
import { SETTLED } from '../../recount/status.ts';
import type { CsvRow } from '../formats/csv.ts';
import { always, type Column, chinese, english, optional } from './table.ts';

/** A constituency with what its tables are made from. */
export interface TableFacts {
  readonly result: ConstituencyResult;
  readonly test: boolean;
}

export const CONSTITUENCY = always('constituency', 'string', 'Code of the constituency');
export const STATION = always('station', 'string', 'Code of the station');
export const CONTESTANT = always('contestant', 'string', 'Code of the list or candidate');
/** Stands last in every table, so that rehearsals are known in every file. */
export const TEST = always(
  'test',
  'boolean',
  'Whether this is a rehearsal: people and figures are invented or replayed',
);
export const PROVISIONAL = always(
  'provisional',
  'boolean',
  'Whether the result of the constituency is not declared yet',
);

/** Who a row is about, so that it can be read without another table. */
export const WHO: readonly Column[] = [
  always('number', 'string', 'Number on the ballot paper'),
  optional('name_en', 'string', 'Name in English, where one was given'),
  optional('name_zh', 'string', 'Name in Chinese, where one was given'),
];

export const whoCells = ({ number, name }: Pick<ContestantResult, 'number' | 'name'>): CsvRow => [
  number,
  english(name),
  chinese(name),
];

export const isProvisional = ({ status }: Pick<ConstituencyResult, 'status'>): boolean =>
  !SETTLED.has(status);
