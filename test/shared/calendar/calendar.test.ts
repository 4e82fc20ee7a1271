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
import { HONG_KONG_HOLIDAYS, withHolidays, withWeather } from '#shared/calendar/holidays.ts';
import {
  endOfDay,
  hongKongDayOf,
  inHongKong,
  isInTime,
  startOfDay,
} from '#shared/calendar/hong-kong-time.ts';
import { told } from '#shared/calendar/told.ts';
import { countWorkingDays, dayOff, type WorkingWeek } from '#shared/calendar/working-days.ts';

/** Far enough from the ends of the record for every count below. */
const anyDay = fc.integer({ min: 60, max: 7_600 }).map((days) => addDays('2007-01-01', days));

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
    const midAutumn = told('The day following the Chinese Mid-Autumn Festival', '中秋節翌日', '中秋节翌日');
    expect(count('2016-09-15', 1)).toEqual({
      day: '2016-09-19',
      holidaysKnown: true,
      steps: [
        { kind: 'passed', day: '2016-09-16', reason: 'holiday', name: midAutumn, source: null },
        { kind: 'passed', day: '2016-09-17', reason: 'saturday', name: null, source: null },
        { kind: 'passed', day: '2016-09-18', reason: 'sunday', name: null, source: null },
        { kind: 'counted', day: '2016-09-19', number: 1 },
      ],
    });
  });

  test('counting back, three full days lie before: publish on Thursday, register by Monday', () => {
    expect(count('2016-09-01', -3).day).toBe('2016-08-29');
  });

  test('the post keeps the five days of WD5', () => {
    expect([count('2016-09-01', -2, 'WD5-post').day, count('2016-09-05', -2, 'WD5-post').day]).toEqual([
      '2016-08-30',
      '2016-09-01',
    ]);
  });

  test('no days are the day itself', () => {
    expect(count('2016-09-04', 0)).toEqual({ day: '2016-09-04', steps: [], holidaysKnown: true });
  });

  test('a year without a list of holidays is told, and can be added', () => {
    expect(count('2006-12-29', 1)).toMatchObject({ day: '2007-01-02', holidaysKnown: false });
    expect(count('2027-12-30', 2)).toMatchObject({ day: '2028-01-03', holidaysKnown: false });
    const more = withHolidays(HONG_KONG_HOLIDAYS, [['2028-01-03', told('a', 'b', 'c')]], [2028]);
    expect(countWorkingDays({ from: '2027-12-30', days: 2, week: 'WD5' }, more)).toMatchObject({
      day: '2028-01-04',
      holidaysKnown: true,
    });
  });

  test('a Sunday is off, whatever its holiday', () => {
    const christmas = told('Christmas Day', '聖誕節', '圣诞节');
    const named = withHolidays(HONG_KONG_HOLIDAYS, [['2016-12-25', christmas]]);
    expect(dayOff('2016-12-25', 'WD6', named)).toEqual({
      day: '2016-12-25',
      reason: 'sunday',
      name: christmas,
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
        expect(counted.steps.map(({ day }) => day)).toEqual(
          counted.steps.map((_, index) => addDays(from, Math.sign(n) * (index + 1))),
        );
        expect(counted.steps.at(-1)).toEqual({ kind: 'counted', day: counted.day, number: Math.abs(n) });
      }),
    );
  });
});

describe('days that a storm took', () => {
  /** Nida: signal No. 8 on Tuesday 2 August 2016; Haima on Friday 21 October 2016. */
  const stormy = withWeather(HONG_KONG_HOLIDAYS, [
    { day: '2016-08-02', kind: 'gale', source: 'HKO, Nida' },
    { day: '2016-10-21', kind: 'gale', source: 'HKO, Haima' },
    { day: '2016-10-19', kind: 'black_rain', source: 'HKO' },
    { day: '2016-10-22', kind: 'black_rain', source: 'HKO' },
  ]);
  const count = (from: string, days: number, week: WorkingWeek = 'WD5') =>
    countWorkingDays({ from, days, week }, stormy);

  test('are not reckoned within six working days, and say where they stand', () => {
    expect(count('2016-08-01', 1)).toMatchObject({
      day: '2016-08-03',
      steps: [
        { kind: 'passed', day: '2016-08-02', reason: 'gale', name: null, source: 'HKO, Nida' },
        { kind: 'counted', day: '2016-08-03', number: 1 },
      ],
    });
    expect(count('2016-10-14', 6).day).toBe('2016-10-26');
    expect(count('2016-10-20', 1, 'WD6').day).toBe('2016-10-24');
  });

  test('count like others in a longer period', () => {
    expect(count('2016-10-14', 7).day).toBe('2016-10-25');
  });

  test('never make late what was done in time before them', () => {
    expect(count('2016-08-04', -3).day).toBe('2016-08-01');
  });

  test('are Saturdays and holidays first', () => {
    expect(count('2016-10-20', 1).steps.map((step) => step.kind === 'passed' && step.reason)).toEqual([
      'gale',
      'saturday',
      'sunday',
      false,
    ]);
  });
});
