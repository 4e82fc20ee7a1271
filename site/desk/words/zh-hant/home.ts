import type { home as english } from '../en/home.ts';

export const home: typeof english = {
  title: '你負責的地點',
  lead: '請選擇你負責的選區、界別或點票站。',
  empty: '你的帳戶暫時沒有任何選舉。',
  emptyWhat: '帳戶與地點掛鈎。如你認為這裏應有地點，請向總選舉事務主任查詢。',
  closes: (time) => `投票於${time}結束。`,
  closed: (time) => `投票已於${time}結束。`,
  double: '每份報告由兩名人員各自輸入。',
  progress: '進度和各項程序',
  stations: '點票站',
  report: (station) => `${station}的報告`,
  advertisements: '中央平台：選舉廣告',
  platforms: '你代表誰？',
  noPlatform: '你的帳戶沒有連繫任何候選人或名單。請聯絡總選舉事務主任。',
};
