import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import type { Language } from '#shared/election/text.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import type { NoticeResult } from '#shared/recount/notice-results.ts';
import type { ElectionHead } from '#shared/recount/results.ts';
import {
  byWhom,
  gazetteWords,
  isByDay,
  markOf,
  postedWords,
  searchWords,
  succession,
  titleOf,
  topicOf,
} from '../models/notices.ts';
import { clock, timestamp } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { attribute, html, type Markup } from './html.ts';
import { CROSS, PENCIL } from './icons.ts';

export interface NoticeRowsOf {
  readonly head: ElectionHead;
  readonly language: Language;
  readonly words: Words;
  readonly find: (id: string) => NoticeResult | undefined;
}

const mark = (notice: NoticeResult, { words, language }: NoticeRowsOf): Markup | false => {
  const kind = markOf(notice);
  if (kind === null) return false;
  return kind === 'correction'
    ? html`<span class="label ochre">${PENCIL}${words.notices.correction}</span>`
    : html`<span class="label ochre">${CROSS}${notice.name[language]}</span>`;
};

const row = (notice: NoticeResult, of: NoticeRowsOf): Markup => {
  const { head, words, language, find } = of;
  const title = titleOf(notice, language);
  const path = pagePaths.notice(language, head.election, notice.id);
  const name = html`<a href="${path}"><bdi${attribute('lang', title.lang)}>${title.text}</bdi></a>`;
  const place = postedWords(notice, language).place;
  const at = html`<bdi${attribute('lang', place.lang)}>${place.text}</bdi>`;
  const day = hongKongDayOf(notice.postedAt.at);
  const time = isByDay(notice, head) ? clock(notice.postedAt.at) : words.notices.monthDay(day);
  const by = byWhom(notice, language);
  const gazette = gazetteWords(notice, words);
  const told = [topicOf(notice, language), succession(notice, find, of)]
    .filter((part) => part !== null)
    .join(' · ');
  return html`<tr data-constituency="${notice.constituency?.id ?? ''}" data-type="${notice.type}" data-words="${searchWords(notice)}"><td><time datetime="${timestamp(notice.postedAt.at)}">${time}</time></td><th scope="row">${notice.supersededBy === null ? name : html`<s>${name}</s>`}<small>${told}</small>${mark(notice, of)}<small class="phone">${by} · ${at} · ${words.notices.gazette}${words.after}${gazette}</small></th><td class="wide">${by}</td><td class="wide">${at}</td><td class="wide"><bdi>${gazette}</bdi></td></tr>`;
};

export const noticeRows = (notices: readonly NoticeResult[], of: NoticeRowsOf): string =>
  notices.map((notice) => row(notice, of).text).join('');
