import type { Day } from './day.ts';

/** District Councils are elected every fourth year, as in 2011 and 2015; a register of such a year comes two months later. */
const isDistrictCouncilYear = (year: number): boolean => year % 4 === 3;

/** The day by which a year's provisional register is published [2016 ¶2.15, ¶3.25]. */
export const provisionalRegisterDay = (year: number): Day =>
  isDistrictCouncilYear(year) ? `${year}-08-01` : `${year}-06-01`;

/** The day by which a year's final register is published [2016 ¶2.20, ¶3.32]. */
export const finalRegisterDay = (year: number): Day =>
  isDistrictCouncilYear(year) ? `${year}-09-25` : `${year}-07-25`;
