export interface CsvDifference {
  /** From 1, as a spreadsheet counts rows. */
  readonly line: number;
  readonly column: string;
  readonly actual: string | undefined;
  readonly expected: string | undefined;
  /** The row as it should be, by the names of its columns. */
  readonly row: Readonly<Record<string, string>>;
}

const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^,\r\n]*))(,|\r\n|$)/y;

/** Rows and cells of RFC 4180 text; what is not well formed ends the reading, the rest becomes one last cell. */
export const csvRows = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const start = CELL.lastIndex;
    const match = CELL.exec(text);
    if (match === null) {
      rows.at(-1)?.push(text.slice(start));
      break;
    }
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n' && CELL.lastIndex < text.length) rows.push([]);
  }
  return rows;
};

/** A row by the names of its columns; the header has none. */
const namedCells = (
  header: readonly string[],
  cells: readonly string[],
  at: number,
): Record<string, string> =>
  Object.fromEntries(at === 0 ? [] : header.map((name, index) => [name, cells[index] ?? '']));

/** The first cell in which two tables differ; `null` where they differ in nothing but how they are written. */
export const firstDifferentCell = (actual: string, expected: string): CsvDifference | null => {
  const [found, wanted] = [csvRows(actual), csvRows(expected)];
  const header = (wanted[0] ?? []).map((name) => name.replace(/^\uFEFF/, ''));
  for (let row = 0; row < Math.max(found.length, wanted.length); row += 1) {
    const [here, there] = [found[row] ?? [], wanted[row] ?? []];
    for (let at = 0; at < Math.max(here.length, there.length); at += 1) {
      if (here[at] === there[at]) continue;
      const cell = { actual: here[at], expected: there[at], row: namedCells(header, there, row) };
      return { line: row + 1, column: header[at] ?? String(at + 1), ...cell };
    }
  }
  return null;
};
