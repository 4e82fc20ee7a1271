import type { Language } from '#shared/election/text.ts';
import type { Ladder, LadderRow } from '../models/ladder.ts';
import { shownName } from '../models/names.ts';
import type { Words } from '../words/words.ts';
import { mark, rung } from './bars.ts';
import { html, type Markup } from './html.ts';
import { name } from './names.ts';

export type LadderKind = 'quota' | 'remainder' | 'tie' | 'cut' | 'rest';

interface Shown {
  readonly ladder: Ladder;
  readonly kind: LadderKind;
  readonly words: Words;
  readonly language: Language;
  readonly solid: boolean;
}

const nameCell = (row: LadderRow, { words, language, kind }: Shown, under: Markup): Markup => {
  const bold = kind !== 'rest' && kind !== 'cut';
  const shown = row.candidate
    ? name(shownName(row.candidate.name, language), bold)
    : html`<span class="aff">${words.ladder.noName}</span>`;
  const nth =
    row.position > 1 &&
    row.candidate !== null &&
    html`<small class="nth"> ${words.ladder.nth(row.position)}</small>`;
  const balls =
    row.balls.length > 0 && html`<small class="nth"> ${row.balls.map(words.ladder.ball).join(' · ')}</small>`;
  return html`<th scope="row"><div class="who"><span class="n">${row.contestant.number}</span> <span>${shown}${nth}${balls}</span></div>${under}</th>`;
};

const ladderRow = (row: LadderRow, shown: Shown): Markup => {
  const { ladder, kind, words, solid } = shown;
  const isLast = kind === 'remainder' && ladder.tied.length === 0 && row === ladder.byRemainder.at(-1);
  const below = kind === 'cut' || kind === 'rest';
  const drawn = { row, quotaAt: ladder.quotaAt, lastAt: below || isLast ? ladder.lastAt : null, solid };
  const seat = row.seat !== null && html`<span class="vh">${words.ladder.seat} ${row.seat}</span>`;
  const marked = row.mark !== null && html`${mark({ kind: row.mark, solid, seat: row.seat })}${seat}`;
  const left =
    kind === 'quota' &&
    row.second !== null &&
    html`<small class="phone">${words.ladder.remainingFigure(row.second)}</small>`;
  const second = isLast && !ladder.lotsDrawn ? words.ladder.last : row.second;
  return html`<tr data-key="${row.key}"><td class="c1">${marked}</td>${nameCell(row, shown, rung({ ...drawn, kind: 'under' }))}<td class="wide barcell">${rung({ ...drawn, kind: 'wide' })}</td><td class="r"><span${!below && html` class="b"`}>${row.figure}</span>${left}</td><td class="r wide dim">${second}</td></tr>`;
};

export const ladderRows = (rows: readonly LadderRow[], shown: Shown): string =>
  rows.map((row) => ladderRow(row, shown).text).join('');
