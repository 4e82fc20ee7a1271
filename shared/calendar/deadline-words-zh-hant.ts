import { isAnniversary, type PlainShift, type Shift } from './deadline-rules.ts';
import type { DeadlineWords } from './deadline-words.ts';

const WEEKDAYS = '日一二三四五六';

const UNITS = { days: '日', weeks: '個星期', months: '個月', years: '年', working_days: '個工作天' };

/** 「3個工作天」，不論往前或往後。 */
const length = ({ unit, count }: Shift): string => `${Math.abs(count)}${UNITS[unit]}`;

const landedOnWorkingDay = (count: number, day: string): string => {
  if (count === 1) return `下一個工作天為${day}`;
  if (count === -1) return `前一個工作天為${day}`;
  return `${count < 0 ? '之前' : '其後'}第${Math.abs(count)}個工作天為${day}`;
};

const landedOnDay = (shift: PlainShift, day: string): string =>
  isAnniversary(shift)
    ? `首個周年日為${day}`
    : `${shift.count < 0 ? '之前' : '其後'}${length(shift)}為${day}`;

export const zhHant: DeadlineWords = {
  day: (shown, weekday) => `${shown}（星期${WEEKDAYS[weekday]}）`,
  triggers: {
    polling_day: { noun: '投票日', happened: (day) => `投票日為${day}` },
    nominations_end: { noun: '提名期結束', happened: (day) => `提名期於${day}結束` },
    result_gazetted: { noun: '選舉結果刊憲', happened: (day) => `選舉結果於${day}刊憲` },
    last_event_of_election: {
      noun: '整個選舉的最後一項事件',
      happened: (day) => `整個選舉最後一項結果刊憲、選舉程序終止或選舉未能完成的日期為${day}`,
    },
    declaration: { noun: '宣布結果', happened: (day) => `結果於${day}宣布` },
    publication: { noun: '發布', happened: (day) => `${day}發布` },
    first_publication: { noun: '發布首個選舉廣告', happened: (day) => `首個選舉廣告於${day}發布` },
    account_application: { noun: '收到申請', happened: (day) => `申請於${day}收到` },
    relief_notice: { noun: '收到通知書', happened: (day) => `通知書於${day}收到` },
    return_deadline: { noun: '提交選舉申報書的限期', happened: (day) => `提交選舉申報書的限期為${day}` },
    judgment: { noun: '判決', happened: (day) => `判決於${day}作出` },
    provisional_register_day: {
      noun: '臨時選民登記冊的日期',
      happened: (day) => `臨時選民登記冊的日期為${day}`,
    },
    final_register_day: { noun: '正式選民登記冊的日期', happened: (day) => `正式選民登記冊的日期為${day}` },
    spot_allocation: { noun: '獲編配展示位置', happened: (day) => `展示位置於${day}編配` },
    posting: { noun: '投寄', happened: (day) => `${day}投寄` },
    activity: { noun: '舉行活動', happened: (day) => `活動於${day}舉行` },
  },
  around: (shift, noun) =>
    isAnniversary(shift) ? `${noun}的首個周年日` : `${noun}${shift.count < 0 ? '前' : '後'}${length(shift)}`,
  landed: (shift, day) =>
    shift.unit === 'working_days' ? landedOnWorkingDay(shift.count, day) : landedOnDay(shift, day),
  line: (heading, parts) => (heading === null ? parts.join('，') : `${heading}：${parts.join('，')}`),
  start: (happened, counts) => `${happened}${counts ? '' : '，當日不計算在內'}。`,
  counted: (day, number) => `${day}：第${number}個工作天。`,
  weekend: (day) => `${day}：並非工作天。`,
  passed: (day, reason, named) => `${day}：${reason}（${named}），不計算在內。`,
  shifted: (shift, day) =>
    isAnniversary(shift)
      ? `首個周年日為${day}。`
      : `${shift.count < 0 ? '之前' : '其後'}${length(shift)}為${day}，每一日均計算在內。`,
  due: (day) => `最後一日為${day}，至當日午夜為止。`,
  notLate: (reason, day) => `當日為${reason}，在${day}或之前辦理不算逾期`,
  extended: (reason, day) => `當日為${reason}：在${day}或之前辦理，不算逾期［第1章第71(1)(b)條］。`,
  holidaysUnknown: '本系統沒有該年的公眾假期資料：日期屬暫定。',
  provisional: '因沒有該年的公眾假期資料，日期屬暫定',
  note: (note) => `${note}。`,
  holidaySource: (year, source) => `${year}年公眾假期：${source}`,
  source: (source) => `依據：${source}。`,
};
