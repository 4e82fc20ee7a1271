import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, isDay, weekdayOf } from '#shared/calendar/day.ts';
import { DEADLINES, type DeadlineName } from '#shared/calendar/deadline-rules.ts';
import {
  deadlineBy,
  deadlineOf,
  firstDayAfter,
  inspectionPeriod,
  lastDayInTime,
  lastEvent,
} from '#shared/calendar/deadlines.ts';
import { HONG_KONG_HOLIDAYS, type WeatherDay, withWeather } from '#shared/calendar/holidays.ts';
import { countWorkingDays, dayOff, type WorkingWeek } from '#shared/calendar/working-days.ts';

const due = (name: DeadlineName, trigger: Day): Day => deadlineOf(name, trigger, HONG_KONG_HOLIDAYS).due;

describe('deadlines', () => {
  test('say by which rule they are due and which days moved them', () => {
    const deadline = deadlineOf('advertisement_copies', '2016-09-30', HONG_KONG_HOLIDAYS);
    expect(deadline).toMatchObject({
      due: '2016-10-03',
      holidaysKnown: true,
      extension: null,
      rule: DEADLINES.advertisement_copies,
      skipped: [
        { day: '2016-10-01', reason: 'holiday', name: { en: 'National Day', 'zh-Hant': '國慶日' } },
        { day: '2016-10-02', reason: 'sunday', name: null },
      ],
    });
    expect(deadline.steps.map(({ kind, day }) => `${kind} ${day}`)).toEqual([
      'start 2016-09-30',
      'passed 2016-10-01',
      'passed 2016-10-02',
      'counted 2016-10-03',
      'due 2016-10-03',
    ]);
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
    expect(due('counting_place_notice_2008', '2016-09-04')).toBe('2016-09-03');
    expect(due('complaints_report', '2016-11-30')).toBe('2017-02-28');
    expect(due('returned_display_spots', '2016-08-02')).toBe('2016-08-09');
  });

  test('full working days lie between handing in and posting', () => {
    // Tuesday and Wednesday are full; what is handed in on Monday can be posted on Thursday.
    expect(due('postal_samples', '2016-09-01')).toBe('2016-08-29');
    expect(due('housing_estate_application', '2016-09-04')).toBe('2016-08-31');
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
    const deadline = deadlineBy(rule, '2017-12-15', HONG_KONG_HOLIDAYS);
    expect(deadline.due).toBe('2017-12-27');
    expect(deadline.skipped.map(({ day }) => day)).toEqual(['2017-12-16', '2017-12-17', '2017-12-26']);
  });
});

describe('the law lets a period run on', () => {
  const stormy = withWeather(HONG_KONG_HOLIDAYS, [
    { day: '2018-09-17', kind: 'gale', source: 'HKO, Mangkhut' },
    { day: '2018-09-19', kind: 'black_rain', source: 'HKO' },
  ]);

  test('where its last day is a Sunday: the day printed stays, the next one is not late', () => {
    const deadline = deadlineOf('printing_declaration', '2016-08-28', HONG_KONG_HOLIDAYS);
    expect(deadline).toMatchObject({ due: '2016-09-04', extension: { day: '2016-09-05' } });
    expect(lastDayInTime(deadline)).toBe('2016-09-05');
  });

  test('over every day off that follows, and says which', () => {
    // 60 days after Sunday 21 December 2014 is Lunar New Year’s Day.
    const lunar = deadlineOf('election_return', '2014-12-21', HONG_KONG_HOLIDAYS);
    expect(lunar).toMatchObject({ due: '2015-02-19', extension: { day: '2015-02-23', holidaysKnown: true } });
    expect(lunar.extension?.steps.map((step) => step.kind === 'passed' && step.name?.en)).toEqual([
      'Lunar New Year’s Day',
      'The second day of Lunar New Year',
      'The third day of Lunar New Year',
      undefined,
      false,
    ]);
  });

  test('where a storm took its last day, whatever kind of days were counted', () => {
    expect(deadlineOf('printing_declaration', '2018-09-10', stormy)).toMatchObject({
      due: '2018-09-17',
      extension: {
        day: '2018-09-18',
        steps: [{ reason: 'gale', source: 'HKO, Mangkhut' }, { kind: 'counted' }],
      },
    });
    // The fourteenth working day of a court's period is that Wednesday.
    expect(deadlineOf('appeal_motion', '2018-09-03', stormy)).toMatchObject({
      due: '2018-09-19',
      extension: { day: '2018-09-20' },
    });
    expect(deadlineOf('printing_declaration', '2018-09-09', stormy).extension?.day).toBe('2018-09-18');
  });

  test('but not on a Saturday, which is no public holiday', () => {
    expect(deadlineOf('printing_declaration', '2016-08-27', HONG_KONG_HOLIDAYS).extension).toBeNull();
  });

  test('but not where it is counted backwards, or a thing is done on a day', () => {
    for (const name of ['no_canvassing_zone_notice', 'on_polling_day', 'display_spot_proposals'] as const)
      expect(deadlineOf(name, '2016-09-04', HONG_KONG_HOLIDAYS).extension).toBeNull();
  });
});

