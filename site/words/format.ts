import { formatShownDay } from '#shared/calendar/day.ts';
import { hongKongDayOf, inHongKong } from '#shared/calendar/hong-kong-time.ts';
import type { Language } from '#shared/election/text.ts';
import { type Fraction, floor, fraction, parse, subtract } from '#shared/fraction.ts';

/** Figures, dates and times exactly as each language writes them; nothing else formats them. */

const MINUS = '\u2212';

/** Thousands with commas; far faster than `Intl` or a pattern where a page has a thousand figures. */
const grouped = (value: number | bigint): string => {
  const digits = String(value);
  let text = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3)
    text = `${digits.slice(Math.max(0, end - 3), end)},${text}`;
  return text;
};

/** Votes and papers: `498,610` in all three languages. */
export const count = (value: number | bigint): string =>
  value < 0 ? `${MINUS}${grouped(-value)}` : grouped(value);

/** A change or a distance always carries its sign: `+214`, `−985`, `0`. */
export const signed = (value: number | bigint): string => (value > 0 ? `+${grouped(value)}` : count(value));

const exactFraction = (value: Fraction): string => {
  const whole = floor(value);
  const rest = subtract(value, fraction(whole));
  if (rest.numerator === 0n) return grouped(whole);
  const part = `${rest.numerator}/${rest.denominator}`;
  return whole === 0n ? part : `${grouped(whole)} ${part}`;
};

const negated = (value: Fraction): Fraction => subtract(fraction(0), value);

/** An exact quota or remainder, `"330766/7"`, as readers write it: `47,252 2/7`. */
export const exact = (text: string): string => {
  const value = parse(text);
  return value.numerator < 0n ? `${MINUS}${exactFraction(negated(value))}` : exactFraction(value);
};

/** The signed distance between two exact figures. */
export const distance = (from: string, to: string): string => {
  const value = subtract(parse(from), parse(to));
  if (value.numerator === 0n) return '0';
  return value.numerator < 0n ? `${MINUS}${exactFraction(negated(value))}` : `+${exactFraction(value)}`;
};

/** A share with its sign; a count above zero never shows as nothing. */
export const share = (hundredths: string | null, votes: number): string => {
  if (hundredths === null) return '–';
  return votes > 0 && Number(hundredths) === 0 ? '<0.01%' : `${hundredths}%`;
};

/** Hundredths of a percent for display, rounded half up on whole numbers. */
export const shareOf = (part: number, whole: number): string => {
  if (whole === 0) return '–';
  const scaled = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return share(`${scaled / 100n}.${String(scaled % 100n).padStart(2, '0')}`, part);
};

/** Bytes as a reader meets them beside a download. */
export const bytes = (size: number): string =>
  size < 1000
    ? `${size} B`
    : size < 1_000_000
      ? `${(size / 1000).toFixed(1)} kB`
      : `${(size / 1_000_000).toFixed(1)} MB`;

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly clock: string;
  readonly hour: number;
  readonly minute: number;
}

const moment = (instant: string): Moment => {
  const text = inHongKong(instant);
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number) as [
    number,
    number,
    number,
  ];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return {
    year,
    month,
    day,
    weekday,
    clock: text.slice(11, 16),
    hour: Number(text.slice(11, 13)),
    minute: Number(text.slice(14, 16)),
  };
};

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const CHINESE_DAYS = '日一二三四五六';

const shortMonth = (at: Moment): string => (MONTHS[at.month - 1] ?? '').slice(0, 3);
const chineseDate = (at: Moment): string => `${at.year}年${at.month}月${at.day}日`;

/** `10 Sep 2012` · `2012年9月10日` */
export const date = (language: Language, instant: string): string => {
  const at = moment(instant);
  return language === 'en' ? `${at.day} ${shortMonth(at)} ${at.year}` : chineseDate(at);
};

/** `Sunday 9 September 2012` · `2012年9月9日（星期日）` */
export const longDate = (language: Language, instant: string): string => {
  const at = moment(instant);
  return language === 'en'
    ? `${DAYS[at.weekday]} ${at.day} ${MONTHS[at.month - 1]} ${at.year}`
    : `${chineseDate(at)}（星期${CHINESE_DAYS[at.weekday]}）`;
};

/** `10 Sep 2012, 02:40` · `2012年9月10日 02:40` */
export const dateTime = (language: Language, instant: string): string =>
  `${date(language, instant)}${language === 'en' ? ',' : ''} ${moment(instant).clock}`;

/** `Mon 10 Sep 2012, 02:40`; Chinese pages keep to the date and the time. */
export const dayTime = (language: Language, instant: string): string =>
  language === 'en'
    ? `${(DAYS[moment(instant).weekday] ?? '').slice(0, 3)} ${dateTime(language, instant)}`
    : dateTime(language, instant);

/** `12 Sep, 10:15` · `9月12日 10:15`, where the year is plain from the context. */
export const monthDayTime = (language: Language, instant: string): string => {
  const at = moment(instant);
  return language === 'en'
    ? `${at.day} ${shortMonth(at)}, ${at.clock}`
    : `${at.month}月${at.day}日 ${at.clock}`;
};

/** A day of the calendar as the instant at which it begins. */
const startOf = (day: string): string => `${day}T00:00:00+08:00`;

/** `15 Sep` · `9月15日`, where the year is plain from the context. */
export const monthDay = (language: Language, day: string): string => {
  const at = moment(startOf(day));
  return language === 'en' ? `${at.day} ${shortMonth(at)}` : `${at.month}月${at.day}日`;
};

/** `August 2016` · `2016年8月` */
export const monthYear = (language: Language, day: string): string => {
  const at = moment(startOf(day));
  return language === 'en' ? `${MONTHS[at.month - 1]} ${at.year}` : `${at.year}年${at.month}月`;
};

/** A day without a time: `10 Sep 2012` · `2012年9月10日`. */
export const dayDate = (language: Language, day: string): string => date(language, startOf(day));

/** `02:40`, only inside a group that names its day. */
export const clock = (instant: string): string => moment(instant).clock;

/** `02:40:12`, where a second matters: what a device has kept, and when something was received. */
export const clockToSecond = (instant: string): string => inHongKong(instant).slice(11, 19);

/** `15-08-2016 11:02`, as the register of advertisements has it [2016 App.5 annex II]. */
export const shownTime = (instant: string): string =>
  `${formatShownDay(hongKongDayOf(instant))} ${moment(instant).clock}`;

/** `15-08-2016 11:02:47`, where a second may decide whether it was in time. */
export const shownTimeToSecond = (instant: string): string =>
  `${formatShownDay(hongKongDayOf(instant))} ${clockToSecond(instant)}`;

const DAY_PARTS: readonly (readonly [until: number, name: string])[] = [
  [6, '凌晨'],
  [12, '上午'],
  [13, '中午'],
  [18, '下午'],
  [24, '晚上'],
];

/** A time in prose: `22:30` · `晚上10時30分`. */
export const clockInProse = (language: Language, instant: string): string => {
  const at = moment(instant);
  if (language === 'en') return at.clock;
  const part = DAY_PARTS.find(([until]) => at.hour < until)?.[1] ?? '';
  const hour = at.hour > 12 ? at.hour - 12 : at.hour;
  const minutes = at.minute === 0 ? '' : `${at.minute}分`;
  return `${part}${hour}${language === 'zh-Hant' ? '時' : '时'}${minutes}`;
};

/** The machine-readable instant with the offset of Hong Kong, for `<time datetime>`. */
export const timestamp = inHongKong;
