import { isAnniversary, type PlainShift, type Shift } from './deadline-rules.ts';
import type { DeadlineWords } from './deadline-words.ts';

const WEEKDAYS = '日一二三四五六';

const UNITS = { days: '日', weeks: '个星期', months: '个月', years: '年', working_days: '个工作天' };

/** “3个工作天”，不论往前或往后。 */
const length = ({ unit, count }: Shift): string => `${Math.abs(count)}${UNITS[unit]}`;

const landedOnWorkingDay = (count: number, day: string): string => {
  if (count === 1) return `下一个工作天为${day}`;
  if (count === -1) return `前一个工作天为${day}`;
  return `${count < 0 ? '之前' : '其后'}第${Math.abs(count)}个工作天为${day}`;
};

const landedOnDay = (shift: PlainShift, day: string): string =>
  isAnniversary(shift)
    ? `首个周年日为${day}`
    : `${shift.count < 0 ? '之前' : '其后'}${length(shift)}为${day}`;

export const zhHans: DeadlineWords = {
  day: (shown, weekday) => `${shown}（星期${WEEKDAYS[weekday]}）`,
  triggers: {
    polling_day: { noun: '投票日', happened: (day) => `投票日为${day}` },
    nominations_end: { noun: '提名期结束', happened: (day) => `提名期于${day}结束` },
    result_gazetted: { noun: '选举结果刊宪', happened: (day) => `选举结果于${day}刊宪` },
    last_event_of_election: {
      noun: '整个选举的最后一项事件',
      happened: (day) => `整个选举最后一项结果刊宪、选举程序终止或选举未能完成的日期为${day}`,
    },
    declaration: { noun: '宣布结果', happened: (day) => `结果于${day}宣布` },
    publication: { noun: '发布', happened: (day) => `${day}发布` },
    first_publication: { noun: '发布首个选举广告', happened: (day) => `首个选举广告于${day}发布` },
    account_application: { noun: '收到申请', happened: (day) => `申请于${day}收到` },
    relief_notice: { noun: '收到通知书', happened: (day) => `通知书于${day}收到` },
    return_deadline: { noun: '提交选举申报书的限期', happened: (day) => `提交选举申报书的限期为${day}` },
    judgment: { noun: '判决', happened: (day) => `判决于${day}作出` },
    provisional_register_day: {
      noun: '临时选民登记册的日期',
      happened: (day) => `临时选民登记册的日期为${day}`,
    },
    final_register_day: { noun: '正式选民登记册的日期', happened: (day) => `正式选民登记册的日期为${day}` },
    spot_allocation: { noun: '获编配展示位置', happened: (day) => `展示位置于${day}编配` },
    posting: { noun: '投寄', happened: (day) => `${day}投寄` },
    activity: { noun: '举行活动', happened: (day) => `活动于${day}举行` },
  },
  around: (shift, noun) =>
    isAnniversary(shift) ? `${noun}的首个周年日` : `${noun}${shift.count < 0 ? '前' : '后'}${length(shift)}`,
  landed: (shift, day) =>
    shift.unit === 'working_days' ? landedOnWorkingDay(shift.count, day) : landedOnDay(shift, day),
  line: (heading, parts) => (heading === null ? parts.join('，') : `${heading}：${parts.join('，')}`),
  start: (happened, counts) => `${happened}${counts ? '' : '，当日不计算在内'}。`,
  counted: (day, number) => `${day}：第${number}个工作天。`,
  weekend: (day) => `${day}：并非工作天。`,
  passed: (day, reason, named) => `${day}：${reason}（${named}），不计算在内。`,
  shifted: (shift, day) =>
    isAnniversary(shift)
      ? `首个周年日为${day}。`
      : `${shift.count < 0 ? '之前' : '其后'}${length(shift)}为${day}，每一日均计算在内。`,
  due: (day) => `最后一日为${day}，至当日午夜为止。`,
  notLate: (reason, day) => `当日为${reason}，在${day}或之前办理不算逾期`,
  extended: (reason, day) => `当日为${reason}：在${day}或之前办理，不算逾期［第1章第71(1)(b)条］。`,
  holidaysUnknown: '本系统没有该年的公众假期资料：日期属暂定。',
  provisional: '因没有该年的公众假期资料，日期属暂定',
  note: (note) => `${note}。`,
  holidaySource: (year, source) => `${year}年公众假期：${source}`,
  source: (source) => `依据：${source}。`,
};
