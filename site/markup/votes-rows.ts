import type { Language } from '#shared/election/text.ts';
import type { ContestantResult } from '#shared/recount/results.ts';
import { leadName, otherNames } from '../models/names.ts';
import type { VotesRow, VotesTable } from '../models/votes.ts';
import { count } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { bar, seatSquares } from './bars.ts';
import { html, type Markup } from './html.ts';
import { name, who } from './names.ts';

interface Shown {
  readonly table: VotesTable;
  readonly words: Words;
  readonly language: Language;
  readonly others: boolean;
  readonly noAffiliation: string | null;
  /**
   * Rows of ranks, in a frame: a fresh page changes what a row says and not where it stands, so that the first five are always the first five.
   * Nothing is marked as changed in them, and nothing wide is in them.
   */
  readonly ranked?: boolean;
}

const absent = (word: string): Markup =>
  html`<span aria-hidden="true">–</span><span class="vh">${word}</span>`;

const row = (one: VotesRow, { table, words, language, others, noAffiliation, ranked }: Shown): Markup => {
  const { contestant } = one;
  const { solid, counted, quotaAt } = table;
  const after = one.equal && html`<small class="eq">${words.votes.equal}</small>`;
  const head = who({ contestant, language, noAffiliation, others, after });
  const drawn = { value: one.bar, solid, lines: [quotaAt] };
  const figure = count(contestant.votes);
  const votes = counted
    ? html`${ranked ? figure : html`<span data-figure="${contestant.votes}">${figure}</span>`}${one.share !== '–' && html`<small class="phone">${one.share}</small>`}`
    : absent(words.votes.notCounted);
  const seats = table.showSeats ? seatSquares(one.seats, solid, one.tie) : absent(words.votes.tooEarly);
  const named = html`<th scope="row">${head}${bar({ ...drawn, under: true })}</th><td class="r">${votes}</td>`;
  if (ranked) return html`<tr>${named}<td class="seats">${seats}</td></tr>`;
  return html`<tr data-key="${contestant.id}">${named}<td class="r wide">${counted ? one.share : '–'}</td><td class="wide barcell">${bar(drawn)}</td><td class="seats">${seats}</td></tr>`;
};

export const votesRows = (rows: readonly VotesRow[], shown: Shown): string =>
  rows.map((one) => row(one, shown).text).join('');

/** All names of all lists, for screens too narrow to show them beside the first one. */
export const namesOfLists = (contestants: readonly ContestantResult[], language: Language): string =>
  contestants
    .map((contestant) => {
      const lead = leadName(contestant, language);
      const between = (lead.lang ?? language) === 'en' ? ', ' : '、';
      const rest = otherNames(contestant, language).map(
        (one, index) => html`${index === 0 ? between : one.before}${name(one)}`,
      );
      return html`<li><span class="n">${contestant.number}</span> <span>${name(lead, true)}${rest}</span></li>`
        .text;
    })
    .join('');
