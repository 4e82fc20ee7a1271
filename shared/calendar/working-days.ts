import { addDays, type Day, weekdayOf, yearOf } from './day.ts';
import type { HolidayCalendar } from './holidays.ts';
import type { Told } from './told.ts';

/**
 * WD5: any day but public holidays and Saturdays; WD6: Saturdays count. Sundays are public holidays
 * [2016 ¶4.16, ¶8.50, App.5 n17].
 */
export type WorkingWeek = 'WD5' | 'WD6';

/** A day that was passed over, and why. */
export interface SkippedDay {
  readonly day: Day;
  readonly reason: 'saturday' | 'sunday' | 'holiday';
  /** The holiday's name. */
  readonly name: Told | null;
}

export interface CountedDay {
  readonly day: Day;
  readonly skipped: readonly SkippedDay[];
  /** False where a year's holidays are not on record: the day is then the earliest it can be. */
  readonly holidaysKnown: boolean;
}

const SUNDAY = 0;
const SATURDAY = 6;

/** Why nobody works on a day; `null` on a working day. */
export const dayOff = (day: Day, week: WorkingWeek, calendar: HolidayCalendar): SkippedDay | null => {
  const weekday = weekdayOf(day);
  const name = calendar.holidays.get(day) ?? null;
  if (weekday === SUNDAY) return { day, reason: 'sunday', name };
  if (name !== null) return { day, reason: 'holiday', name };
  return week === 'WD5' && weekday === SATURDAY ? { day, reason: 'saturday', name } : null;
};

export interface WorkingDayCount {
  readonly from: Day;
  /** Forwards if positive, backwards if negative; `from` itself never counts. */
  readonly days: number;
  readonly week: WorkingWeek;
}

/** The n-th working day after a day, or before it: publish on Thursday, three before is Monday [D-6]. */
export const countWorkingDays = (
  { from, days, week }: WorkingDayCount,
  calendar: HolidayCalendar,
): CountedDay => {
  const step = days < 0 ? -1 : 1;
  const skipped: SkippedDay[] = [];
  let holidaysKnown = calendar.years.has(yearOf(from));
  let day = from;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step);
    holidaysKnown &&= calendar.years.has(yearOf(day));
    const off = dayOff(day, week, calendar);
    if (off) skipped.push(off);
    else left -= 1;
  }
  return { day, skipped, holidaysKnown };
};
