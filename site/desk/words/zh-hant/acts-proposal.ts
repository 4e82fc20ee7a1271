import { dayTime } from '../../../words/format.ts';
import type { proposal as english } from '../en/acts-proposal.ts';

export const proposal: typeof english = {
  one: '提議',
  none: '沒有這項提議。',
  acts: {
    declaration: '宣布結果',
    lots: '抽籤',
    event: '去世、喪失資格或退出競選',
    correction: '更正數字',
  },
  title: (what) => `提議：${what}`,
  button: '提出',
  needsSecond: '須由另一名選舉人員以其本人的帳戶和議。在此之前，一切不會公開。',
  sentTitle: '已提出',
  sentWords: '請助理選舉主任或另一名選舉主任開啟本選區或界別，並予以和議。',
  proposedBy: (role, at) => `由${role}於${dayTime('zh-Hant', at)}提出。`,
  hash: '提議內容的雜湊值（SHA-256）',
  figuresChanged: '提出之後數字已有改變。和議時，伺服器會重新裁定；與點票結果不符的，不獲接納。',
  own: '這是你提出的。你可以撤回，但只有另一名選舉人員可以和議。',
  waits: '這項提議等候另一名選舉人員處理。',
  decided: (state, at) =>
    `已於${dayTime('zh-Hant', at)}${state === 'seconded' ? '獲和議' : '被否決或撤回'}。`,
  question: '你已閱讀以上文字和數字。你如何決定？',
  decisions: { seconded: '和議：即時公開，不能收回', refused: '否決' },
  withdrawQuestion: '是否撤回？',
  withdraw: '撤回',
  decisionMissing: '請指明你的決定。',
  reason: '理由',
  reasonHint: '供選舉人員閱讀，不會公開。',
  reasonMissing: '請填寫理由。',
  follows: '這項程序會連同兩人的職位即時公開，不能收回。',
  followsRefused: '一切不會公開。可以重新提出。',
  secondButton: '和議',
  buttonRefused: '否決',
  sentDecided: '你的決定已記錄',
  became: {
    open: '是否已公開，稍後在此顯示。',
    seconded: '這項程序會於一分鐘內公開。',
    refused: '提議已結束，一切不會公開。',
  },
  notice: '有待張貼的公告草稿',
};
