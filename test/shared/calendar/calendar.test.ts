import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  formatShownDay,
  isDay,
  laterOf,
  parseShownDay,
  weekdayOf,
} from '#shared/calendar/day.ts';
import { DEADLINES, deadlineBy, deadlineOf, lastEvent } from '#shared/calendar/deadlines.ts';
import { HONG_KONG_HOLIDAYS, withHolidays } from '#shared/calendar/holidays.ts';
import {
  endOfDay,
  hongKongDayOf,
  inHongKong,
  isInTime,
  startOfDay,
} from '#shared/calendar/hong-kong-time.ts';
import { told } from '#shared/calendar/told.ts';
import { countWorkingDays, dayOff, type WorkingWeek } from '#shared/calendar/working-days.ts';

const anyDay = fc.integer({ min: 0, max: 730 }).map((days) => addDays('2016-01-01', days));

describe('calendar days', () => {
  test('cross months, years and leap days', () => {
    expect([addDays('2016-02-28', 1), addDays('2016-12-31', 1), addDays('2017-03-01', -1)]).toEqual([
      '2016-02-29',
      '2017-01-01',
      '2017-02-28',
    ]);
    expect([addMonths('2016-12-31', 2), addMonths('2016-09-09', 2), addMonths('2016-02-29', 12)]).toEqual([
      '2017-02-28',
      '2016-11-09',
      '2017-02-28',
    ]);
    expect(addMonths('2017-01-15', -2)).toBe('2016-11-15');
  });

  test('know their weekday, also before 1970', () => {
    expect([weekdayOf('2016-09-04'), weekdayOf('2016-09-03'), weekdayOf('1969-12-28')]).toEqual([0, 6, 0]);
  });

  test.each(['2016-02-30', '2016-13-01', '2016-1-1', 'today', '', '2016-09-04T00:00'])(
    '%j is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );

  test('are printed dd-mm-yyyy and read back', () => {
    expect(isDay('2016-02-29')).toBe(true);
    expect(formatShownDay('2016-08-12')).toBe('12-08-2016');
    expect(parseShownDay('12-08-2016')).toBe('2016-08-12');
    expect(() => parseShownDay('2016-08-12')).toThrow(RangeError);
    expect(() => parseShownDay('31-02-2016')).toThrow(RangeError);
  });

  test('are as far apart as they were added, and the later one is found', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(laterOf(day, addDays(day, days))).toBe(days > 0 ? addDays(day, days) : day);
      }),
    );
  });
});

describe('Hong Kong time', () => {
  test('an instant belongs to the day that Hong Kong has', () => {
    expect(hongKongDayOf('2016-09-04T16:00:00Z')).toBe('2016-09-05');
    expect(hongKongDayOf('2016-09-04T15:59:59Z')).toBe('2016-09-04');
    expect(inHongKong('2016-09-04T14:30:00.500Z')).toBe('2016-09-04T22:30:00+08:00');
    expect(() => hongKongDayOf('soon')).toThrow(RangeError);
  });

  test('a thing is in time until the day ends', () => {
    expect([startOfDay('2016-09-30'), endOfDay('2016-09-30')]).toEqual([
      '2016-09-30T00:00:00+08:00',
      '2016-10-01T00:00:00+08:00',
    ]);
    expect(isInTime('2016-09-30T23:59:59.999+08:00', '2016-09-30')).toBe(true);
    expect(isInTime('2016-09-30T16:00:00Z', '2016-09-30')).toBe(false);
  });
});