/**
 * Polls on Sundays. The results of 2016 and 2025 were gazetted on the Friday after; the other Fridays are assumed, as the
 * counting from them is what is tested. Every date was counted by hand on the calendars of those years.
 */
const POLLS: readonly {
  readonly poll: Day;
  readonly corrections: Day;
  readonly gazetted: Day;
  readonly returns: Day;
  readonly inspection: Day;
}[] = [
  {
    poll: '2008-09-07',
    corrections: '2008-09-09',
    gazetted: '2008-09-12',
    returns: '2008-11-11',
    inspection: '2009-09-12',
  },
  {
    poll: '2012-09-09',
    corrections: '2012-09-11',
    gazetted: '2012-09-14',
    returns: '2012-11-13',
    inspection: '2013-09-14',
  },
  {
    poll: '2016-09-04',
    corrections: '2016-09-06',
    gazetted: '2016-09-09',
    returns: '2016-11-08',
    inspection: '2017-09-09',
  },
  {
    poll: '2018-03-11',
    corrections: '2018-03-13',
    gazetted: '2018-03-16',
    returns: '2018-05-15',
    inspection: '2019-03-16',
  },
  {
    poll: '2018-11-25',
    corrections: '2018-11-27',
    gazetted: '2018-11-30',
    returns: '2019-01-29',
    inspection: '2019-11-30',
  },
  {
    poll: '2021-12-19',
    corrections: '2021-12-21',
    gazetted: '2021-12-24',
    returns: '2022-02-22',
    inspection: '2022-12-24',
  },
  {
    poll: '2025-12-07',
    corrections: '2025-12-09',
    gazetted: '2025-12-12',
    returns: '2026-02-10',
    inspection: '2026-12-12',
  },
];

describe('polls', () => {
  test.each(POLLS)('of $poll', ({ poll, corrections, gazetted, returns, inspection }) => {
    expect(weekdayOf(poll)).toBe(0);
    expect(due('advertisement_corrections', poll)).toBe(corrections);
    expect(inspectionPeriod([gazetted], HONG_KONG_HOLIDAYS)).toMatchObject({
      returns: { due: returns, extension: null, holidaysKnown: true },
      ends: { due: inspection, extension: null, holidaysKnown: true },
    });
  });

  /** Around the holidays of those years, each counted on a calendar by hand. */
  test.each<[DeadlineName, Day, Day]>([
    ['advertisement_copies', '2008-09-12', '2008-09-16'],
    ['advertisement_copies', '2012-09-28', '2012-10-03'],
    ['advertisement_copies', '2018-02-14', '2018-02-15'],
    ['advertisement_copies', '2018-02-15', '2018-02-20'],
    ['advertisement_copies', '2021-12-24', '2021-12-28'],
    ['advertisement_copies', '2025-12-24', '2025-12-29'],
    ['advertisement_copies', '2022-09-09', '2022-09-13'],
    ['advertisement_copies', '2015-09-02', '2015-09-04'],
    ['advertisement_copies', '2015-04-02', '2015-04-08'],
    ['candidate_platform_address', '2018-02-20', '2018-02-13'],
    ['candidate_platform_address', '2016-09-19', '2016-09-13'],
    ['candidate_platform_address', '2012-10-03', '2012-09-26'],
    ['candidate_platform_address', '2025-10-09', '2025-10-03'],
    ['platform_account', '2021-09-20', '2021-09-24'],
    ['platform_account', '2016-12-23', '2016-12-30'],
    ['platform_account', '2010-04-01', '2010-04-09'],
    ['printing_declaration', '2025-11-27', '2025-12-04'],
    ['display_spot_allocation', '2025-11-06', '2025-11-10'],
  ])('%s of %s by %s', (name, trigger, expected) => {
    expect(deadlineOf(name, trigger, HONG_KONG_HOLIDAYS)).toMatchObject({
      due: expected,
      holidaysKnown: true,
    });
  });
});

