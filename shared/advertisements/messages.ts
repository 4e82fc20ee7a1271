import { formatShownDay } from '../calendar/day.ts';
import { deadlineOf } from '../calendar/deadlines.ts';
import { shortExplanation } from '../calendar/explain-deadline.ts';
import type { HolidayCalendar } from '../calendar/holidays.ts';
import { inHongKong } from '../calendar/hong-kong-time.ts';
import { describeInspection } from './describe-finding.ts';
import type { FileInspection } from './inspection.ts';
import type { Receipt, ReceiptState } from './receipt.ts';

/** Why a candidate hears from the platform. */
export type Occasion = 'received' | 'inspected' | 'removed';

export interface Told {
  readonly subject: string;
  readonly text: string;
  /** Of a text message: reference, number of files and time, and no link. */
  readonly short: string;
}

const SUBJECT: Readonly<Record<Occasion | 'stopped', readonly [string, string]>> = {
  received: ['已收到你的提交', 'We have received your submission'],
  inspected: ['檔案已檢查', 'Your files have been inspected'],
  stopped: ['有檔案需要你處理', 'Files wait for you'],
  removed: ['選舉廣告已被移除', 'An election advertisement was removed'],
};

const STATE: Readonly<Record<ReceiptState, string>> = {
  waiting: '檢查中 being inspected',
  clean: '檢查無異常，已公開 no objection, public',
  held: '暫緩公開，請確認或更換 held: please confirm or replace it',
  refused: '不獲接納，請更換 refused: please replace it',
};

/** `2016-08-15 11:02:47 (Hong Kong)` and the same in UTC. */
const times = (instant: string): string => {
  const there = inHongKong(instant).slice(0, 19).replace('T', ' ');
  return `${there} 香港時間 Hong Kong (${new Date(instant).toISOString()})`;
};

const isStopped = (state: ReceiptState): boolean => state === 'held' || state === 'refused';

/** Who reads it is not known, so everything is told twice. */
const TOLD_IN = ['zh-Hant', 'en'] as const;

/** The deadline, whether it was met, and the rule with the days that moved it. */
const itemLines = (
  { id, publishedOn, due, inTime }: Receipt['items'][number],
  calendar: HolidayCalendar,
): readonly string[] => {
  if (due === null || publishedOn === null) return [id];
  const deadline = deadlineOf('advertisement_copies', publishedOn, calendar);
  return [
    `${id}: 限期 due ${formatShownDay(due.due)}, ${inTime ? '準時 in time' : '限期後收到 after the deadline'}`,
    ...TOLD_IN.map((language) => `  ${shortExplanation(deadline, language)}`),
  ];
};

type File = Receipt['files'][number];

/** The file with its state; where it was stopped, also what was found and what to do. */
const fileLines = (
  { name, bytes, sha256, state }: File,
  inspection: FileInspection | null,
): readonly string[] => [
  `${name}: ${bytes} 位元組 bytes, ${STATE[state]}`,
  ...(inspection !== null && isStopped(state)
    ? TOLD_IN.flatMap((language) =>
        describeInspection(inspection, name, language).map(
          ({ found, remedy }) => `  ${found}${language === 'en' ? ' ' : ''}${remedy}`,
        ),
      )
    : []),
  `  SHA-256 ${sha256}`,
];

/** The receipt, and what it rests on. */
export interface ToldReceipt {
  readonly receipt: Receipt;
  readonly note: string;
  readonly verifierKey: string;
  /** Of each of its files, in their order; null while it waits. */
  readonly inspections: readonly (FileInspection | null)[];
  readonly calendar: HolidayCalendar;
}

/** What is sent by e-mail and text message: in Chinese and English, since nobody knows who reads it [2016 App.5 ¶6]. */
export const messageOf = (
  occasion: Occasion,
  { receipt, note, verifierKey, inspections, calendar }: ToldReceipt,
): Told => {
  const { reference, receivedAt, items, files } = receipt;
  const isWaitedFor = occasion === 'inspected' && files.some(({ state }) => isStopped(state));
  const [zh, en] = SUBJECT[isWaitedFor ? 'stopped' : occasion];
  const text = [
    `${zh} ${en}`,
    '',
    `收據編號 Reference: ${reference}`,
    `收到時間 Received: ${times(receivedAt)}`,
    ...items.flatMap((item) => itemLines(item, calendar)),
    '',
    ...files.flatMap((file, index) => fileLines(file, inspections[index] ?? null)),
    '',
    '如何核實 How to verify: 在網站的「核實檔案」頁選取檔案，或比對上述雜湊值。Choose the file on the page “Check a file” of the site, or compare the hashes above.',
    '以下收據由中央平台簽署。The receipt below is signed by the Central Platform.',
    '',
    note.trimEnd(),
    '',
    `Key: ${verifierKey}`,
    '',
  ].join('\n');
  const at = inHongKong(receivedAt).slice(0, 16).replace('T', ' ');
  return {
    subject: `${zh} ${en}: ${reference}`,
    text,
    short: `${zh} ${en}: ${reference}, ${files.length} 個檔案 file(s), ${at}`,
  };
};
