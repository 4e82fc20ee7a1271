import type { Notice } from '#shared/election/notice.ts';
import { applyEntry } from '#shared/recount/apply-entry.ts';
import { startFold } from '#shared/recount/election-fold.ts';
import { type NoticeResult, noticeResults } from '#shared/recount/notice-results.ts';
import type { ElectionHead } from '#shared/recount/results.ts';
import {
  aConstituency,
  aDefinition,
  aStation,
  CLOSES,
  definitionAct,
  minutes,
  officersAct,
} from './builders.ts';
import { aNotice, aNoticeAct, aResultNotice, without } from './notices.ts';

/** Everything that a page of a notice can hold. */
const NOTICES: readonly Notice[] = [
  without(
    aNotice({
      type: 'N1',
      contents: { nominationsFrom: '2016-07-16', nominationsUntil: '2016-07-29' },
      postedAt: { place: { en: 'Gazette', 'zh-Hant': '憲報' }, at: '2016-07-08T09:00:00+08:00' },
      gazette: { number: '4021', date: '2016-07-08' },
    }),
    'constituency',
    'station',
  ),
  without(
    aNotice({
      type: 'N36',
      number: 2,
      postedAt: { place: { en: 'By post' }, at: '2016-08-26T09:00:00+08:00' },
    }),
    'constituency',
    'station',
    'text',
    'contents',
  ),
  aResultNotice({
    type: 'N13',
    contents: { spots: 214 },
    attachment: { name: 'spots.pdf', sha256: 'a'.repeat(64), bytes: 81_234, type: 'application/pdf' },
    postedAt: { place: { 'zh-Hant': '送交候選人' }, at: '2016-08-02T12:00:00+08:00' },
  }),
  aNotice(),
  aResultNotice({ number: 2 }),
  aResultNotice({
    number: 3,
    supersedes: 'c-LC1-2',
    reason: 'Names in the wrong order.',
    text: {
      en: 'Elected:\nCandidate 2a\nCandidate 1a\n\nThis supersedes an earlier notice.',
      'zh-Hant': '當選。',
    },
    postedAt: { place: { en: 'Outside the Central Counting Station' }, at: '2016-09-05T14:05:00+08:00' },
  }),
  aResultNotice({ type: 'N27', number: 4, gazette: { number: '5120', date: '2016-09-09' } }),
  without(
    aNotice({
      type: 'N28',
      number: 3,
      contents: { pollsters: [{ name: { en: 'A body' }, telephone: '2891 1001' }] },
    }),
    'constituency',
    'station',
  ),
  aResultNotice({ type: 'N10', number: 5, contents: { terminatedAt: '2016-09-04T16:10:00+08:00' } }),
];

/** Notices as the register has them, of an election with this title and polling day. */
export const someNotices = (head: ElectionHead, more: readonly Notice[] = []): readonly NoticeResult[] => {
  const fold = startFold(head.election);
  const { election } = head;
  applyEntry(fold, { type: 'batch', election, version: 1, orderedAt: minutes(-6000) });
  applyEntry(
    fold,
    definitionAct(
      aDefinition({
        constituencies: [aConstituency({ name: { en: 'Hong Kong Island', 'zh-Hant': '香港島' } })],
        stations: [aStation('A', { name: { 'zh-Hant': '荃灣第一社區會堂' } }), aStation('B')],
      }),
    ),
  );
  applyEntry(fold, { type: 'poll-closed', election, pollClosesAt: CLOSES });
  const declared = officersAct<'declaration'>(
    { type: 'declaration', body: { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] } },
    600,
  );
  if (declared.type !== 'definition') applyEntry(fold, declared);
  for (const notice of [...NOTICES, ...more]) applyEntry(fold, aNoticeAct(notice));
  return noticeResults(fold);
};
