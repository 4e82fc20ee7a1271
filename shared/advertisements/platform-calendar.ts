import {
  HONG_KONG_HOLIDAYS,
  type HolidayCalendar,
  type WeatherDay,
  withWeather,
} from '../calendar/holidays.ts';
import type { PlatformDays } from './platform-days.ts';

/** The gazetted holidays, and the days that storms took. */
export const calendarOf = ({ storms }: PlatformDays): HolidayCalendar =>
  withWeather(
    HONG_KONG_HOLIDAYS,
    [...storms.values()].flatMap(({ day, weather, source }): readonly WeatherDay[] =>
      weather === 'none' ? [] : [{ day, kind: weather, source }],
    ),
  );
