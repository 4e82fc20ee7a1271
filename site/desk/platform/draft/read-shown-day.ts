import { isDay } from '#shared/calendar/day.ts';
import { readDay } from '../../notices/read-day.ts';

/** A day as annex II shows it, `14-08-2016`, or as other forms take it, `2016-08-14`; null where it is none [D-10]. */
export const readShownDay = (typed: string): string | null => {
  const found = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed.normalize('NFKC').trim());
  if (!found) return readDay(typed);
  const day = [found[3], found[2]?.padStart(2, '0'), found[1]?.padStart(2, '0')].join('-');
  return isDay(day) ? day : null;
};
