import { type Told, told } from '../calendar/told.ts';
import type { ResultOccasion } from '../publication/feed.ts';

/** Words of alerts and of what is asked before them; pages have theirs in `site/words`. */
export const ALERT_WORDS = {
  confirmSubject: told('Please confirm', '請確認', '请确认'),
  asked: told(
    'Somebody, we hope you, asked for results to be sent to this address:',
    '有人（希望是你本人）要求把選舉結果寄到這個電郵地址：',
    '有人（希望是你本人）要求把选举结果寄到这个电邮地址：',
  ),
  all: told('all constituencies', '所有選區及界別', '所有选区及界别'),
  confirm: told(
    'To receive them, open this page and press its button:',
    '如要接收，請開啟以下網頁並按下按鈕：',
    '如要接收，请打开以下网页并按下按钮：',
  ),
  otherwise: told(
    'If it was not you, do nothing: no more is sent, and the address is forgotten after two days.',
    '如非你本人要求，無須理會：不會再寄出任何電郵，兩天後不再保存這個地址。',
    '如非你本人要求，无须理会：不会再寄出任何电邮，两天后不再保存这个地址。',
  ),
  leave: told('To receive no more of these:', '如不想再收到：', '如不想再收到：'),
  why: told(
    'You asked for these e-mails at {portal}.',
    '你在 {portal} 要求接收這些電郵。',
    '你在 {portal} 要求接收这些电邮。',
  ),
  more: told('and {count} more', '另有 {count} 項', '另有 {count} 项'),
  between: told(', ', '、', '、'),
  point: told('· ', '· ', '· '),
} as const satisfies Readonly<Record<string, Told>>;

/** What each occasion is called where one chooses among them. */
export const OCCASION_WORDS: Readonly<Record<ResultOccasion, Told>> = {
  interim: told('Interim results: all reports are in', '中期結果：報告齊備', '中期结果：报告齐备'),
  declared: told('Final results: the result is declared', '最終結果：結果已宣布', '最终结果：结果已宣布'),
  correction: told('Corrections of figures that were public', '已公布數字的更正', '已公布数字的更正'),
};
