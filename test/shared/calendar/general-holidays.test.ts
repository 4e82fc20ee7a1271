import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isDay, weekdayOf, yearOf } from '#shared/calendar/day.ts';
import { GENERAL_HOLIDAYS } from '#shared/calendar/general-holidays.ts';
import { HOLIDAY_NAMES, type HolidayId } from '#shared/calendar/holiday-names.ts';
import { HONG_KONG_HOLIDAYS, holidaySource } from '#shared/calendar/holidays.ts';

const YEARS = Array.from({ length: 21 }, (_, index) => 2007 + index);

const table = (year: number): ReadonlyMap<string, HolidayId> =>
  new Map(Object.entries(GENERAL_HOLIDAYS[year]?.days ?? {}).map(([day, id]) => [`${year}-${day}`, id]));

/** Western Easter by the anonymous Gregorian rule. */
const easterSunday = (year: number): string => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return addDays(`${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-01`, f % 31);
};

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/**
 * The new moon of 6 February 2027 is at 23:56 in Hong Kong. ICU puts it after midnight and begins the year a day late; the
 * government's list has it on the 6th.
 */
const LATE_IN_ICU = { year: 2027, month: '1/' };

/** Days of the Chinese calendar, `1/1` for Lunar New Year's Day; a leap month is written `4bis`. */
const lunarDays = (year: number): ReadonlyMap<string, string> => {
  const first = `${year}-01-15`;
  const days = Array.from({ length: 330 }, (_, index) => addDays(first, index));
  return new Map(
    days.map((day) => {
      const date = chinese.format(new Date(`${day}T00:00:00Z`));
      const late = year === LATE_IN_ICU.year && date.startsWith(LATE_IN_ICU.month);
      return [date, late ? addDays(day, -1) : day];
    }),
  );
};

/** Ching Ming, the day of the solar term, by the rule of thumb that holds for this century. */
const chingMing = (year: number): string => {
  const y = year - 2000;
  return `${year}-04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`;
};

const isSunday = (day: string): boolean => weekdayOf(day) === 0;
const unlessSunday = (day: string): string => (isSunday(day) ? addDays(day, 1) : day);

/** The days on which each holiday falls by itself, before any substitution. */
const festivals = (year: number) => {
  const lunar = lunarDays(year);
  const at = (date: string): string => lunar.get(date) ?? '';
  return {
    new_year: `${year}-01-01`,
    lunar_new_year_1: at('1/1'),
    lunar_new_year_2: at('1/2'),
    lunar_new_year_3: at('1/3'),
    ching_ming: chingMing(year),
    good_friday: addDays(easterSunday(year), -2),
    good_friday_following: addDays(easterSunday(year), -1),
    easter_monday: addDays(easterSunday(year), 1),
    labour: `${year}-05-01`,
    buddha: at('4/8'),
    tuen_ng: at('5/5'),
    establishment: `${year}-07-01`,
    mid_autumn: at('8/15'),
    national: `${year}-10-01`,
    chung_yeung: at('9/9'),
    christmas: `${year}-12-25`,
  };
};

/** The Schedule of Cap. 149 with the substitutions before and after its amendment of 2011, which ruled from 2012. */
const bySchedule = (year: number): ReadonlySet<string> => {
  const own = festivals(year);
  const lunar = [own.lunar_new_year_1, own.lunar_new_year_2, own.lunar_new_year_3];
  const inLieu = addDays(own.lunar_new_year_1, year >= 2012 ? 3 : -1);
  const afterMidAutumn = addDays(own.mid_autumn, 1);
  const weekdays = [1, 2, 3].map((days) => addDays(own.christmas, days)).filter((day) => !isSunday(day));
  const wanted = [
    unlessSunday(own.new_year),
    ...lunar.map((day) => (isSunday(day) ? inLieu : day)),
    own.good_friday,
    own.good_friday_following,
    own.easter_monday,
    ...[own.ching_ming, own.labour, own.buddha, own.tuen_ng, own.establishment].map(unlessSunday),
    isSunday(afterMidAutumn) ? addDays(own.mid_autumn, year >= 2012 ? 2 : 0) : afterMidAutumn,
    unlessSunday(own.national),
    unlessSunday(own.chung_yeung),
    ...(isSunday(own.christmas) ? weekdays.slice(0, 2) : [own.christmas, weekdays[0] ?? '']),
    // Special Holiday (3 September 2015) Ordinance.
    ...(year === 2015 ? ['2015-09-03'] : []),
  ];
  const days = new Set<string>();
  // Where two fall on one day, the next day that is no holiday is one too.
  for (const day of wanted) {
    let free = day;
    while (days.has(free) || isSunday(free)) free = addDays(free, 1);
    days.add(free);
  }
  return days;
};

