import type { forms as english } from '../en/forms.ts';

export const forms: typeof english = {
  problems: (count) => `有${count}個問題`,
  error: '錯誤：',
  check: '請核對：',
  notUnderstood: (typed) => `「${typed}」不是數字。請只輸入數字；可用逗號和空格。`,
  tooGreat: (limit) => `請輸入不大於${limit}的數字。`,
  filled: (count) => `已按貼上的內容填入${count}欄。`,
  filledMore: (count, left) => `已按貼上的內容填入${count}欄；另有${left}行沒有對應的欄。`,
  headingLeft: (heading) => `已略去標題「${heading}」。`,
  pastedUnclear: (texts, count) =>
    `其中${count}欄不是數字：${texts.map((text) => `「${text}」`).join('、')}${count > texts.length ? '……' : '。'}`,
  undo: '復原',
  undone: '已復原貼上的內容。',
  change: '更改',
  changeOf: (what) => `更改${what}`,
  characters: (left) => `尚餘${left}字`,
  sending: '正在送出…',
  notGiven: '未填',
  choose: '請選擇',
  yes: '是',
  no: '否',
  searchIn: (count) => `按名稱或編號從${count}項中尋找`,
  chosen: (count) => (count === 0 ? '尚未選取。' : `已選取${count}項。`),
  notShown: (count) => `另有${count}項未顯示，請輸入部分名稱。`,
};
