import { xmlText } from '../plain-text.ts';
import type { Table } from '../tables/table.ts';
import type { Cell, CsvRow } from './csv.ts';
import { utf8Of, type Write } from './utf8.ts';
import { packed, zipOf } from './zip.ts';

/**
 * Office Open XML workbooks (ECMA-376), as few parts as programs ask for. Every text is a string, so nothing that anybody wrote is ever a
 * formula; the same tables always give the same bytes.
 */

const utf8 = new TextEncoder();

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Programs read `_x0041_` in a text as a character; what somebody wrote so is shown as written. */
const literal = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** The texts of a workbook, each once, in the order in which they were met. */
const sharedTexts = () => {
  const known = new Map<string, number>();
  return {
    place: (text: string): number => {
      const at = known.get(text) ?? known.size;
      known.set(text, at);
      return at;
    },
    xml: (): string =>
      `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${known.size}">${[...known.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(literal(text))}</t></si>`).join('')}</sst>`,
  };
};
type SharedTexts = ReturnType<typeof sharedTexts>;

const writeCell = (cell: Exclude<Cell, null>, isFigure: boolean, texts: SharedTexts): string => {
  if (typeof cell === 'boolean') return `t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number' || isFigure) return `><v>${cell}</v></c>`;
  return `t="s"><v>${texts.place(cell)}</v></c>`;
};

/** `A`, `B` … `Z`, `AA`. */
const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: Iterable<CsvRow>;
  /** By column: text that is a number, such as a share. */
  readonly figures: readonly boolean[];
}

/** Where rows of a sheet are written, and by what. */
interface SheetWriting {
  readonly write: Write;
  readonly texts: SharedTexts;
  readonly columns: readonly string[];
  readonly figures: readonly boolean[];
}

/** The first row is the header. */
const writeRow = ({ write, texts, columns, figures }: SheetWriting, row: CsvRow, number: number): void => {
  const isHeader = number === 1;
  const style = isHeader ? ' s="1" ' : ' ';
  write(`<row r="${number}">`);
  for (let index = 0; index < row.length; index += 1) {
    const cell = row[index] ?? null;
    if (cell === null || cell === '') continue;
    const isFigure = !isHeader && figures[index] === true;
    write(`<c r="${columns[index]}${number}"${style}${writeCell(cell, isFigure, texts)}`);
  }
  write('</row>');
};

const writeSheet =
  ({ header, rows, figures }: Sheet, texts: SharedTexts) =>
  (write: Write): void => {
    const columns = header.map((_, index) => columnName(index));
    const writing = { write, texts, columns, figures };
    write(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`,
    );
    let number = 1;
    writeRow(writing, header, number);
    for (const row of rows) {
      number += 1;
      writeRow(writing, row, number);
    }
    write(`</sheetData><autoFilter ref="A1:${columns.at(-1) ?? 'A'}${number}"/></worksheet>`);
  };

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = (sheets: readonly Sheet[]): string =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET}.sharedStrings+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`).join('')}</Types>`;

const relations = (list: readonly (readonly [string, string])[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const workbookXml = (sheets: readonly Sheet[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`;

/** A workbook with a sheet for what it is, `about`, and one for each table, named as its CSV without the ending. */
export const workbook = (
  about: readonly (readonly [string, Cell])[],
  tables: readonly Table[],
): Uint8Array => {
  const sheets: readonly Sheet[] = [
    { name: 'about', header: ['what', 'value'], rows: about, figures: [] },
    ...tables.map(({ shape, rows }) => ({
      name: shape.name,
      header: shape.columns.map(({ name }) => name),
      rows,
      figures: shape.columns.map(({ type }) => type === 'decimal'),
    })),
  ];
  const texts = sharedTexts();
  // Packed one after the other, since a sheet as XML is eight times as large; their texts come before them.
  const written = sheets.map(
    (sheet, index) =>
      [`xl/worksheets/sheet${index + 1}.xml`, packed(utf8Of(writeSheet(sheet, texts)))] as const,
  );
  const parts = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': texts.xml(),
  };
  return zipOf([
    ...Object.entries(parts).map(([name, xml]) => [name, packed(utf8.encode(xml))] as const),
    ...written,
  ]);
};
