import { formatShownDay } from '../calendar/day.ts';
import { inHongKong } from '../calendar/hong-kong-time.ts';
import type { Receipt, ReceiptState } from './receipt.ts';

/** Why a candidate hears from the platform. */
export type Occasion = 'received' | 'inspected' | 'removed';

export interface Told {
  readonly subject: string;
  readonly text: string;
  /** Of a text message: reference, number of files and time, and no link. */
  readonly short: string;
}

const SUBJECT: Readonly<Record<Occasion, readonly [string, string]>> = {
  received: ['已收到你的提交', 'We have received your submission'],
  inspected: ['檔案已檢查', 'Your files have been inspected'],
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

const itemLine = ({ id, due, inTime }: Receipt['items'][number]): string =>
  due === null
    ? id
    : `${id}: 限期 due ${formatShownDay(due.due)}, ${inTime ? '準時 in time' : '限期後收到 after the deadline'}`;

/** What is sent by e-mail and text message: in Chinese and English, since nobody knows who reads it [2016 App.5 ¶6]. */
export const messageOf = (
  occasion: Occasion,
  {
    receipt,
    note,
    verifierKey,
  }: { readonly receipt: Receipt; readonly note: string; readonly verifierKey: string },
): Told => {
  const { reference, receivedAt, items, files } = receipt;
  const [zh, en] = SUBJECT[occasion];
  const text = [
    `${zh} ${en}`,
    '',
    `收據編號 Reference: ${reference}`,
    `收到時間 Received: ${times(receivedAt)}`,
    ...items.map(itemLine),
    '',
    ...files.flatMap(({ name, bytes, sha256, state }) => [
      `${name}: ${bytes} 位元組 bytes, ${STATE[state]}`,
      `SHA-256 ${sha256}`,
    ]),
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
