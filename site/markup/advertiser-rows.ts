import type { CorrectedParticulars } from '#shared/advertisements/particulars.ts';
import { formatShownDay } from '#shared/calendar/day.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { AdvertisementResult, CorrectionResult } from '#shared/recount/register-results.ts';
import { shortDue } from '../models/advertisement-due.ts';
import { correctedOn, isRevoked, removedBy, sizeAndManner, typeOf } from '../models/advertisements.ts';
import { shownName } from '../models/names.ts';
import { count, timestamp } from '../words/format.ts';
import {
  day,
  file,
  hash,
  link,
  listed,
  permission,
  type RowsOf,
  received,
  shown,
  time,
  withDays,
} from './advertisement-parts.ts';
import { html, type Markup } from './html.ts';
import { CROSS, PENCIL } from './icons.ts';

const small = (text: Markup | null | false): Markup | false =>
  text !== null && text !== false && html`<small>${text}</small>`;

const copies = (value: number | undefined): Markup =>
  html`<td class="r">${value === undefined ? '' : count(value)}</td>`;

const producer = (of: CorrectedParticulars, isPrinted: boolean, { words, language }: RowsOf): Markup => {
  const { producerOrPrinterName: name, producerOrPrinterAddress: address, producedOn } = of;
  return html`<td>${name !== undefined && shown(shownName(name, language))}${address !== undefined && small(shown(shownName(address, language)))}${producedOn !== undefined && small(html`<bdi>${withDays(words.advertisements.produced(formatShownDay(producedOn), isPrinted))}</bdi>`)}</td>`;
};

const pathOf = (ad: AdvertisementResult, { language, election }: RowsOf): string =>
  pagePaths.advertisement(language, election, ad.id);

const original = (ad: AdvertisementResult, item: number, of: RowsOf): Markup => {
  const { words, language } = of;
  const w = words.advertisements;
  const links =
    ad.links.length > 0 &&
    html`<div class="afile">${w.openLink}${ad.links.map((one) => html`<small>${link(one)}</small>`)}</div>`;
  const why = shortDue(ad, language);
  return html`<tr><td><span class="n"><span class="vh">${w.item} </span>${item}</span> ${day(ad.publishedOn)}</td><th scope="row"><a href="${pathOf(ad, of)}">${shown(typeOf(ad, language))}</a><small>${listed(sizeAndManner(ad, language), of)}</small>${isRevoked(ad) && html`<span class="label ochre">${PENCIL}${w.revokedMark}</span>`}</th>${copies(ad.copiesProduced)}${copies(ad.copiesPublished)}${producer(ad, ad.medium === 'printed', of)}<td>${ad.files.map((one) => file(one, of))}${links}${ad.permissions.map((one) => permission(one, of))}</td><td>${received(ad, of)}${why !== null && html`<small class="way">${withDays(why)}</small>`}</td></tr>`;
};

/** Only what was corrected, directly under its original [2016 ¶8.52, App.5 annex II]. */
const correction = (
  ad: AdvertisementResult,
  { particulars, ...filed }: CorrectionResult,
  of: RowsOf,
): Markup => {
  const { words, language } = of;
  const w = words.advertisements;
  const { adType, publishedOn } = particulars;
  const what = [
    ...(adType ? [shown(typeOf({ adType }, language))] : []),
    ...(publishedOn === undefined ? [] : [html`${w.publishedOn}${words.after}${day(publishedOn)}`]),
    ...(filed.numberAdded.length > 0 ? [html`${w.numberAdded}`] : []),
    ...(filed.permissions.length > 0 ? [html`${w.permissionAdded}`] : []),
  ];
  const told = sizeAndManner(particulars, language);
  return html`<tr class="corrected"><th scope="row">${w.correction}<br><time datetime="${timestamp(filed.receivedAt)}">${formatShownDay(correctedOn(filed))}</time></th><td>${what.map((one) => html`<div>${one}</div>`)}${told.length > 0 && small(listed(told, of))}${filed.reason !== null && small(html`<bdi>${w.because(visibleText(filed.reason))}</bdi>`)}</td>${copies(particulars.copiesProduced)}${copies(particulars.copiesPublished)}${producer(particulars, ad.medium === 'printed', of)}<td>${filed.numberAdded.map((one) => file(one, of))}${filed.permissions.map((one) => permission(one, of))}</td><td>${time(filed.receivedAt)}</td></tr>`;
};

/** What stays of a removed advertisement: that it was there, when and why it went, and which bytes it was [D-4]. */
const stub = (
  ad: AdvertisementResult,
  removal: NonNullable<AdvertisementResult['removal']>,
  item: number,
  of: RowsOf,
): Markup => {
  const { words, language } = of;
  const w = words.advertisements;
  const files = [...ad.files, ...ad.corrections.flatMap(({ numberAdded }) => numberAdded)];
  return html`<tr class="removed"><td><span class="n"><span class="vh">${w.item} </span>${item}</span> ${day(ad.publishedOn)}</td><th scope="row">${CROSS} <b>${w.removed}</b><small><bdi>${w.removedBy(formatShownDay(removal.removedOn), removedBy(removal, of))}</bdi></small><small><a href="${pathOf(ad, of)}">${shown(typeOf(ad, language))}</a></small></th><td colspan="4"><bdi>${w.reason(visibleText(removal.reason))}</bdi>${words.space}${w.removedFile}${files.map(({ sha256 }) => hash(sha256))}</td><td>${time(ad.receivedAt)}</td></tr>`;
};

/** The table of one candidate or list, as annex II has it: each original, its corrections under it. */
export const advertiserRows = (advertisements: readonly AdvertisementResult[], of: RowsOf): string =>
  advertisements
    .map((ad, index) =>
      ad.removal
        ? stub(ad, ad.removal, index + 1, of).text
        : original(ad, index + 1, of).text +
          ad.corrections.map((one) => correction(ad, one, of).text).join(''),
    )
    .join('');
