import type { NoticeResult } from '../recount/notice-results.ts';
import type { ElectionHead } from '../recount/results.ts';
import type { CsvRow } from './formats/csv.ts';
import type { TextFile } from './formats/feed-formats.ts';
import { noticeEntries } from './notice-feeds.ts';
import { type NoticeRegister, registerFiles } from './notice-register.ts';
import { noticeTitle } from './notice-words.ts';

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

/** The register's files with every notice told. */
export const noticeFiles = (head: ElectionHead, register: NoticeRegister): readonly TextFile[] =>
  registerFiles(head, register, {
    rows: register.notices.map(row),
    entriesIn: (language) => noticeEntries(head, register.notices, language),
  });
