import { addDays, type Day } from './day.ts';

const OFFSET_MS = 8 * 3_600_000;

/** Milliseconds of an instant written with its offset. */
const parseInstant = (instant: string): number => {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${instant}`);
  return ms;
};

/** The calendar day in Hong Kong at an instant; Hong Kong has kept UTC+8 without summer time since 1979. */
export const hongKongDayOf = (instant: string): Day =>
  new Date(parseInstant(instant) + OFFSET_MS).toISOString().slice(0, 10);

/** An instant as Hong Kong clocks show it: `2016-09-04T22:30:00+08:00`. */
export const inHongKong = (instant: string): string =>
  `${new Date(parseInstant(instant) + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;

/** The first instant of a day. */
export const startOfDay = (day: Day): string => `${addDays(day, 0)}T00:00:00+08:00`;

/** The first instant after a day: something due on the day is late from here on. */
export const endOfDay = (day: Day): string => startOfDay(addDays(day, 1));

/** Whether something done at an instant was done by the end of the day it was due. */
export const isInTime = (done: string, due: Day): boolean => parseInstant(done) < parseInstant(endOfDay(due));
