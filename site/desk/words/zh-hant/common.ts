import type { common as english } from '../en/common.ts';

export const common: typeof english = {
  product: '選舉人員工作台',
  candidates: '候選人專區',
  roles: {
    public: '公眾',
    candidate: '候選人',
    presiding_officer: '投票站主任',
    assistant_returning_officer: '助理選舉主任',
    returning_officer: '選舉主任',
    chief_electoral_officer: '總選舉事務主任',
    commission: '選舉管理委員會',
    observer: '觀察員',
  },
  space: '',
  after: '：',
  error: (title) => `錯誤：${title}`,
  test: '測試選舉',
  testWords: '演習，一切不作準。',
  back: (to) => `返回${to}`,
  cancel: '取消',
  change: '更改',
  loading: '正在載入…',
  failed: {
    offline: '沒有網絡。你輸入的內容已保存在此裝置。',
    'signed-out': '你已登出。請再次登入；你輸入的內容已保存。',
    refused: '不獲接納。',
    failed: '伺服器沒有正常回應，請於一分鐘後再試。',
    again: '再試一次',
  },
  opensPublic: '公開網頁',
};
