import type { Language } from '#shared/election/text.ts';
import type { StationSummary } from '#shared/recount/results.ts';
import { shownName } from '../models/names.ts';
import { count } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { html, type Markup } from './html.ts';
import { name } from './names.ts';

const tag = (text: string): Markup => html`<small class="tag">${text}</small>`;

const figure = ({ status, countedAt, valid }: StationSummary, words: Words): Markup => {
  if (status === 'counted_elsewhere')
    return html`<small>${words.stations.elsewhere(countedAt ?? '')}</small>`;
  if (valid !== null) return html`${count(valid)}`;
  return html`<span aria-hidden="true">–</span><span class="vh">${words.stations.waiting}</span>`;
};

/** One row a station: its code and name, what is to be said of its report, its valid votes. */
export const stationRows = (stations: readonly StationSummary[], words: Words, language: Language): string =>
  stations
    .map((station) => {
      const shown = shownName(station.name, language);
      const w = words.stations;
      const named = shown.text !== station.id && html` ${name(shown)}`;
      const flags = station.flags.length > 0 && tag(w.flags(station.flags.length));
      const corrected = station.corrected && tag(w.corrected);
      const again = station.status === 'recounting' && tag(w.recounting);
      return html`<tr data-key="${station.id}"><th scope="row"><a href="../../stations/${station.id}/">${station.id}${named}</a>${flags}${corrected}${again}</th><td class="r">${figure(station, words)}</td></tr>`
        .text;
    })
    .join('');
