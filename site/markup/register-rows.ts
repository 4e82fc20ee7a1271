import { pagePaths } from '#shared/publication/page-views.ts';
import {
  advertiserName,
  type Filed,
  isRevoked,
  numberOf,
  searchWords,
  sizeAndManner,
  typeOf,
} from '../models/advertisements.ts';
import { shownName } from '../models/names.ts';
import { shownTime } from '../words/format.ts';
import { day, listed, type RowsOf, received, shown } from './advertisement-parts.ts';
import { attribute, html, type Markup } from './html.ts';
import { CROSS, PENCIL } from './icons.ts';

const marks = ({ ad }: Filed, { words }: RowsOf): Markup => {
  const w = words.advertisements;
  return html`${ad.removal !== null && html`<span class="label">${CROSS}${w.removed}</span>`}${ad.corrections.length > 0 && html`<span class="label ochre">${PENCIL}${w.correction}</span>`}${isRevoked(ad) && html`<span class="label ochre">${PENCIL}${w.revokedMark}</span>`}`;
};

const row = (filed: Filed, of: RowsOf): Markup => {
  const { account, ad } = filed;
  const { election, language, words } = of;
  const w = words.advertisements;
  const place = account.constituency ? shownName(account.constituency.name, language) : null;
  const who = html`<a href="${pagePaths.advertiser(language, election, account.account)}">${shown(advertiserName(account, language))}</a>`;
  const where =
    place &&
    html`<small>${shown(place)}${numberOf(account, words) === null && html` · ${w.noNumber}`}</small>`;
  const told = html`<small>${listed(sizeAndManner(ad, language), of)}</small>`;
  return html`<tr${attribute('class', ad.removal ? 'removed' : '')} data-medium="${ad.medium}" data-constituency="${account.constituency?.id ?? ''}" data-advertiser="${account.account}" data-day="${ad.publishedOn}" data-words="${searchWords(filed)}"><td>${day(ad.publishedOn)}</td><th scope="row"><a href="${pagePaths.advertisement(language, election, ad.id)}">${shown(typeOf(ad, language))}</a>${!ad.removal && told}${marks(filed, of)}<small class="phone">${shown(advertiserName(account, language))}${place && html` · ${shown(place)}`} · ${shownTime(ad.receivedAt)}${!ad.inTime && html` · ${w.late}`}</small></th><td class="wide">${who}${where}</td><td class="wide">${received(ad, of)}</td></tr>`;
};

/** Rows of the whole register. */
export const registerRows = (filed: readonly Filed[], of: RowsOf): string =>
  filed.map((one) => row(one, of).text).join('');