/** How far the substituted day is from the festival it is named after. */
const OFFSETS: Readonly<Record<string, number>> = { following: 1, eve: -1, second: 2, '4': 3 };

describe('general holidays', () => {
  test.each(YEARS)('of %i are those of the Schedule with its substitutions', (year) => {
    expect([...table(year).keys()]).toEqual([...bySchedule(year)].sort());
  });

  test.each(YEARS)('of %i are named after what they are', (year) => {
    const own: Readonly<Record<string, string>> = festivals(year);
    for (const [day, id] of table(year)) {
      if (id === 'victory_70') continue;
      if (id === 'christmas_weekday_1' || id === 'christmas_weekday_2') {
        expect(daysBetween(`${year}-12-25`, day), day).toBeLessThan(3);
        continue;
      }
      const [, base = id, suffix = ''] = /^(.+)_(following|eve|second|4)$/.exec(id) ?? [];
      const festival = own[id] ?? own[base === 'lunar_new_year' ? 'lunar_new_year_1' : base] ?? '';
      expect(daysBetween(festival, day), `${day} ${id}`).toBe(own[id] ? 0 : OFFSETS[suffix]);
    }
  });

  test('are seventeen a year, and eighteen in 2015', () => {
    expect(YEARS.map((year) => table(year).size)).toEqual(YEARS.map((year) => (year === 2015 ? 18 : 17)));
    expect([...HONG_KONG_HOLIDAYS.years]).toEqual(YEARS);
  });

  test('stand in order, once, on days that exist and are no Sundays', () => {
    for (const year of YEARS) {
      const days = [...table(year).keys()];
      expect(days).toEqual([...days].sort());
      expect(new Set(table(year).values()).size).toBe(days.length);
      expect(days.filter((day) => !isDay(day) || isSunday(day) || yearOf(day) !== year)).toEqual([]);
    }
  });

  test('have a source for each year that is known, and none for another', () => {
    for (const year of YEARS) expect(holidaySource(year)).toContain(`/holiday/${year}.htm`);
    expect(holidaySource(2015)).toContain('Special Holiday (3 September 2015) Ordinance');
    expect([2006, 2028].map(holidaySource)).toEqual([null, null]);
    expect(HONG_KONG_HOLIDAYS.years.has(2028)).toBe(false);
  });

  test('have a name of their own in every language', () => {
    for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
      const names = Object.values(HOLIDAY_NAMES).map((name) => name[language]);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(HONG_KONG_HOLIDAYS.holidays.get('2022-09-12')).toEqual({
      en: 'The second day following the Chinese Mid-Autumn Festival',
      'zh-Hant': '中秋節後第二日',
      'zh-Hans': '中秋节后第二日',
    });
  });
});

/** Where date-holidays 3.37.0 differs from the gazetted lists, and why the lists are right. */
const THEIR_ERRORS: readonly (readonly [
  day: string,
  ours: string | null,
  theirs: string | null,
  why: string,
])[] = [
  ['2007-02-17', '農曆年初一的前一日', null, 'until 2011 a Sunday was made up for by the day before'],
  ['2007-02-21', null, '農曆年初四', 'the fourth day is a substitute from 2012 on'],
  ['2009-10-03', '中秋節', null, 'until 2011 the festival itself stood in for a Sunday'],
  ['2009-10-05', null, '中秋節後第二日', 'the second day is a substitute from 2012 on'],
  ['2010-02-13', '農曆年初一的前一日', null, 'until 2011 a Sunday was made up for by the day before'],
  ['2010-02-17', null, '農曆年初四', 'the fourth day is a substitute from 2012 on'],
  ['2010-04-05', '復活節星期一', '清明節', 'both fell on the day; the list names Easter Monday'],
  ['2010-04-06', '清明節翌日', null, 'two holidays fell on the day before'],
  ['2012-10-02', '國慶日翌日', null, 'two holidays fell on the day before'],
  ['2015-04-07', '復活節星期一翌日', null, 'two holidays fell on the day before'],
  ['2015-09-03', '中國人民抗日戰爭勝利70周年紀念日', null, 'a special holiday by an Ordinance of its own'],
];

test('differ from what others compute by known errors only', () => {
  const computed = new Holidays('HK');
  const theirs = new Map(
    YEARS.flatMap((year) => computed.getHolidays(year, 'zh'))
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name]),
  );
  const ours = new Map([...HONG_KONG_HOLIDAYS.holidays].map(([day, name]) => [day, name['zh-Hant']]));
  const differences = [...new Set([...ours.keys(), ...theirs.keys()])]
    .sort()
    .filter((day) => ours.get(day) !== theirs.get(day))
    .map((day) => [day, ours.get(day) ?? null, theirs.get(day) ?? null]);
  expect(differences).toEqual(THEIR_ERRORS.map(([day, one, other]) => [day, one, other]));
});
