/** A calendar day of Hong Kong, `2016-09-04`. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const SHOWN_DAY = /^(\d{2})-(\d{2})-(\d{4})$/;

const fromNumber = (days: number): Day => new Date(days * MS_PER_DAY).toISOString().slice(0, 10);

const parseDay = (text: string): number | null => {
  const parsed = ISO_DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const number = parsed / MS_PER_DAY;
  return Number.isNaN(parsed) || fromNumber(number) !== text ? null : number;
};

const toNumber = (day: Day): number => {
  const number = parseDay(day);
  if (number === null) throw new RangeError(`Not a calendar day: ${day}`);
  return number;
};

export const isDay = (text: string): boolean => parseDay(text) !== null;

/** Plain "days" are calendar days; the day counted from does not count itself. */
export const addDays = (day: Day, days: number): Day => fromNumber(toNumber(day) + days);

/** The same day of a later month, or that month's last day where it has no such day. */
export const addMonths = (day: Day, months: number): Day => {
  const from = new Date(toNumber(day) * MS_PER_DAY);
  const month = from.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0));
  const date = Math.min(from.getUTCDate(), lastOfMonth.getUTCDate());
  return fromNumber(Date.UTC(from.getUTCFullYear(), month, date) / MS_PER_DAY);
};

/** From one day to another: 1 to tomorrow, 0 to itself, negative to earlier days. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

export const laterOf = (a: Day, b: Day): Day => (daysBetween(a, b) > 0 ? b : a);

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (day: Day): number => (((toNumber(day) + 4) % 7) + 7) % 7;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** dd-mm-yyyy, as the platform's tables print it [2016 App.5 annex II]. */
export const formatShownDay = (day: Day): string => {
  const [year, month, date] = fromNumber(toNumber(day)).split('-');
  return `${date}-${month}-${year}`;
};

export const parseShownDay = (text: string): Day => {
  const [, date, month, year] = SHOWN_DAY.exec(text) ?? [];
  return fromNumber(toNumber(`${year}-${month}-${date}`));
};
