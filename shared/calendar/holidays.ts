import { type Day, yearOf } from './day.ts';

/** Days on which nobody works, and the years for which that is known. Sundays need no entry. */
export interface HolidayCalendar {
  readonly holidays: ReadonlyMap<Day, string>;
  readonly years: ReadonlySet<number>;
}

/**
 * General holidays as gazetted under the General Holidays Ordinance (Cap. 149). The Guidelines print none:
 * "public holiday" there refers to this list [2016 ¶8.50].
 */
const GENERAL_HOLIDAYS: readonly (readonly [Day, string])[] = [
  ['2016-01-01', 'The first day of January'],
  ['2016-02-08', 'Lunar New Year’s Day'],
  ['2016-02-09', 'The second day of Lunar New Year'],
  ['2016-02-10', 'The third day of Lunar New Year'],
  ['2016-03-25', 'Good Friday'],
  ['2016-03-26', 'The day following Good Friday'],
  ['2016-03-28', 'Easter Monday'],
  ['2016-04-04', 'Ching Ming Festival'],
  ['2016-05-02', 'The day following Labour Day'],
  ['2016-05-14', 'The Birthday of the Buddha'],
  ['2016-06-09', 'Tuen Ng Festival'],
  ['2016-07-01', 'Hong Kong Special Administrative Region Establishment Day'],
  ['2016-09-16', 'The day following the Chinese Mid-Autumn Festival'],
  ['2016-10-01', 'National Day'],
  ['2016-10-10', 'The day following the Chung Yeung Festival'],
  ['2016-12-26', 'The first weekday after Christmas Day'],
  ['2016-12-27', 'The second weekday after Christmas Day'],
  ['2017-01-02', 'The day following the first day of January'],
  ['2017-01-28', 'Lunar New Year’s Day'],
  ['2017-01-30', 'The third day of Lunar New Year'],
  ['2017-01-31', 'The fourth day of Lunar New Year'],
  ['2017-04-04', 'Ching Ming Festival'],
  ['2017-04-14', 'Good Friday'],
  ['2017-04-15', 'The day following Good Friday'],
  ['2017-04-17', 'Easter Monday'],
  ['2017-05-01', 'Labour Day'],
  ['2017-05-03', 'The Birthday of the Buddha'],
  ['2017-05-30', 'Tuen Ng Festival'],
  ['2017-07-01', 'Hong Kong Special Administrative Region Establishment Day'],
  ['2017-10-02', 'The day following National Day'],
  ['2017-10-05', 'The day following the Chinese Mid-Autumn Festival'],
  ['2017-10-28', 'Chung Yeung Festival'],
  ['2017-12-25', 'Christmas Day'],
  ['2017-12-26', 'The first weekday after Christmas Day'],
];

export const HONG_KONG_HOLIDAYS: HolidayCalendar = {
  holidays: new Map(GENERAL_HOLIDAYS),
  years: new Set(GENERAL_HOLIDAYS.map(([day]) => yearOf(day))),
};

/** A calendar with another year's list, or with days added that a storm took. */
export const withHolidays = (
  calendar: HolidayCalendar,
  days: readonly (readonly [Day, string])[],
  years: readonly number[] = [],
): HolidayCalendar => ({
  holidays: new Map([...calendar.holidays, ...days]),
  years: new Set([...calendar.years, ...years]),
});
