import { describe, expect, test } from 'vitest';
import { type Day, formatShownDay } from '#shared/calendar/day.ts';
import { DEADLINES, type DeadlineName } from '#shared/calendar/deadline-rules.ts';
import { deadlineBy, deadlineOf, inspectionPeriod } from '#shared/calendar/deadlines.ts';
import { chainExplanation, longExplanation, shortExplanation } from '#shared/calendar/explain-deadline.ts';
import { HONG_KONG_HOLIDAYS, withHolidays, withWeather } from '#shared/calendar/holidays.ts';
import { type ToldLanguage, told } from '#shared/calendar/told.ts';

const LANGUAGES: readonly ToldLanguage[] = ['en', 'zh-Hant', 'zh-Hans'];
const short = (name: DeadlineName, from: Day, calendar = HONG_KONG_HOLIDAYS) =>
  LANGUAGES.map((language) => shortExplanation(deadlineOf(name, from, calendar), language));
const long = (name: DeadlineName, from: Day, language: ToldLanguage, calendar = HONG_KONG_HOLIDAYS) =>
  longExplanation(deadlineOf(name, from, calendar), language);

describe('in a line, as a receipt prints it', () => {
  test('a copy within one working day', () => {
    expect(short('advertisement_copies', '2016-08-14')).toEqual([
      '1 working day after publication: published Sunday 14-08-2016; the next working day is Monday 15-08-2016',
      '發布後1個工作天：14-08-2016（星期日）發布，下一個工作天為15-08-2016（星期一）',
      '发布后1个工作天：14-08-2016（星期日）发布，下一个工作天为15-08-2016（星期一）',
    ]);
  });

  test('an address three working days before', () => {
    expect(short('candidate_platform_address', '2016-09-01')).toEqual([
      '3 working days before the first advertisement is published: the first advertisement is published Thursday 01-09-2016; the 3rd working day before it is Monday 29-08-2016',
      '發布首個選舉廣告前3個工作天：首個選舉廣告於01-09-2016（星期四）發布，之前第3個工作天為29-08-2016（星期一）',
      '发布首个选举广告前3个工作天：首个选举广告于01-09-2016（星期四）发布，之前第3个工作天为29-08-2016（星期一）',
    ]);
  });

  test('one working day before, without the number', () => {
    expect(short('counting_place_notice_2008', '2008-09-07')).toEqual([
      '1 working day before polling day: polling day is Sunday 07-09-2008; the working day before is Saturday 06-09-2008',
      '投票日前1個工作天：投票日為07-09-2008（星期日），前一個工作天為06-09-2008（星期六）',
      '投票日前1个工作天：投票日为07-09-2008（星期日），前一个工作天为06-09-2008（星期六）',
    ]);
  });

  test('seven days, with the day that the law adds', () => {
    expect(short('printing_declaration', '2016-08-28')).toEqual([
      '7 days after publication: published Sunday 28-08-2016; 7 days after that is Sunday 04-09-2016; that day is off (Sunday): by Monday 05-09-2016 it is not late',
      '發布後7日：28-08-2016（星期日）發布，其後7日為04-09-2016（星期日），當日為星期日，在05-09-2016（星期一）或之前辦理不算逾期',
      '发布后7日：28-08-2016（星期日）发布，其后7日为04-09-2016（星期日），当日为星期日，在05-09-2016（星期一）或之前办理不算逾期',
    ]);
  });

  test('the end of inspection', () => {
    expect(short('inspection_ends', '2016-11-08')).toEqual([
      '60 days before the first anniversary of the deadline for election returns: returns are due Tuesday 08-11-2016; the first anniversary is Wednesday 08-11-2017; 60 days before that is Saturday 09-09-2017',
      '提交選舉申報書的限期的首個周年日前60日：提交選舉申報書的限期為08-11-2016（星期二），首個周年日為08-11-2017（星期三），之前60日為09-09-2017（星期六）',
      '提交选举申报书的限期的首个周年日前60日：提交选举申报书的限期为08-11-2016（星期二），首个周年日为08-11-2017（星期三），之前60日为09-09-2017（星期六）',
    ]);
  });

  test('a day of its own, and a provisional one', () => {
    expect(short('on_polling_day', '2016-09-04')).toEqual([
      'Polling day is Sunday 04-09-2016',
      '投票日為04-09-2016（星期日）',
      '投票日为04-09-2016（星期日）',
    ]);
    expect(short('advertisement_copies', '2030-09-08')).toEqual([
      expect.stringMatching(/; provisional, as public holidays of that year are not on record$/),
      expect.stringMatching(/，因沒有該年的公眾假期資料，日期屬暫定$/),
      expect.stringMatching(/，因没有该年的公众假期资料，日期属暂定$/),
    ]);
  });

  test('ordinals as English has them', () => {
    const nth = (count: number) =>
      shortExplanation(
        deadlineBy(
          { from: 'judgment', shifts: [{ unit: 'working_days', count, week: 'WD6' }], source: 'none' },
          '2016-01-04',
          HONG_KONG_HOLIDAYS,
        ),
        'en',
      ).match(/the (\d+\w+) working/)?.[1];
    expect([2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(nth)).toEqual(
      '2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th'.split(' '),
    );
  });
});

describe('the whole way', () => {
  test('names every day that was counted or passed over', () => {
    expect(long('advertisement_copies', '2016-09-15', 'en')).toEqual([
      'Published Thursday 15-09-2016; that day does not count.',
      'Friday 16-09-2016: not counted, public holiday (The day following the Chinese Mid-Autumn Festival).',
      'Saturday 17-09-2016: not a working day.',
      'Sunday 18-09-2016: not a working day.',
      'Monday 19-09-2016: working day 1.',
      'The last day is Monday 19-09-2016, until midnight.',
      'Rule: 2016 ¶8.50.',
      'Public holidays of 2016: https://www.gov.hk/en/about/abouthk/holiday/2016.htm',
    ]);
    expect(long('advertisement_copies', '2016-09-15', 'zh-Hant')).toEqual([
      '15-09-2016（星期四）發布，當日不計算在內。',
      '16-09-2016（星期五）：公眾假期（中秋節翌日），不計算在內。',
      '17-09-2016（星期六）：並非工作天。',
      '18-09-2016（星期日）：並非工作天。',
      '19-09-2016（星期一）：第1個工作天。',
      '最後一日為19-09-2016（星期一），至當日午夜為止。',
      '依據：2016 ¶8.50。',
      '2016年公眾假期：https://www.gov.hk/en/about/abouthk/holiday/2016.htm',
    ]);
    expect(long('advertisement_copies', '2016-09-15', 'zh-Hans')).toEqual([
      '15-09-2016（星期四）发布，当日不计算在内。',
      '16-09-2016（星期五）：公众假期（中秋节翌日），不计算在内。',
      '17-09-2016（星期六）：并非工作天。',
      '18-09-2016（星期日）：并非工作天。',
      '19-09-2016（星期一）：第1个工作天。',
      '最后一日为19-09-2016（星期一），至当日午夜为止。',
      '依据：2016 ¶8.50。',
      '2016年公众假期：https://www.gov.hk/en/about/abouthk/holiday/2016.htm',
    ]);
  });

  test('tells a storm with the officer’s source, and the day the law adds', () => {
    const stormy = withWeather(HONG_KONG_HOLIDAYS, [
      { day: '2016-08-02', kind: 'gale', source: 'HKO, Nida' },
      { day: '2016-10-19', kind: 'black_rain', source: 'HKO' },
    ]);
    expect(long('platform_account', '2016-08-01', 'en', stormy)[1]).toBe(
      'Tuesday 02-08-2016: not counted, gale warning (HKO, Nida).',
    );
    expect(long('platform_account', '2016-08-01', 'zh-Hans', stormy)[1]).toBe(
      '02-08-2016（星期二）：烈风警告（HKO, Nida），不计算在内。',
    );
    expect(long('complaint', '2016-09-04', 'en', stormy)).toContain(
      'That day is off (black rainstorm warning): what is done by Thursday 20-10-2016 is not late [Cap. 1 s.71(1)(b)].',
    );
    expect(long('complaint', '2016-09-04', 'zh-Hant', stormy)).toContain(
      '當日為黑色暴雨警告：在20-10-2016（星期四）或之前辦理，不算逾期［第1章第71(1)(b)條］。',
    );
  });

  test('says what the text leaves open, and what is not known', () => {
    expect(long('display_spot_allocation', '2016-07-29', 'en')).toContain(
      'Working days without a definition: Saturdays are counted.',
    );
    expect(long('advertisement_copies', '2030-09-08', 'en')).toContain(
      'Public holidays of that year are not on record here: the day is provisional.',
    );
    expect(long('advertisement_copies', '2030-09-08', 'zh-Hant')).toContain(
      '本系統沒有該年的公眾假期資料：日期屬暫定。',
    );
  });

  test('names a holiday of a year that was added, whose list it does not know', () => {
    const added = withHolidays(
      HONG_KONG_HOLIDAYS,
      [['2028-01-03', told('A holiday', '假期', '假期')]],
      [2028],
    );
    expect(long('advertisement_copies', '2028-01-02', 'en', added)).toEqual([
      'Published Sunday 02-01-2028; that day does not count.',
      'Monday 03-01-2028: not counted, public holiday (A holiday).',
      'Tuesday 04-01-2028: working day 1.',
      'The last day is Tuesday 04-01-2028, until midnight.',
      'Rule: 2016 ¶8.50.',
    ]);
  });

  test('backwards in weeks and days', () => {
    expect(long('display_spot_proposals', '2016-09-04', 'en')[1]).toBe(
      '8 weeks earlier is Sunday 10-07-2016; every day counts.',
    );
    expect(long('before_polling_day', '2016-09-04', 'zh-Hant')[1]).toBe(
      '之前1日為03-09-2016（星期六），每一日均計算在內。',
    );
  });

  test('of the end of inspection begins at the last event of the whole election', () => {
    const period = inspectionPeriod(['2025-12-08', '2025-12-12'], HONG_KONG_HOLIDAYS);
    if (!period) throw new Error('every event is known');
    expect(chainExplanation([period.returns, period.ends], 'en')).toEqual([
      'The last result gazetted, termination or failure of the whole election is of Friday 12-12-2025; that day does not count.',
      '60 days later is Tuesday 10-02-2026; every day counts.',
      'The last day is Tuesday 10-02-2026, until midnight.',
      'Rule: 2016 ¶16.26, ¶7.23, E-1.',
      'Returns are due Tuesday 10-02-2026.',
      'The first anniversary is Wednesday 10-02-2027.',
      '60 days earlier is Saturday 12-12-2026; every day counts.',
      'The last day is Saturday 12-12-2026, until midnight.',
      'A court’s extension of the deadline for returns changes nothing; the anniversary of 29 February is 28 February.',
      'Rule: 2016 ¶8.57, ¶16.58, D-7, E-6.',
    ]);
    expect(chainExplanation([period.returns, period.ends], 'zh-Hant').slice(4, 8)).toEqual([
      '提交選舉申報書的限期為10-02-2026（星期二）。',
      '首個周年日為10-02-2027（星期三）。',
      '之前60日為12-12-2026（星期六），每一日均計算在內。',
      '最後一日為12-12-2026（星期六），至當日午夜為止。',
    ]);
  });

  test.each(Object.keys(DEADLINES) as DeadlineName[])('%s is told whole in every language', (name) => {
    const deadline = deadlineOf(name, '2016-09-14', HONG_KONG_HOLIDAYS);
    for (const language of LANGUAGES) {
      const text = [shortExplanation(deadline, language), ...longExplanation(deadline, language)];
      const [line = '', ...sentences] = text;
      expect(text.join()).not.toMatch(/undefined|null|NaN|\[object/);
      expect(line).toContain(formatShownDay(deadline.due));
      for (const step of deadline.steps)
        expect(sentences.some((one) => one.includes(formatShownDay(step.day)))).toBe(true);
      if (language !== 'en') expect(line).not.toMatch(/[A-Za-z]/);
    }
  });
});
