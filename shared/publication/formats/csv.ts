import { utf8Of } from './utf8.ts';

/** A byte order mark, so that spreadsheets read Chinese names as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Text that a spreadsheet would run as a formula, in half or full width, gets an apostrophe before it. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]/;

/** Most texts need neither an apostrophe nor quotation marks: they start with none of these, and hold no comma, quotation mark or line end. */
const NEEDS_CARE = /^[\s=+\-@＝＋－＠]|[",\r\n]|\s$/;

const cell = (value: Cell): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  if (!NEEDS_CARE.test(value)) return value;
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Text, a whole number, `true` or `false`, or nothing. */
export type Cell = string | number | boolean | null;
export type CsvRow = readonly Cell[];

const line = (row: CsvRow): string => `${row.map(cell).join(',')}\r\n`;

/** RFC 4180 with CRLF line ends, UTF-8 with byte order mark; `null` is an empty cell, `0` is 0. */
export const csvFile = (header: readonly string[], rows: readonly CsvRow[]): string =>
  BYTE_ORDER_MARK + [header, ...rows].map(line).join('');

/** The same as bytes, of rows that need not all be there at once. */
export const csvBytes = (header: readonly string[], rows: Iterable<CsvRow>): Uint8Array =>
  utf8Of((write) => {
    write(BYTE_ORDER_MARK + line(header));
    for (const row of rows) write(line(row));
  });