describe('the first day on which a candidate’s own platform may be used', () => {
  /** Received on a Monday, a Saturday, around the Mid-Autumn Festival of 2016 and the Lunar New Year of 2018; the day itself may be a holiday. */
  test.each<[Day, Day]>([
    ['2016-08-15', '2016-08-18'],
    ['2016-08-13', '2016-08-18'],
    ['2016-09-13', '2016-09-16'],
    ['2016-09-14', '2016-09-20'],
    ['2018-02-13', '2018-02-16'],
    ['2018-02-14', '2018-02-21'],
  ])('received on %s: from %s', (received, first) => {
    expect(firstDayAfter('candidate_platform_address', received, HONG_KONG_HOLIDAYS)).toBe(first);
  });

  test('is in time for every address, and the day before is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7000 }), (days) => {
        const received = addDays('2008-01-01', days);
        const first = firstDayAfter('candidate_platform_address', received, HONG_KONG_HOLIDAYS);
        expect(due('candidate_platform_address', first) >= received).toBe(true);
        expect(due('candidate_platform_address', addDays(first, -1)) < received).toBe(true);
      }),
    );
  });
});

describe('inspection ends', () => {
  test('sixty days before the anniversary of the deadline that the last event of the whole election sets', () => {
    const period = inspectionPeriod(['2016-08-05', '2016-09-09', '2016-09-01'], HONG_KONG_HOLIDAYS);
    expect([period?.returns.due, period?.ends.due]).toEqual(['2016-11-08', '2017-09-09']);
    expect(lastEvent(['2016-08-05', '2016-09-09', '2016-09-01'])).toBe('2016-09-09');
  });

  test('nobody knows when while any constituency is open', () => {
    expect(inspectionPeriod(['2016-09-09', null], HONG_KONG_HOLIDAYS)).toBeNull();
    expect(inspectionPeriod([null], HONG_KONG_HOLIDAYS)).toBeNull();
    expect(inspectionPeriod([], HONG_KONG_HOLIDAYS)).toBeNull();
  });

  test('29 February has its anniversary on 28 February', () => {
    const period = inspectionPeriod(['2027-12-31'], HONG_KONG_HOLIDAYS);
    expect([period?.returns.due, period?.ends.due]).toEqual(['2028-02-29', '2028-12-30']);
    expect(period?.ends.steps.map(({ day }) => day)).toContain('2029-02-28');
    // And the anniversary that falls into a leap year is its own day.
    expect(due('inspection_ends', '2027-02-28')).toBe('2027-12-30');
    expect(due('inspection_ends', '2027-03-01')).toBe('2028-01-01');
  });

  test('a holiday at the end of the period for returns moves it no more than a court does', () => {
    const period = inspectionPeriod(['2014-12-21'], HONG_KONG_HOLIDAYS);
    expect(period && lastDayInTime(period.returns)).toBe('2015-02-23');
    expect(period?.ends.due).toBe(due('inspection_ends', '2015-02-19'));
  });
});

/** Days inside the record, far enough from its ends for every rule. */
const anyDay = fc.integer({ min: 500, max: 7_100 }).map((days) => addDays('2007-01-01', days));
const anyName = fc.constantFrom(...(Object.keys(DEADLINES) as DeadlineName[]));
const anyCount = fc.integer({ min: 1, max: 30 });
const anyWeek = fc.constantFrom<WorkingWeek>('WD5', 'WD6', 'WD5-post');
/** Storms that matter: in the weeks after a day. */
const stormsAfter = (day: Day): fc.Arbitrary<readonly WeatherDay[]> =>
  fc.array(
    fc.record({
      day: fc.integer({ min: -20, max: 20 }).map((days) => addDays(day, days)),
      kind: fc.constantFrom('gale', 'black_rain'),
      source: fc.constant('HKO'),
    }),
    { maxLength: 8 },
  );

