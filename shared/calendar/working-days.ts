import { addDays, type Day, weekdayOf, yearOf } from './day.ts';
import type { HolidayCalendar, WeatherKind } from './holidays.ts';
import type { Told } from './told.ts';

/**
 * WD5: any day but public holidays and Saturdays; WD6: Saturdays count. Sundays are public holidays
 * [2016 ¶4.16, ¶8.50, App.5 n17]. WD5-post: the days of WD5, of which "full" ones are asked for [2016 ¶8.91, App.8].
 */
export type WorkingWeek = 'WD5' | 'WD6' | 'WD5-post';

/** A day that was passed over, and why. */
export interface SkippedDay {
  readonly day: Day;
  readonly reason: 'saturday' | 'sunday' | 'holiday' | WeatherKind;
  /** The holiday's name. */
  readonly name: Told | null;
}

/** One day of a count: the n-th working day, or a day that was passed over. */
export type CountStep =
  | { readonly kind: 'counted'; readonly day: Day; readonly number: number }
  | (SkippedDay & {
      readonly kind: 'passed';
      /** Where an officer read of the storm. */
      readonly source: string | null;
    });

export interface CountedDay {
  readonly day: Day;
  /** Every day on the way, the last one included, in the order of counting. */
  readonly steps: readonly CountStep[];
  /** False where a year's holidays are not on record: the day is then the nearest it can be. */
  readonly holidaysKnown: boolean;
}

const SUNDAY = 0;
const SATURDAY = 6;

/** Why nobody works on a day; `null` on a working day. */
export const dayOff = (day: Day, week: WorkingWeek, { holidays }: HolidayCalendar): SkippedDay | null => {
  const weekday = weekdayOf(day);
  const name = holidays.get(day) ?? null;
  if (weekday === SUNDAY) return { day, reason: 'sunday', name };
  if (name !== null) return { day, reason: 'holiday', name };
  return week !== 'WD6' && weekday === SATURDAY ? { day, reason: 'saturday', name } : null;
};

/** The same, where a day that a storm took is no working day either. */
export const dayOffOrStorm = (day: Day, week: WorkingWeek, calendar: HolidayCalendar): SkippedDay | null => {
  const storm = calendar.weather.get(day);
  return dayOff(day, week, calendar) ?? (storm ? { day, reason: storm.kind, name: null } : null);
};

/** A day off as a step of a count. */
export const passedStep = (off: SkippedDay, { weather }: HolidayCalendar): CountStep => {
  const storm = weather.get(off.day);
  return { kind: 'passed', ...off, source: storm?.kind === off.reason ? storm.source : null };
};

/** The longest period, in days, in which days off are never reckoned [Cap. 1 s.71(1)(d)]. */
const SHORT_PERIOD = 6;

export interface WorkingDayCount {
  readonly from: Day;
  /** Forwards if positive, backwards if negative; `from` itself never counts. */
  readonly days: number;
  readonly week: WorkingWeek;
}

/**
 * The n-th working day after a day, or before it: publish on Thursday, three before is Monday [D-6].
 *
 * Reading G-1: a day with a gale or black rainstorm warning is not reckoned in a count forwards of at most 6 days
 * [Cap. 1 s.71(1)(d)]. In a longer count it is an ordinary day unless it is the last. Counted backwards it is always an
 * ordinary day: a storm of today must not make late what was done in time yesterday.
 */
export const countWorkingDays = (
  { from, days, week }: WorkingDayCount,
  calendar: HolidayCalendar,
): CountedDay => {
  const step = days < 0 ? -1 : 1;
  const isOff = days > 0 && days <= SHORT_PERIOD ? dayOffOrStorm : dayOff;
  const steps: CountStep[] = [];
  let holidaysKnown = calendar.years.has(yearOf(from));
  let day = from;
  for (let number = 1; number <= Math.abs(days); ) {
    day = addDays(day, step);
    holidaysKnown &&= calendar.years.has(yearOf(day));
    const off = isOff(day, week, calendar);
    steps.push(off ? passedStep(off, calendar) : { kind: 'counted', day, number });
    if (!off) number += 1;
  }
  return { day, steps, holidaysKnown };
};
