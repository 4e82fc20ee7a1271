import { type Told, told } from './told.ts';
import type { SkippedDay } from './working-days.ts';

/** Why nobody works on a day. */
export const DAY_OFF: Readonly<Record<SkippedDay['reason'], Told>> = {
  saturday: told('Saturday', '星期六', '星期六'),
  sunday: told('Sunday', '星期日', '星期日'),
  holiday: told('public holiday', '公眾假期', '公众假期'),
  gale: told('gale warning', '烈風警告', '烈风警告'),
  black_rain: told('black rainstorm warning', '黑色暴雨警告', '黑色暴雨警告'),
};
