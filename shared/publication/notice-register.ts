/** The register of notices as files, whatever is in it: an election without a notice publishes an empty one. */
import { LANGUAGES, type Language, languagePath, textIn } from '../election/text.ts';
import { told } from '../notices/notice-type.ts';
import type { NoticeResult } from '../recount/notice-results.ts';
import type { ElectionHead } from '../recount/results.ts';
import { latestOf } from '../recount/stamp.ts';
import { type Feed, type FeedEntry, instant, MOST_ENTRIES, uuidOf } from './feed.ts';
import { type CsvRow, csvFile } from './formats/csv.ts';
import { feedFiles, type TextFile } from './formats/feed-formats.ts';
import { pagePaths } from './page-views.ts';
import { dataPaths, feedName } from './paths.ts';
import { visibleText } from './plain-text.ts';

/** Columns of `notices.csv`: one row a notice, as its newest revision tells it. */
export const NOTICES_COLUMNS = [
  'notice',
  'revision',
  'type',
  'type_en',
  'type_zh',
  'constituency',
  'station',
  'role',
  'title_en',
  'title_zh',
  'posted_at',
  'posted_place',
  'due',
  'in_time',
  'gazette_number',
  'gazette_date',
  'gazette_due',
  'supersedes',
  'superseded_by',
  'reason',
  'accepted_at',
  'entry',
  'test',
] as const;

/** Every notice, with the version that last changed any of them. */
export interface NoticeRegister {
  readonly notices: readonly NoticeResult[];
  readonly version: number;
  readonly asOf: string;
}

export const noticeRegister = (
  notices: readonly NoticeResult[],
  defined: { readonly version: number; readonly asOf: string },
): NoticeRegister => ({ notices, ...latestOf([defined, ...notices]) });

const TITLE = told('Notices', '公告', '公告');
const TEST = told('TEST ', '測試選舉 ', '测试选举 ');

/** What differs from notice to notice: rows of the table without its last column, and entries of a feed, the newest first. */
export interface NoticesTold {
  readonly rows: readonly CsvRow[];
  readonly entriesIn: (language: Language) => readonly FeedEntry[];
}

/** Notices as a feed: a superseded one says so in an updated entry, and what corrects it has an entry of its own (RFC 4287). */
const noticeFeed = (
  head: ElectionHead,
  { notices, asOf }: NoticeRegister,
  { language, entries }: { readonly language: Language; readonly entries: readonly FeedEntry[] },
): Feed => {
  const { election } = head;
  const fixed = (format: 'atom' | 'json') => `/${dataPaths.fixed(election, feedName(language, format))}`;
  return {
    id: uuidOf(`${election}/notices/${languagePath(language)}`),
    language,
    title: `${head.test ? TEST[language] : ''}${TITLE[language]} · ${visibleText(textIn(head.title, language).text)}`,
    titleLang: language,
    updated: instant(asOf),
    homeUrl: pagePaths.notices(language, election),
    url: fixed('atom'),
    jsonUrl: fixed('json'),
    allUrl: `/${dataPaths.latest(election)}`,
    isComplete: notices.length <= MOST_ENTRIES,
    entries,
  };
};

/** The register's files: data as JSON and CSV, and its feeds in each language. */
export const registerFiles = (
  head: ElectionHead,
  register: NoticeRegister,
  { rows, entriesIn }: NoticesTold,
): readonly TextFile[] => {
  const { notices, version, asOf } = register;
  const { election, test } = head;
  const feeds = LANGUAGES.map((language) =>
    noticeFeed(head, register, { language, entries: entriesIn(language) }),
  );
  return [
    {
      name: 'notices.json',
      contentType: 'application/json; charset=utf-8',
      text: `${JSON.stringify({ election, test, version, asOf, notices })}\n`,
    },
    {
      name: 'notices.csv',
      contentType: 'text/csv; charset=utf-8',
      text: csvFile(
        NOTICES_COLUMNS,
        rows.map((row) => [...row, String(test)]),
      ),
    },
    ...feedFiles(feeds, feedName),
  ];
};
