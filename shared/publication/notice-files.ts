import { LANGUAGES } from '../election/text.ts';
import { latestOf, type NoticeResult } from '../recount/notice-results.ts';
import type { ElectionHead } from '../recount/results.ts';
import { type CsvRow, csvFile } from './formats/csv.ts';
import { feedFiles, type TextFile } from './formats/feed-formats.ts';
import { noticeFeed } from './notice-feeds.ts';
import { noticeTitle } from './notice-words.ts';
import { feedName } from './paths.ts';

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
] as const;

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');

const row = (notice: NoticeResult): CsvRow => [
  notice.id,
  notice.revision,
  notice.type,
  notice.name.en,
  notice.name['zh-Hant'],
  notice.constituency?.id ?? null,
  notice.station?.id ?? null,
  notice.role,
  noticeTitle(notice, 'en').text,
  noticeTitle(notice, 'zh-Hant').text,
  notice.postedAt.at,
  notice.postedAt.place.en ?? notice.postedAt.place['zh-Hant'] ?? notice.postedAt.place['zh-Hans'] ?? '',
  notice.due?.due ?? null,
  yesNo(notice.inTime),
  notice.gazette?.number ?? null,
  notice.gazette?.date ?? null,
  notice.gazetteDue?.due ?? null,
  notice.supersedes,
  notice.supersededBy,
  notice.reason,
  notice.acceptedAt,
  notice.revisions.at(-1)?.entry ?? null,
];

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

/** The register's files: data as JSON and CSV, and its feeds in each language. */
export const noticeFiles = (head: ElectionHead, register: NoticeRegister): readonly TextFile[] => {
  const { notices, version, asOf } = register;
  const { election, test } = head;
  const feeds = LANGUAGES.map((language) => noticeFeed(head, notices, { language, updated: asOf }));
  const json = (value: unknown): string => `${JSON.stringify(value)}\n`;
  return [
    {
      name: 'notices.json',
      contentType: 'application/json; charset=utf-8',
      text: json({ election, test, version, asOf, notices }),
    },
    {
      name: 'notices.csv',
      contentType: 'text/csv; charset=utf-8',
      text: csvFile(NOTICES_COLUMNS, notices.map(row)),
    },
    ...feedFiles(feeds, feedName),
  ];
};