describe('whatever the day', () => {
  test('a count of working days never ends on a day off', () => {
    fc.assert(
      fc.property(anyDay, anyCount, fc.boolean(), anyWeek, (from, n, back, week) => {
        const { day } = countWorkingDays({ from, days: back ? -n : n, week }, HONG_KONG_HOLIDAYS);
        expect(dayOff(day, week, HONG_KONG_HOLIDAYS)).toBeNull();
      }),
    );
  });

  test('a later start is never due earlier, storm or not', () => {
    const cases = anyDay.chain((day) => fc.tuple(fc.constant(day), stormsAfter(day)));
    fc.assert(
      fc.property(anyName, cases, fc.integer({ min: 0, max: 12 }), (name, [day, storms], later) => {
        const calendar = withWeather(HONG_KONG_HOLIDAYS, storms);
        const first = deadlineOf(name, day, calendar);
        const second = deadlineOf(name, addDays(day, later), calendar);
        expect(daysBetween(first.due, second.due)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(lastDayInTime(first), lastDayInTime(second))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('counting forth and back from a working day comes home', () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyWeek, (day, n, week) => {
        const from = countWorkingDays({ from: day, days: 1, week }, HONG_KONG_HOLIDAYS).day;
        const there = countWorkingDays({ from, days: n, week }, HONG_KONG_HOLIDAYS).day;
        expect(countWorkingDays({ from: there, days: -n, week }, HONG_KONG_HOLIDAYS).day).toBe(from);
      }),
    );
  });

  test('the way begins at the start, ends at the result, and names every day in between once', () => {
    const cases = anyDay.chain((day) => fc.tuple(fc.constant(day), stormsAfter(day)));
    fc.assert(
      fc.property(anyName, cases, (name, [from, storms]) => {
        const deadline = deadlineOf(name, from, withWeather(HONG_KONG_HOLIDAYS, storms));
        const { steps, rule } = deadline;
        expect(steps[0]).toEqual({ kind: 'start', day: from, trigger: rule.from });
        expect(steps.at(-1)).toEqual({ kind: 'due', day: deadline.due });
        const [shift] = rule.shifts;
        if (shift?.unit !== 'working_days') return;
        const step = Math.sign(shift.count);
        expect(steps.slice(1, -1).map(({ day }) => day)).toEqual(
          Array.from({ length: Math.abs(daysBetween(from, deadline.due)) }, (_, index) =>
            addDays(from, step * (index + 1)),
          ),
        );
        expect(steps.filter(({ kind }) => kind === 'counted')).toHaveLength(Math.abs(shift.count));
      }),
    );
  });

  test('a storm never takes time away', () => {
    const cases = anyDay.chain((day) => fc.tuple(fc.constant(day), stormsAfter(day)));
    fc.assert(
      fc.property(anyName, cases, (name, [from, storms]) => {
        const calm = deadlineOf(name, from, HONG_KONG_HOLIDAYS);
        const stormy = deadlineOf(name, from, withWeather(HONG_KONG_HOLIDAYS, storms));
        expect(daysBetween(calm.due, stormy.due)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(lastDayInTime(calm), lastDayInTime(stormy))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('what the law lets run on ends on a day that is neither a holiday nor a storm’s', () => {
    const cases = anyDay.chain((day) => fc.tuple(fc.constant(day), stormsAfter(addDays(day, 7))));
    fc.assert(
      fc.property(cases, ([from, storms]) => {
        const calendar = withWeather(HONG_KONG_HOLIDAYS, storms);
        const last = lastDayInTime(deadlineOf('printing_declaration', from, calendar));
        expect(dayOff(last, 'WD6', calendar)).toBeNull();
        expect(calendar.weather.has(last)).toBe(false);
      }),
    );
  });
});
