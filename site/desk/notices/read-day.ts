import { isDay } from '#shared/calendar/day.ts';

/** A day as people type it: `2016-9-4`, `2016/09/04`, `2016年9月4日`, full-width too; null where it is none. */
export const readDay = (typed: string | undefined): string | null => {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec((typed ?? '').normalize('NFKC').trim());
  if (!found) return null;
  const day = [found[1], found[2]?.padStart(2, '0'), found[3]?.padStart(2, '0')].join('-');
  return isDay(day) ? day : null;
};
