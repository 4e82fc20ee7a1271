import type { Unit } from './facts.ts';
import * as format from './format.ts';
import { say, strong } from './phrase.ts';
import type { EmbedWords, HallWords, ShareWords } from './reach-en.ts';

const unitName = (unit: Unit): string => (unit === 'list' ? '名单' : '候选人');
const measured = (unit: Unit, value: number): string =>
  `${format.count(value)}${unit === 'list' ? '份名单' : '名候选人'}`;
const who = (unit: Unit, number: string): string => (unit === 'list' ? `名单${number}` : `${number}号`);

export const embedZhHans: EmbedWords = {
  all: (unit, value) => `全部${measured(unit, value)}`,
  firstFive: (unit) => `得票最多的五${unit === 'list' ? '份' : '名'}${unitName(unit)}`,
  squares: (heading) => `方格：${heading}。`,
  firstChoices: '第一选择。决定结果的各轮点票见完整页面。',
  asOf: (when) => `截至${when}（香港时间）的数字`,
  noScript: (when) => `所示为${when}的数字。不用脚本时本框不会自行更新，请重新加载以取得较新数字。`,
  how: '如何计算',
  full: 'Open Returns完整页面',
  seats: '议席',
  seatsKey: {
    declared: '实心：已宣布。',
    soFar: '空心：以目前票数计算，尚未宣布。',
    open: '虚线：暂不显示，或尚未点票。',
  },
  seatsOf: (shown, seats) => `显示${format.count(seats)}席中的${format.count(shown)}席`,
  asTable: '以表格显示',
  constituency: '选区或界别',
  seat: '议席',
  name: '姓名',
  state: '状态',
  reportsIn: '已收报告',
  progress: '点票进度',
  heading: '嵌入此页',
  lead: '在你的网站显示这些数字：数字会自行更新；未能更新时，框内会说明。',
  element: '一个元素，高度随内容而定',
  frame: '一般框架，你的网页无需加载本站脚本',
  origin: (origin) => `请以本站网址取代${origin}。`,
  show: '显示可复制的内容',
};

export const hallZhHans: HallWords = {
  title: '大堂屏幕',
  overview: '所有选区及界别',
  progress: '点票进度',
  part: (part, of) => `第${part}页，共${of}页`,
  asOf: '截至',
  of: (expected) => ` / ${format.count(expected)}份点票报告`,
  valid: (figure) => `有效票${figure}`,
  quota: (figure) => `选票基数${figure}（虚线）`,
  lastSeatHead: '最后一席',
  lastSeat: (facts) =>
    say`${facts.declared ? '' : '以目前票数计算，'}${who(facts.unit, facts.ahead)}${facts.aheadName}${facts.unit === 'list' ? '余票' : '得票'}多于${who(facts.unit, facts.behind)}${facts.behindName} ${strong(facts.gap)}票`,
  declaredOf: (declared, all) => `${format.count(all)}个选区及界别中有${format.count(declared)}个已宣布`,
  support: '支持',
  net: '支持净值',
  firstChoices: '第一选择',
  nominations: '提名',
  all: '所有选区及界别的状态',
  noScript: '不用脚本时，本屏幕不会自行更新，也不会转页：请重新加载以取得较新数字。',
  live: {
    seconds: '{count}秒前更新',
    'seconds.one': '1秒前更新',
    minutes: '{count}分钟前更新',
    'minutes.one': '1分钟前更新',
    hours: '{count}小时前更新',
    'hours.one': '1小时前更新',
    'unknown-screen': '网址要求显示不存在的页面：{found}。可用页面：{known}。',
    'unknown-value': '网址中的{found}不可用。可用：{known}。',
    stopped: '已按键停止转页。按空格键继续，按方向键转页。',
    held: '此选区或界别的状态刚有改变，稍后转到下一页。',
  },
};

export const shareZhHans: ShareWords = {
  elected: (candidates) => `当选：${format.count(candidates)}名候选人`,
  reports: (reported, expected) => `已收到${format.count(expected)}份报告中的${format.count(reported)}份`,
  more: (unit, value) => `另有${measured(unit, value)}`,
  moreConstituencies: (value) => `另有${format.count(value)}个选区及界别`,
};
