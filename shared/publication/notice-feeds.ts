import { roleWords } from '../election/role-words.ts';
import { LANGUAGES, type Language, textIn } from '../election/text.ts';
import type { NoticeResult } from '../recount/notice-results.ts';
import type { ElectionHead } from '../recount/results.ts';
import { type FeedEntry, type FeedParagraph, instant, line, MOST_ENTRIES, uuidOf } from './feed.ts';
import { FEED_WORDS, noticeTitle } from './notice-words.ts';
import { pagePaths } from './page-views.ts';
import { paragraphsOf, visibleText } from './plain-text.ts';

/** What the frame of a notice says, each line in the language of the feed. */
const frame = (
  notice: NoticeResult,
  language: Language,
  by: (id: string) => string,
): readonly FeedParagraph[] => {
  const own = (key: keyof typeof FEED_WORDS, text: string) =>
    line(`${FEED_WORDS[key][language]}${text}`, language);
  const { supersededBy, supersedes, reason, gazette, postedAt } = notice;
  const place = textIn(postedAt.place, language).text;
  const between = FEED_WORDS.between[language];
  return [
    ...(supersededBy === null ? [] : [own('supersededBy', by(supersededBy))]),
    ...(supersedes === null ? [] : [own('supersedes', by(supersedes))]),
    ...(reason === null ? [] : [own('reason', reason)]),
    own('posted', `${place}${between}${postedAt.at}`),
    ...(gazette === null ? [] : [own('gazette', `${gazette.number}${between}${gazette.date}`)]),
    ...(notice.disclosure === 'fact' ? [own('fact', '')] : []),
  ];
};

const ownText = ({ text }: NoticeResult): readonly FeedParagraph[] =>
  LANGUAGES.flatMap((lang) => paragraphsOf(text?.[lang] ?? '').map((paragraph) => line(paragraph, lang)));

const entryOf = (
  { election }: ElectionHead,
  notice: NoticeResult,
  language: Language,
  by: (id: string) => string,
): FeedEntry => {
  const title = noticeTitle(notice, language);
  const mark = notice.supersededBy !== null ? 'superseded' : notice.supersedes !== null ? 'correction' : null;
  return {
    id: uuidOf(`${election}/notices/${notice.id}`),
    url: pagePaths.notice(language, election, notice.id),
    title: `${mark === null ? '' : FEED_WORDS[mark][language]}${visibleText(title.text)}`,
    titleLang: mark === null ? title.lang : language,
    published: instant(notice.publishedAt),
    updated: instant(notice.updatedAt),
    author: notice.by?.[language] ?? roleWords(notice.role, language),
    tags: [
      notice.name[language],
      ...(notice.constituency ? [visibleText(textIn(notice.constituency.name, language).text)] : []),
    ],
    paragraphs: [...ownText(notice), ...frame(notice, language, by)],
  };
};

/** Notices as entries of a feed, the newest first. */
export const noticeEntries = (
  head: ElectionHead,
  notices: readonly NoticeResult[],
  language: Language,
): readonly FeedEntry[] => {
  const titles = new Map(notices.map((notice) => [notice.id, noticeTitle(notice, language).text]));
  const by = (id: string): string => `${titles.get(id) ?? ''} (${id})`;
  const newest = [...notices].sort(
    (a, b) =>
      Date.parse(b.updatedAt) - Date.parse(a.updatedAt) ||
      (b.revisions.at(-1)?.entry ?? 0) - (a.revisions.at(-1)?.entry ?? 0),
  );
  return newest.slice(0, MOST_ENTRIES).map((notice) => entryOf(head, notice, language, by));
};
