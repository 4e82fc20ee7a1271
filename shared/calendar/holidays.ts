import type { Day } from './day.ts';
import { GENERAL_HOLIDAYS } from './general-holidays.ts';
import { HOLIDAY_NAMES } from './holiday-names.ts';
import type { Told } from './told.ts';

/** A gale warning is tropical cyclone signal No. 8 or above; a day counts if one was in force for any part of it [Cap. 1 s.71(2)]. */
export type WeatherKind = 'gale' | 'black_rain';

/** A day that a storm took, as an officer entered it. */
export interface WeatherDay {
  readonly day: Day;
  readonly kind: WeatherKind;
  /** Where it can be read, such as the Observatory's record of warnings. */
  readonly source: string;
}

/** Days on which nobody works, and the years for which that is known. Sundays need no entry. */
export interface HolidayCalendar {
  readonly holidays: ReadonlyMap<Day, Told>;
  readonly years: ReadonlySet<number>;
  readonly weather: ReadonlyMap<Day, WeatherDay>;
}

const gazetted: readonly (readonly [Day, Told])[] = Object.entries(GENERAL_HOLIDAYS).flatMap(
  ([year, { days }]) =>
    Object.entries(days).map(([day, id]) => [`${year}-${day}`, HOLIDAY_NAMES[id]] as const),
);

export const HONG_KONG_HOLIDAYS: HolidayCalendar = {
  holidays: new Map(gazetted),
  years: new Set(Object.keys(GENERAL_HOLIDAYS).map(Number)),
  weather: new Map(),
};

/** Where the government's list of a year stands; null for a year that is not on record. */
export const holidaySource = (year: number): string | null => GENERAL_HOLIDAYS[year]?.source ?? null;

/** A calendar with another year's list. */
export const withHolidays = (
  calendar: HolidayCalendar,
  days: readonly (readonly [Day, Told])[],
  years: readonly number[] = [],
): HolidayCalendar => ({
  ...calendar,
  holidays: new Map([...calendar.holidays, ...days]),
  years: new Set([...calendar.years, ...years]),
});

/** A calendar with the days that storms took. */
export const withWeather = (calendar: HolidayCalendar, days: readonly WeatherDay[]): HolidayCalendar => ({
  ...calendar,
  weather: new Map([...calendar.weather, ...days.map((entered) => [entered.day, entered] as const)]),
});
