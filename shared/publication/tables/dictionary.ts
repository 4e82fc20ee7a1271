import type { Told } from '../../calendar/told.ts';
import type { CsvRow } from '../formats/csv.ts';
import { csvFile } from '../formats/csv.ts';
import { meaningOf } from './column-words.ts';
import { CANDIDATES, RESULTS } from './results-table.ts';
import { ROUNDS } from './rounds-table.ts';
import { REJECTED, STATIONS, SUPERSEDED } from './stations-table.ts';
import { type CellType, tableFileName } from './table.ts';

/** A column, described in every language. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: CellType;
  readonly required: boolean;
  readonly meaning: Told;
}

/** The dictionary: every column of every table of results, by the file's name. */
export const DICTIONARY: Readonly<Record<string, readonly DescribedColumn[]>> = Object.fromEntries(
  [RESULTS, CANDIDATES, STATIONS, SUPERSEDED, REJECTED, ROUNDS].map((shape) => [
    tableFileName(shape),
    shape.columns.map((column) => ({
      name: column.name,
      type: column.type,
      required: column.required,
      meaning: meaningOf(shape.name, column),
    })),
  ]),
);

/** `/schemas/columns.csv`: a row for each column. */
export const dictionaryCsv = (): string =>
  csvFile(
    ['file', 'column', 'type', 'required', 'en', 'zh-Hant', 'zh-Hans'],
    Object.entries(DICTIONARY).flatMap(([file, columns]) =>
      columns.map(
        ({ name, type, required, meaning }): CsvRow => [
          file,
          name,
          type,
          required,
          meaning.en,
          meaning['zh-Hant'],
          meaning['zh-Hans'],
        ],
      ),
    ),
  );
