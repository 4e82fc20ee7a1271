import type { Language } from '#shared/election/text.ts';
import type { HallRow, HallTable } from '../models/hall.ts';
import { leadName } from '../models/names.ts';
import { bar, mark } from './bars.ts';
import { html, type Markup } from './html.ts';
import { name } from './names.ts';

const row = (one: HallRow, { solid, line }: HallTable, language: Language): Markup => {
  const { contestant, marks } = one;
  const seats = marks.length > 0 && html`${marks.map(mark)}<span class="vh">${marks.length}</span>`;
  const drawn = bar({ value: one.bar, solid, lines: [line] });
  return html`<tr><td class="marks">${seats}</td><td class="n">${contestant.number}</td><th scope="row">${name(leadName(contestant, language), true)}</th><td class="barcell">${drawn}</td><td class="r"><b>${one.figure}</b></td><td class="r second">${one.second}</td></tr>`;
};

/**
 * Rows of a hall's screen, by rank: a fresh page changes what a row says and not where it stands, so that the order is always that of the
 * figures.
 */
export const hallRows = (rows: readonly HallRow[], table: HallTable, language: Language): string =>
  rows.map((one) => row(one, table, language).text).join('');
