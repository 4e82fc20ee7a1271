import type { Day } from './day.ts';
import { GENERAL_HOLIDAYS } from './general-holidays.ts';
import { HOLIDAY_NAMES } from './holiday-names.ts';
import type { Told } from './told.ts';

/** Days on which nobody works, and the years for which that is known. Sundays need no entry. */
export interface HolidayCalendar {
  readonly holidays: ReadonlyMap<Day, Told>;
  readonly years: ReadonlySet<number>;
}

const gazetted: readonly (readonly [Day, Told])[] = Object.entries(GENERAL_HOLIDAYS).flatMap(
  ([year, { days }]) =>
    Object.entries(days).map(([day, id]) => [`${year}-${day}`, HOLIDAY_NAMES[id]] as const),
);

export const HONG_KONG_HOLIDAYS: HolidayCalendar = {
  holidays: new Map(gazetted),
  years: new Set(Object.keys(GENERAL_HOLIDAYS).map(Number)),
};

/** Where the government's list of a year stands; null for a year that is not on record. */
export const holidaySource = (year: number): string | null => GENERAL_HOLIDAYS[year]?.source ?? null;

/** A calendar with another year's list, or with days added that a storm took. */
export const withHolidays = (
  calendar: HolidayCalendar,
  days: readonly (readonly [Day, Told])[],
  years: readonly number[] = [],
): HolidayCalendar => ({
  holidays: new Map([...calendar.holidays, ...days]),
  years: new Set([...calendar.years, ...years]),
});
