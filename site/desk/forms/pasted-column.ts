import { readFigure } from './read-figure.ts';

/** The figure of a pasted line: of several columns the last one that holds any text, as spreadsheets put it beside the names. */
const cellOf = (line: string): string =>
  line
    .split('\t')
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    .findLast((cell) => cell !== '') ?? '';

/** A column copied from a spreadsheet, line by line; null where the text is one figure and goes into one field. */
export const pastedColumn = (text: string): readonly string[] | null => {
  const lines = text.replace(/(\r\n|\n|\r)+$/, '').split(/\r\n|\n|\r/);
  if (lines.length < 2) return null;
  const cells = lines.map(cellOf);
  const isHead =
    readFigure(cells[0] ?? '').kind === 'unclear' && readFigure(cells[1] ?? '').kind === 'figure';
  return isHead ? cells.slice(1) : cells;
};
