import type { LadderRow } from '../models/ladder.ts';
import { html, type Markup } from './html.ts';

/** Bars and marks: inline SVG with attributes, always beside the figure they repeat. */

export interface Bar {
  readonly value: number;
  readonly solid: boolean;
  /** Rows without a seat, eliminated candidates. */
  readonly weak?: boolean;
  /** Reference lines, in percent of the scale. */
  readonly lines?: readonly (number | null)[];
  /** Under the name, for narrow screens. */
  readonly under?: boolean;
}

const dashed = (at: number): Markup =>
  html`<line class="h" x1="${at}%" x2="${at}%" y1="-3" y2="100%"/><line class="q" x1="${at}%" x2="${at}%" y1="-3" y2="100%"/>`;

export const bar = ({ value, solid, weak = false, lines = [], under = false }: Bar): Markup =>
  html`<svg class="${under ? 'bar under' : 'bar'}" aria-hidden="true"><rect class="t" width="100%" height="100%"/>${value > 0 && html`<rect class="${weak ? 'w' : solid ? 'f' : 'o'}" width="${value}%" height="100%"/>`}${lines.map((at) => at !== null && at > 0 && at <= 100 && dashed(at))}</svg>`;

const round = (value: number): number => Math.round(value * 100) / 100;

export interface Rung {
  readonly row: LadderRow;
  readonly quotaAt: number;
  readonly lastAt: number | null;
  readonly solid: boolean;
  readonly kind: 'wide' | 'under' | 'big';
}

/** A ladder's bar: dark to the quota, soft for what is left, with the lines of the quota and the last seat. */
export const rung = ({ row, quotaAt, lastAt, solid, kind }: Rung): Markup => {
  const width = round(row.dark - row.from);
  const rest = round(row.soft - row.dark);
  const dark =
    width > 0 &&
    html`<rect class="${solid ? 'f' : 'o'}" x="${row.from}%" width="${width}%" y="50%" height="14"/>`;
  const soft = rest > 0 && html`<rect class="w" x="${row.dark}%" width="${rest}%" y="50%" height="14"/>`;
  const quota =
    quotaAt > 0 &&
    html`<line class="h" x1="${quotaAt}%" x2="${quotaAt}%" y2="100%"/><line class="q" x1="${quotaAt}%" x2="${quotaAt}%" y2="100%"/>`;
  const last = lastAt !== null && html`<line class="d" x1="${lastAt}%" x2="${lastAt}%" y2="100%"/>`;
  return html`<svg class="${kind === 'wide' ? 'rung' : `rung ${kind}`}" aria-hidden="true">${dark}${soft}${quota}${last}</svg>`;
};

export interface Mark {
  /** Square by quota, circle by remainder, dashed where a seat is open. */
  readonly kind: 'quota' | 'remainder' | 'tie' | 'unfilled';
  readonly solid: boolean;
  readonly seat: number | null;
}

export const mark = ({ kind, solid, seat }: Mark): Markup => {
  const open = kind === 'tie' || kind === 'unfilled';
  const shape =
    kind === 'quota'
      ? html`<rect x="1.5" y="1.5" width="21" height="21"/>`
      : html`<circle cx="12" cy="12" r="10.5"/>`;
  const text = kind === 'tie' ? '?' : kind === 'unfilled' ? '' : (seat ?? '');
  return html`<svg class="mark${solid && ' solid'}${open && ' open'}" viewBox="0 0 24 24" aria-hidden="true">${shape}<text x="12" y="16.5">${text}</text></svg>`;
};

/** More squares than this are a number instead. */
const MOST_SQUARES = 12;

const squares = (value: number, look: '' | ' solid' | ' open'): Markup => {
  const shown = Math.min(value, MOST_SQUARES);
  const drawn = Array.from({ length: shown }, (_, index) => `M${index * 12 + 1.5} 1.5h8v8h-8z`).join('');
  const more = value > MOST_SQUARES && html`<span aria-hidden="true"> ${value}</span>`;
  return html`<svg class="sq${look}" viewBox="0 0 ${shown * 12} 12" width="${shown * 12}" height="12" aria-hidden="true"><path d="${drawn}"/></svg>${more}`;
};

/** Seats of one list as squares; zero is written, and read aloud, as zero. */
export const seatSquares = (value: number, solid: boolean, tie: boolean): Markup => {
  const question = tie && html`<span class="ask">?</span>`;
  if (value === 0) return html`${question}${!tie && html`<span class="zero">0</span>`}`;
  return html`${question}${squares(value, solid ? ' solid' : '')}<span class="vh">${value}</span>`;
};

/** All seats of a constituency: those that are shown, and dashed ones for the others. `said` is the same in words. */
export const seatsOfAll = (
  shown: number,
  seats: number,
  { solid, said }: { solid: boolean; said: string },
): Markup =>
  html`${shown > 0 && squares(shown, solid ? ' solid' : '')}${seats > shown && squares(seats - shown, ' open')}<span class="vh">${said}</span>`;
