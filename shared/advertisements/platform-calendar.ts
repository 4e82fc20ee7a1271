import {
  HONG_KONG_HOLIDAYS,
  type HolidayCalendar,
  type WeatherDay,
  withWeather,
} from '../calendar/holidays.ts';
import type { PlatformDays } from './platform-days.ts';

/** The days that storms took, as officers entered them and left them standing. */
export const weatherIn = ({ storms }: PlatformDays): readonly WeatherDay[] =>
  [...storms.values()].flatMap(({ day, weather, source }): readonly WeatherDay[] =>
    weather === 'none' ? [] : [{ day, kind: weather, source }],
  );

/** The gazetted holidays, and these days. */
export const calendarWith = (weather: readonly WeatherDay[]): HolidayCalendar =>
  withWeather(HONG_KONG_HOLIDAYS, weather);

/** The gazetted holidays, and the days that storms took. */
export const calendarOf = (days: PlatformDays): HolidayCalendar => calendarWith(weatherIn(days));
