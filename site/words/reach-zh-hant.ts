import type { Unit } from './facts.ts';
import * as format from './format.ts';
import { say, strong } from './phrase.ts';
import type { EmbedWords, HallWords, ShareWords } from './reach-en.ts';

const unitName = (unit: Unit): string => (unit === 'list' ? '名單' : '候選人');
const measured = (unit: Unit, value: number): string =>
  `${format.count(value)}${unit === 'list' ? '份名單' : '名候選人'}`;
const who = (unit: Unit, number: string): string => (unit === 'list' ? `名單${number}` : `${number}號`);

export const embedZhHant: EmbedWords = {
  all: (unit, value) => `全部${measured(unit, value)}`,
  firstFive: (unit) => `得票最多的五${unit === 'list' ? '份' : '名'}${unitName(unit)}`,
  squares: (heading) => `方格：${heading}。`,
  firstChoices: '第一選擇。決定結果的各輪點票見完整頁面。',
  asOf: (when) => `截至${when}（香港時間）的數字`,
  noScript: (when) => `所示為${when}的數字。不用程式碼時本框不會自行更新，請重新載入以取得較新數字。`,
  how: '如何計算',
  full: 'Open Returns完整頁面',
  seats: '議席',
  seatsKey: {
    declared: '實心：已宣布。',
    soFar: '空心：以目前票數計算，尚未宣布。',
    open: '虛線：暫不顯示，或尚未點票。',
  },
  seatsOf: (shown, seats) => `顯示${format.count(seats)}席中的${format.count(shown)}席`,
  asTable: '以表格顯示',
  constituency: '選區或界別',
  seat: '議席',
  name: '姓名',
  state: '狀態',
  reportsIn: '已收報告',
  progress: '點票進度',
  heading: '嵌入此頁',
  lead: '在你的網站顯示這些數字：數字會自行更新；未能更新時，框內會說明。',
  element: '一個元素，高度隨內容而定',
  frame: '一般框架，你的網頁無需載入本站程式碼',
  origin: (origin) => `請以本站網址取代${origin}。`,
  show: '顯示可複製的內容',
};

export const hallZhHant: HallWords = {
  title: '大堂屏幕',
  overview: '所有選區及界別',
  progress: '點票進度',
  part: (part, of) => `第${part}頁，共${of}頁`,
  asOf: '截至',
  of: (expected) => ` / ${format.count(expected)}份點票報告`,
  valid: (figure) => `有效票${figure}`,
  quota: (figure) => `選票基數${figure}（虛線）`,
  lastSeatHead: '最後一席',
  lastSeat: (facts) =>
    say`${facts.declared ? '' : '以目前票數計算，'}${who(facts.unit, facts.ahead)}${facts.aheadName}${facts.unit === 'list' ? '餘票' : '得票'}多於${who(facts.unit, facts.behind)}${facts.behindName} ${strong(facts.gap)}票`,
  declaredOf: (declared, all) => `${format.count(all)}個選區及界別中有${format.count(declared)}個已宣布`,
  support: '支持',
  net: '支持淨值',
  firstChoices: '第一選擇',
  nominations: '提名',
  all: '所有選區及界別的狀態',
  noScript: '不用程式碼時，本屏幕不會自行更新，也不會轉頁：請重新載入以取得較新數字。',
  live: {
    seconds: '{count}秒前更新',
    'seconds.one': '1秒前更新',
    minutes: '{count}分鐘前更新',
    'minutes.one': '1分鐘前更新',
    hours: '{count}小時前更新',
    'hours.one': '1小時前更新',
    'unknown-screen': '網址要求顯示不存在的頁面：{found}。可用頁面：{known}。',
    'unknown-value': '網址中的{found}不可用。可用：{known}。',
    stopped: '已按鍵停止轉頁。按空白鍵繼續，按方向鍵轉頁。',
    held: '此選區或界別的狀態剛有改變，稍後轉到下一頁。',
  },
};

export const shareZhHant: ShareWords = {
  elected: (candidates) => `當選：${format.count(candidates)}名候選人`,
  reports: (reported, expected) => `已收到${format.count(expected)}份報告中的${format.count(reported)}份`,
  more: (unit, value) => `另有${measured(unit, value)}`,
  moreConstituencies: (value) => `另有${format.count(value)}個選區及界別`,
};
