import { formatShownDay } from '#shared/calendar/day.ts';
import type { Language } from '#shared/election/text.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { AdvertisementResult, FileResult } from '#shared/recount/register-results.ts';
import { formatAndSize, shortHash, stateWords } from '../models/advertisements.ts';
import type { ShownName } from '../models/names.ts';
import { shownTime, timestamp } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { attribute, html, type Markup } from './html.ts';
import { CLOCK, TICK } from './icons.ts';

/** Pieces that rows of the register have in common. */

export interface RowsOf {
  readonly election: string;
  readonly language: Language;
  readonly words: Words;
}

export const shown = ({ text, lang }: ShownName): Markup =>
  html`<bdi${attribute('lang', lang)}>${text}</bdi>`;

/** `A4，街頭派發` */
export const listed = (parts: readonly ShownName[], { words }: RowsOf): Markup =>
  html`${parts.map((part, index) => html`${index > 0 && html`${words.advertisements.between}`}${shown(part)}`)}`;

export const day = (value: string): Markup => html`<time datetime="${value}">${formatShownDay(value)}</time>`;

export const time = (instant: string): Markup =>
  html`<time datetime="${timestamp(instant)}">${shownTime(instant)}</time>`;

/** Words with days in them: a day is never broken at the end of a line. */
export const withDays = (text: string): Markup =>
  html`${text.split(/(\d{2}-\d{2}-\d{4})/).map((part, index) => (index % 2 === 1 ? html`<span class="nb">${part}</span>` : html`${part}`))}`;

/** When it was received, and whether that was in time: a fact, not a verdict [D-8]. */
export const received = (ad: AdvertisementResult, { words }: RowsOf): Markup => {
  const w = words.advertisements;
  const due = html`<bdi>${withDays(w.due(formatShownDay(ad.due.due)))}</bdi>`;
  return ad.inTime
    ? html`${time(ad.receivedAt)}<small class="due">${due} ${TICK} ${w.inTime}</small>`
    : html`${time(ad.receivedAt)}<small class="due late">${CLOCK} ${due}${w.between}${w.late}</small>`;
};

/** The whole hash is in the page, to be copied; a row shows its ends. */
export const hash = (sha256: string): Markup =>
  html`<details class="sum"><summary><code>${shortHash(sha256)}</code></summary><code class="sha">${sha256}</code></details>`;

/** A download where there is one; where there is none, its name all the same. */
export const fileName = ({ name, path }: FileResult): Markup => {
  const text = html`<bdi>${visibleText(name)}</bdi>`;
  return path === null ? text : html`<a href="${path}" download>${text}</a>`;
};

export const file = (one: FileResult, { words }: RowsOf): Markup =>
  html`<div class="afile">${fileName(one)}<small>${formatAndSize(one, words)} · ${stateWords(one, words)}</small>${hash(one.sha256)}</div>`;

export const permission = (one: FileResult, { words }: RowsOf): Markup =>
  html`<small class="permission">${words.advertisements.permission}${words.after}${fileName(one)}${one.state !== 'public' && html` · ${stateWords(one, words)}`}</small>`;

/** Addresses of others: named in full, and never told where the reader comes from. */
export const link = (address: string): Markup =>
  html`<a href="${address}" rel="external nofollow noreferrer"><bdi>${visibleText(address)}</bdi></a>`;
