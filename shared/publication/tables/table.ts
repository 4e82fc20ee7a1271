import type { Text } from '../../election/text.ts';
import { type CsvRow, csvBytes } from '../formats/csv.ts';

/** What a cell holds where it is not empty. Names follow Table Schema; CSV on the Web has its own for `decimal` and `dateTime`. */
export type CellType = 'string' | 'integer' | 'decimal' | 'boolean' | 'dateTime';

/** A column of a published table. Order and names of columns are fixed: new ones are added at the end. */
export interface Column {
  readonly name: string;
  readonly type: CellType;
  /** In English; the dictionary has all three languages. */
  readonly meaning: string;
  /** Never empty. */
  readonly required: boolean;
}

/** What a table is: everything but its rows, which move with the ledger. */
export interface TableShape {
  /** `stations` for `stations.csv`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Columns that together name a row. */
  readonly key: readonly string[];
}

/** A table as it is published: as CSV, and as a sheet of the workbook. */
export interface Table {
  readonly shape: TableShape;
  /**
   * Cells in the order of the columns; `null` is empty: not counted, not known or not published, never zero. Rows of a large table are made
   * anew each time they are walked.
   */
  readonly rows: Iterable<CsvRow>;
}

/** Rows that are never all there at once: together they would take many times what their files do. */
export const walkedRows = (walk: () => Generator<CsvRow>): Iterable<CsvRow> => ({ [Symbol.iterator]: walk });

const column =
  (required: boolean) =>
  (name: string, type: CellType, meaning: string): Column => ({ name, type, meaning, required });

/** A column that is empty where there is nothing to say. */
export const optional = column(false);
/** A column that is filled in every row. */
export const always = column(true);

export const tableFileName = ({ name }: TableShape): string => `${name}.csv`;

/** UTF-8 with byte order mark. */
export const tableBytes = ({ shape, rows }: Table): Uint8Array =>
  csvBytes(
    shape.columns.map(({ name }) => name),
    rows,
  );

export const english = (text: Text): string | null => text.en ?? null;
/** Chinese as it was given: traditional before simplified, never converted. */
export const chinese = (text: Text): string | null => text['zh-Hant'] ?? text['zh-Hans'] ?? null;
