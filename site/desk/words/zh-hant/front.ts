import type { front as english } from '../en/front.ts';

export const front: typeof english = {
  title: '選舉人員工作台',
  purpose:
    '選舉人員在此呈報點票數字、確認報告、記錄重新點票和抽籤，並張貼公告；候選人及名單在此提交選舉廣告。請先登入。',
  noScript:
    '工作台須使用JavaScript：輸入的內容會保存在此裝置，有網絡時才送出。請啟用JavaScript，然後重新載入本頁。',
  results: '公開的選舉結果',
  languages: '語言',
};
