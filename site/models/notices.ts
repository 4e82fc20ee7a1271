import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import { roleWords } from '#shared/election/role-words.ts';
import type { Language, Text } from '#shared/election/text.ts';
import { textIn } from '#shared/election/text.ts';
import { TOPICS } from '#shared/notices/notice-table.ts';
import { noticeTitle } from '#shared/publication/notice-words.ts';
import type { NoticeLink } from '#shared/publication/page-views.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { NoticeResult } from '#shared/recount/notice-results.ts';
import type { ElectionHead } from '#shared/recount/results.ts';
import { clock, dateTime, longDate, monthDayTime } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { type ShownName, shownName } from './names.ts';
import { inPages } from './pages.ts';

/** A notice's title as a page shows it. */
export const titleOf = (notice: Parameters<typeof noticeTitle>[0], language: Language): ShownName => {
  const { text, lang } = noticeTitle(notice, language);
  return { text: visibleText(text), lang: lang === language ? undefined : lang };
};

/** The officer: as the rules name one, else by the role. */
export const byWhom = ({ by, role }: Pick<NoticeResult, 'by' | 'role'>, language: Language): string =>
  by?.[language] ?? roleWords(role, language);

export type Mark = 'correction' | 'ended' | null;

/** Notices of one day; before polling day, of one month. */
export interface NoticeGroup {
  readonly key: string;
  readonly heading: string;
  readonly isPollingDay: boolean;
  readonly notices: readonly NoticeResult[];
}

export const isByDay = (notice: Pick<NoticeResult, 'postedAt'>, head: ElectionHead): boolean =>
  hongKongDayOf(notice.postedAt.at) >= hongKongDayOf(head.pollOpensAt);

export const noticeGroups = (
  notices: readonly NoticeResult[],
  head: ElectionHead,
  { words, language }: { readonly words: Words; readonly language: Language },
): readonly NoticeGroup[] => {
  const groups = new Map<string, NoticeResult[]>();
  for (const notice of notices) {
    const day = hongKongDayOf(notice.postedAt.at);
    const key = isByDay(notice, head) ? day : day.slice(0, 7);
    const own = groups.get(key);
    if (own) own.push(notice);
    else groups.set(key, [notice]);
  }
  const pollingDay = hongKongDayOf(head.pollOpensAt);
  return [...groups].map(([key, own]) => ({
    key,
    heading:
      key.length === 7 ? words.notices.month(`${key}-01`) : longDate(language, `${key}T00:00:00+08:00`),
    isPollingDay: key === pollingDay,
    notices: own,
  }));
};

export interface RegisterPage {
  readonly number: number;
  readonly groups: readonly (NoticeGroup & { readonly isContinued: boolean })[];
}

/** The register cut into pages; a day or month that goes on has its heading again. */
export const registerPages = (
  notices: readonly NoticeResult[],
  head: ElectionHead,
  of: { readonly words: Words; readonly language: Language },
): readonly RegisterPage[] => {
  const seen = new Set<string>();
  return inPages(notices).map((own, at) => {
    const groups = noticeGroups(own, head, of).map((group) => ({
      ...group,
      isContinued: seen.has(group.key),
    }));
    for (const { key } of groups) seen.add(key);
    return { number: at + 1, groups };
  });
};

/** When another notice was posted: by its time alone where both are of one day. */
const whenOf = (
  notice: Pick<NoticeResult, 'postedAt'>,
  other: Pick<NoticeLink, 'postedAt'>,
  language: Language,
) =>
  hongKongDayOf(notice.postedAt.at) === hongKongDayOf(other.postedAt.at)
    ? clock(other.postedAt.at)
    : monthDayTime(language, other.postedAt.at);

/** What a notice's place in the sequence says: `superseded by the notice of 14:05: “names in the wrong order”`. */
export const succession = (
  notice: NoticeResult,
  find: (id: string) => NoticeLink | undefined,
  { words, language }: { readonly words: Words; readonly language: Language },
): string | null => {
  const w = words.notices;
  const by = notice.supersededBy === null ? undefined : find(notice.supersededBy);
  if (by)
    return `${w.supersededBy(whenOf(notice, by, language))}${by.reason ? w.because(visibleText(by.reason)) : ''}`;
  const before = notice.supersedes === null ? undefined : find(notice.supersedes);
  return before ? w.supersedes(whenOf(notice, before, language)) : null;
};

/** What the Gazette has, or when it must have it. */
export const gazetteWords = (notice: NoticeResult, words: Words): string => {
  const w = words.notices;
  if (notice.gazette) return w.gazetteNumber(visibleText(notice.gazette.number));
  if (notice.supersededBy !== null) return '–';
  if (notice.gazettedBy !== null) return w.gazetteOther;
  if (notice.gazetteDue?.due) return w.gazetteBy(notice.gazetteDue.due);
  if (notice.gazetteNeed === 'soon') return w.gazetteSoon;
  return notice.gazetteNeed === 'none' ? w.gazetteNone : '–';
};

export const topicOf = ({ topic }: NoticeResult, language: Language): string => TOPICS[topic][language];

export const markOf = ({ supersedes, supersededBy, type }: NoticeResult): Mark => {
  if (supersedes !== null && supersededBy === null) return 'correction';
  return supersededBy === null && (type === 'N7' || type === 'N9' || type === 'N10') ? 'ended' : null;
};

/** Every name of the place, every language of the text: what a reader may look for. */
const wordsIn = (texts: readonly (Text | null)[]): string =>
  [...new Set(texts.flatMap((text) => Object.values(text ?? {})))].join(' ');

/** What the script's filter looks through besides what the row shows. */
export const searchWords = (notice: NoticeResult): string =>
  wordsIn([notice.title, notice.name, notice.constituency?.name ?? null, notice.station?.name ?? null])
    .slice(0, 1000)
    .toWellFormed();

/** Kinds and constituencies that the notices have, for the filter's lists. */
export const kindsOf = (notices: readonly NoticeResult[], language: Language) =>
  [...new Map(notices.map(({ type, name }) => [type, name[language]]))].sort(
    ([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)),
  );

export interface PlaceChoice {
  readonly id: string;
  readonly name: ShownName;
  readonly count: number;
}

export const constituenciesOf = (
  notices: readonly NoticeResult[],
  language: Language,
): readonly PlaceChoice[] => {
  const found = new Map<string, { name: Text; count: number }>();
  for (const { constituency } of notices) {
    if (!constituency) continue;
    const own = found.get(constituency.id);
    found.set(constituency.id, { name: constituency.name, count: (own?.count ?? 0) + 1 });
  }
  return [...found].map(([id, { name, count }]) => ({ id, name: shownName(name, language), count }));
};

/** The place and time at which it was really posted. */
export const postedWords = ({ postedAt }: Pick<NoticeResult, 'postedAt'>, language: Language) => ({
  place: shownName(postedAt.place, language),
  at: dateTime(language, postedAt.at),
  placeText: visibleText(textIn(postedAt.place, language).text),
});
