import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { readTime } from '../../forms/read-time.ts';

/** The two halves of a moment as they are typed. */
export const momentFields = (id: string) => ({ date: `${id}-date`, time: `${id}-time` });

const halfWidth = (text: string): string => text.normalize('NFKC').trim();

/** A date and a time of Hong Kong as an instant; null where they are none. */
export const instantOf = (values: Readonly<Record<string, string>>, id: string): string | null => {
  const { date, time } = momentFields(id);
  const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(halfWidth(values[date] ?? ''));
  const hour = readTime(values[time] ?? '');
  if (!day || hour === null) return null;
  const [year, month, of] = [day[1], day[2]?.padStart(2, '0'), day[3]?.padStart(2, '0')];
  const text = `${year}-${month}-${of}T${hour}:00+08:00`;
  const at = Date.parse(text);
  // 31 June is no day.
  return Number.isNaN(at) || inHongKong(new Date(at).toISOString()).slice(0, 16) !== text.slice(0, 16)
    ? null
    : text;
};

/** An instant as it would be typed. */
export const typedMoment = (id: string, instant: string): Readonly<Record<string, string>> => {
  const { date, time } = momentFields(id);
  const text = inHongKong(instant);
  return { [date]: text.slice(0, 10), [time]: text.slice(11, 16) };
};