describe('working days', () => {
  const count = (from: string, days: number, week: WorkingWeek = 'WD5') =>
    countWorkingDays({ from, days, week }, HONG_KONG_HOLIDAYS);

  test('Saturdays count in a week of six days only', () => {
    expect([count('2016-09-02', 1).day, count('2016-09-02', 1, 'WD6').day]).toEqual([
      '2016-09-05',
      '2016-09-03',
    ]);
  });

  test('holidays move a deadline, and are named', () => {
    expect(count('2016-09-15', 1)).toEqual({
      day: '2016-09-19',
      holidaysKnown: true,
      skipped: [
        {
          day: '2016-09-16',
          reason: 'holiday',
          name: told('The day following the Chinese Mid-Autumn Festival', '中秋節翌日', '中秋节翌日'),
        },
        { day: '2016-09-17', reason: 'saturday', name: null },
        { day: '2016-09-18', reason: 'sunday', name: null },
      ],
    });
  });

  test('counting back, three full days lie before: publish on Thursday, register by Monday', () => {
    expect(count('2016-09-01', -3).day).toBe('2016-08-29');
  });

  test('no days are the day itself', () => {
    expect(count('2016-09-04', 0)).toEqual({ day: '2016-09-04', skipped: [], holidaysKnown: true });
  });

  test('a year without a list of holidays is told', () => {
    expect(count('2006-12-29', 1)).toMatchObject({ day: '2007-01-02', holidaysKnown: false });
    expect(count('2027-12-30', 2)).toMatchObject({ day: '2028-01-03', holidaysKnown: false });
  });

  test('a storm takes a day, and another year is added', () => {
    const stormy = withHolidays(HONG_KONG_HOLIDAYS, [['2016-09-05', told('Gale', '烈風', '烈风')]]);
    expect(countWorkingDays({ from: '2016-09-02', days: 1, week: 'WD5' }, stormy).day).toBe('2016-09-06');
    const more = withHolidays(HONG_KONG_HOLIDAYS, [['2028-01-03', told('a', 'b', 'c')]], [2028]);
    expect(countWorkingDays({ from: '2027-12-30', days: 2, week: 'WD5' }, more)).toMatchObject({
      day: '2028-01-04',
      holidaysKnown: true,
    });
  });

  test('a Sunday is off, whatever its holiday', () => {
    const named = withHolidays(HONG_KONG_HOLIDAYS, [
      ['2016-12-25', told('Christmas Day', '聖誕節', '圣诞节')],
    ]);
    expect(dayOff('2016-12-25', 'WD6', named)).toEqual({
      day: '2016-12-25',
      reason: 'sunday',
      name: told('Christmas Day', '聖誕節', '圣诞节'),
    });
  });

  test('walking day by day gives the same', () => {
    const slow = (from: string, days: number, week: WorkingWeek) => {
      const isOff = (day: string) =>
        new Date(`${day}T12:00:00Z`).getUTCDay() === 0 ||
        (week === 'WD5' && new Date(`${day}T12:00:00Z`).getUTCDay() === 6) ||
        HONG_KONG_HOLIDAYS.holidays.has(day);
      const direction = Math.sign(days);
      const walk = Array.from({ length: 60 }, (_, index) => addDays(from, direction * (index + 1)));
      return walk.filter((day) => !isOff(day))[Math.abs(days) - 1];
    };
    const days = fc.integer({ min: -20, max: 20 }).filter((n) => n !== 0);
    fc.assert(
      fc.property(anyDay, days, fc.constantFrom<WorkingWeek>('WD5', 'WD6'), (from, n, week) => {
        const counted = count(from, n, week);
        expect(counted.day).toBe(slow(from, n, week));
        expect(Math.abs(daysBetween(from, counted.day))).toBe(Math.abs(n) + counted.skipped.length);
      }),
    );
  });
});

describe('deadlines', () => {
  test('say by which rule they are due and which days moved them', () => {
    const deadline = deadlineOf('advertisement_copies', '2016-09-30', HONG_KONG_HOLIDAYS);
    expect(deadline).toMatchObject({
      due: '2016-10-03',
      holidaysKnown: true,
      rule: DEADLINES.advertisement_copies,
    });
    expect(deadline.skipped.map(({ day }) => day)).toEqual(['2016-10-01', '2016-10-02']);
  });

  test('of calendar days need no list of holidays', () => {
    expect(deadlineOf('election_return', '2030-09-13', HONG_KONG_HOLIDAYS)).toMatchObject({
      due: '2030-11-12',
      holidaysKnown: true,
      skipped: [],
    });
  });

  test('every rule can be computed, names its source and is due where it says', () => {
    for (const rule of Object.values(DEADLINES)) {
      expect(rule.source).toMatch(/^20(08|16) /);
      expect(isDay(deadlineBy(rule, '2016-09-04', HONG_KONG_HOLIDAYS).due)).toBe(true);
    }
    expect(deadlineOf('counting_place_notice_2008', '2016-09-04', HONG_KONG_HOLIDAYS).due).toBe('2016-09-03');
    expect(deadlineOf('complaints_report', '2016-11-30', HONG_KONG_HOLIDAYS).due).toBe('2017-02-28');
  });

  test('shifts are taken one after the other', () => {
    const rule = {
      from: 'publication',
      shifts: [
        { unit: 'working_days', count: 1, week: 'WD5' },
        { unit: 'weeks', count: 1 },
        { unit: 'working_days', count: 1, week: 'WD6' },
      ],
      source: 'none',
    } as const;
    const { due, skipped } = deadlineBy(rule, '2017-12-15', HONG_KONG_HOLIDAYS);
    expect(due).toBe('2017-12-27');
    expect(skipped.map(({ day }) => day)).toEqual(['2017-12-16', '2017-12-17', '2017-12-26']);
  });

  test('returns wait for the last event of the whole election', () => {
    expect(lastEvent(['2016-08-05', '2016-09-09', '2016-09-01'])).toBe('2016-09-09');
    expect(lastEvent([])).toBeNull();
  });
});
