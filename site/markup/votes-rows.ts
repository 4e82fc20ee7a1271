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
}

const absent = (word: string): Markup =>
  html`<span aria-hidden="true">–</span><span class="vh">${word}</span>`;

const row = (one: VotesRow, { table, words, language, others, noAffiliation }: Shown): Markup => {
  const { contestant } = one;
  const { solid, counted, quotaAt } = table;
  const after = one.equal && html`<small class="eq">${words.votes.equal}</small>`;
  const head = who({ contestant, language, noAffiliation, others, after });
  const drawn = { value: one.bar, solid, lines: [quotaAt] };
  const votes = counted
    ? html`<span data-figure="${contestant.votes}">${count(contestant.votes)}</span><small class="phone">${one.share}</small>`
    : absent(words.votes.notCounted);
  const seats = table.showSeats ? seatSquares(one.seats, solid, one.tie) : absent(words.votes.tooEarly);
  return html`<tr data-key="${contestant.id}"><th scope="row">${head}${bar({ ...drawn, under: true })}</th><td class="r">${votes}</td><td class="r wide">${counted ? one.share : '–'}</td><td class="wide barcell">${bar(drawn)}</td><td class="seats">${seats}</td></tr>`;
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
