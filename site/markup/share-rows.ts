import { IMAGE_WIDTH } from '../models/share.ts';
import type { CardRow } from '../models/share-card.ts';
import { cut, sizeFor, widthOf } from '../models/text-fit.ts';
import type { Mark } from './bars.ts';
import { html, type Markup } from './html.ts';

/** The rows of a picture that stands where a page is shared, in pixels; a picture has no browser that would lay it out. */

export const MARGIN = 64;
/** Where rows begin. */
const TOP = 315;
const ROWS_A_COLUMN = 6;

/** How one column of rows is laid out. */
interface Columns {
  /** Width of a column, and from the left side of one to that of the next. */
  readonly width: number;
  readonly step: number;
  readonly pitch: number;
  readonly size: number;
  /** Where a name may reach to if a bar stands beside it; null where the bar lies below the name. */
  readonly barFrom: number | null;
  /** As many marks of seats as there is room for, at the right. */
  readonly mostMarks: number;
}

const GAP = 16;
const NUMBER = 40;
const MARK = 28;

const columnsFor = (rows: number): Columns => {
  const inside = IMAGE_WIDTH - 2 * MARGIN;
  if (rows > ROWS_A_COLUMN)
    return {
      width: (inside - 48) / 2,
      step: (inside + 48) / 2,
      pitch: 42,
      size: 26,
      barFrom: null,
      mostMarks: 3,
    };
  const few = rows <= 4;
  return { width: inside, step: 0, pitch: few ? 60 : 42, size: few ? 34 : 29, barFrom: 470, mostMarks: 4 };
};

/** What is more than zero can be seen. */
const SHORTEST_BAR = 3;

const bar = (
  { bar: percent, solid }: CardRow,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Markup | false => {
  if (percent === null) return false;
  const long = percent > 0 && Math.max(SHORTEST_BAR, Math.round((percent / 100) * width));
  const inside = solid ? 0 : 1;
  return html`<rect class="track" x="${x}" y="${y}" width="${width}" height="${height}"/>${
    long !== false &&
    html`<rect class="${solid ? 'declared' : 'provisional'}" x="${x + inside}" y="${y + inside}" width="${Math.max(1, long - 2 * inside)}" height="${height - 2 * inside}"/>`
  }`;
};

const mark = ({ kind, solid, seat }: Mark, x: number, y: number): Markup => {
  const shape =
    kind === 'quota'
      ? html`<rect x="${x + 1}" y="${y + 1}" width="22" height="22"/>`
      : html`<circle cx="${x + 12}" cy="${y + 12}" r="11"/>`;
  const inside = kind === 'tie' ? '?' : (seat ?? '');
  const open = kind === 'tie' || kind === 'unfilled';
  return html`<g class="mark${solid && ' filled'}${open && ' open'}">${shape}<text x="${x + 12}" y="${y + 17}" text-anchor="middle">${inside}</text></g>`;
};

/** Seats as marks; more than there is room for as one mark and their number. */
const marks = (row: CardRow, x: number, y: number, most: number): Markup => {
  const [first] = row.marks;
  if (first === undefined || row.marks.length <= most)
    return html`${row.marks.map((one, index) => mark(one, x + index * MARK, y))}`;
  return html`${mark({ ...first, seat: null }, x, y)}<text class="bold" x="${x + MARK + 2}" y="${y + 20}" font-size="22">${row.marks.length}</text>`;
};

/** What all rows of a card need room for. */
interface Room {
  readonly columns: Columns;
  readonly figure: number;
  /** Zero where no row has a mark. */
  readonly marks: number;
  readonly hasNumbers: boolean;
}

const one = (
  row: CardRow,
  index: number,
  { columns, figure, marks: marksWidth, hasNumbers }: Room,
): Markup => {
  const { width, step, pitch, size, barFrom, mostMarks } = columns;
  const left = MARGIN + Math.floor(index / ROWS_A_COLUMN) * step;
  const top = TOP + (index % ROWS_A_COLUMN) * pitch;
  const right = left + width;
  const isUnder = barFrom === null;
  const line = top + (isUnder ? 27 : Math.round(pitch / 2 + size * 0.36));
  const nameAt = left + (hasNumbers ? NUMBER + 12 : 0);
  const figureEnd = right - marksWidth;
  const figureAt = figureEnd - figure;
  const barAt = isUnder ? nameAt : left + barFrom;
  const nameEnd = !isUnder && row.bar !== null ? barAt - GAP : figureAt - GAP;
  const drawn = isUnder
    ? bar(row, { x: nameAt, y: top + 34, width: figureEnd - nameAt, height: 5 })
    : bar(row, { x: barAt, y: top + pitch / 2 - 9, width: figureAt - GAP - barAt, height: 18 });
  const nameRoom = nameEnd - nameAt;
  const nameSize = sizeFor(row.name, nameRoom, { largest: size, smallest: size - 6, bold: true });
  const markTop = isUnder ? top + 7 : top + pitch / 2 - 12;
  return html`<g font-size="${size}">${drawn}<text class="muted" x="${left + NUMBER}" y="${line}" text-anchor="end">${cut(row.number, NUMBER + 16, { size })}</text><text class="bold" x="${nameAt}" y="${line}" font-size="${nameSize}">${cut(row.name, nameRoom, { size: nameSize, bold: true })}</text><text x="${figureEnd}" y="${line}" text-anchor="end">${row.figure}</text>${marks(row, figureEnd + GAP, markTop, mostMarks)}</g>`;
};

/** Marks end where the column ends. */
const marksWidth = (rows: readonly CardRow[], { mostMarks, size }: Columns): number => {
  const most = Math.max(0, ...rows.map((row) => row.marks.length));
  if (most === 0) return 0;
  const number = most > mostMarks ? widthOf(String(most), { size, bold: true }) + 2 : 0;
  return GAP + (number > 0 ? MARK + number : most * MARK - 4);
};

const roomFor = (rows: readonly CardRow[]): Room => {
  const columns = columnsFor(rows.length);
  return {
    columns,
    figure: Math.max(0, ...rows.map(({ figure }) => widthOf(figure, { size: columns.size }))),
    marks: marksWidth(rows, columns),
    hasNumbers: rows.some((row) => row.number !== ''),
  };
};

export const shareRows = (rows: readonly CardRow[]): string => {
  const room = roomFor(rows);
  return rows.map((row, index) => one(row, index, room).text).join('');
};

/** Where the figures end, over which their heading stands. */
export const figuresEnd = (rows: readonly CardRow[]): number => IMAGE_WIDTH - MARGIN - roomFor(rows).marks;

/** The line below the rows. */
export const ROWS_END = 570;
