import { figureIn, readFigure } from './read-figure.ts';

/** A pasted column: a cell for each field from the one it was pasted into, and the heading above it that was left out. */
export interface PastedColumn {
  readonly cells: readonly string[];
  readonly heading: string;
}

const isFigure = (cell: string): boolean => readFigure(cell).kind === 'figure';

const cellsOf = (line: string): readonly string[] =>
  line.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** The last column in which most lines have a figure: names stand before it, shares in percent behind it. */
const figureColumn = (rows: readonly (readonly string[])[]): number | null => {
  const width = Math.max(...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, index) => width - 1 - index);
  const filled = rows.filter((row) => row.some((cell) => cell !== '')).length;
  return (
    columns.find((column) => 2 * rows.filter((row) => isFigure(row[column] ?? '')).length >= filled) ?? null
  );
};

/** Words without a digit above the first figure; a figure with a slip in it is none. */
const headingsIn = (cells: readonly string[]): number => {
  const first = cells.findIndex((cell) => /\p{Nd}/u.test(cell));
  return first === -1 || !cells.slice(0, first).some((cell) => cell !== '') ? 0 : first;
};

/** Before a last line that is the sum of all others an empty line parts the sheet, and is no row of the form. */
const withoutGap = (cells: readonly string[]): readonly string[] => {
  const last = figureIn(cells.at(-1));
  const rows = cells.slice(0, -1);
  const end = rows.findLastIndex((cell) => cell !== '') + 1;
  const sum = rows.reduce((total, cell) => total + (figureIn(cell) ?? 0), 0);
  return end < rows.length && end > 1 && last === sum ? [...rows.slice(0, end), cells.at(-1) ?? ''] : cells;
};

const filledIn = (row: readonly string[]): number => row.filter((cell) => cell !== '').length;

/** Where names stand beside the figures, a line without either parts the sheet; a column alone may have a row left empty. */
const withoutBlanks = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const filled = rows.filter((row) => filledIn(row) > 0);
  return 2 * filled.filter((row) => filledIn(row) > 1).length > filled.length ? filled : rows;
};

const columnOf = (rows: readonly (readonly string[])[]): readonly string[] => {
  const column = figureColumn(rows);
  return rows.map((row) =>
    column === null ? (row.findLast((cell) => cell !== '') ?? '') : (row[column] ?? ''),
  );
};

/** A row of a spreadsheet: figures side by side run along the fields, beside a name the last one is meant. */
const rowOf = (row: readonly string[]): readonly string[] => {
  const filled = row.filter((cell) => cell !== '');
  return filled.every(isFigure) ? row : [filled.findLast(isFigure) ?? filled.at(-1) ?? ''];
};

/** What a spreadsheet puts into the clipboard, cell by cell; null where the text is one figure and goes into one field. */
export const pastedColumn = (text: string): PastedColumn | null => {
  const lines = text.replace(/(\r\n|\n|\r)+$/, '').split(/\r\n|\n|\r/);
  const [only = ''] = lines;
  if (lines.length < 2) return only.includes('\t') ? { cells: rowOf(cellsOf(only)), heading: '' } : null;
  const cells = columnOf(withoutBlanks(lines.map(cellsOf)));
  const headings = headingsIn(cells);
  return {
    cells: withoutGap(cells.slice(headings)),
    heading: cells
      .slice(0, headings)
      .filter((cell) => cell !== '')
      .join(' '),
  };
};
