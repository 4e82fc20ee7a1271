import { dayTime } from '../../../words/format.ts';
import type { actForm as english } from '../en/acts-form.ts';

export const actForm: typeof english = {
  next: '繼續',
  check: '核對你的答案',
  follows: '隨後的安排',
  backTo: (name) => `前往${name}`,
  takenAt: (at) => `伺服器已於${dayTime('zh-Hant', at)}收到。`,
  already: (at) => `相同內容已於${dayTime('zh-Hant', at)}記錄，沒有再加入。`,
  notSent: '沒有傳送任何內容。',
  meanwhile: {
    title: '同事在此期間記錄的內容',
    came: '這是你開始輸入後才記錄的，會予保留。',
    decide: '只在你的內容有所不同時才傳送；兩者會一併記錄。',
    yours: '你的答案',
    stopped: '沒有傳送任何內容：同事已就同一事項作出記錄。請比較兩者，再作決定',
    discard: '捨棄我的答案',
  },
  stillKept: '你輸入的內容已保存在此裝置。',
  date: '日期',
  dateHint: '年、月、日：2016-09-05',
  time: '香港時間',
  timeHint: '二十四小時制：02:40',
  notMoment: '請填寫日期（例如2016-09-05）和時間（例如02:40）。',
  notFigure: '這不是數字。請只輸入數字；可用逗號和空格。',
  tooLong: (limit) => `請勿超過${limit}字。`,
  unit: (list, number) => (list ? `名單${number}` : `${number}號候選人`),
  comma: '、',
  station: '點票站',
  stationHint: '點票站的編號，例如B0301。',
  stationMissing: '請指明哪個點票站。',
  stationUnknown: (code) => `本選區或界別沒有編號為「${code}」的點票站。`,
};
