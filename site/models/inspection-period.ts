import { type InspectionPeriod, inspectionPeriod } from '#shared/calendar/deadlines.ts';
import { chainExplanation } from '#shared/calendar/explain-deadline.ts';
import { HONG_KONG_HOLIDAYS } from '#shared/calendar/holidays.ts';
import type { Language } from '#shared/election/text.ts';

/** Until when the public may inspect; null while nobody knows the event that it is counted from [2016 ¶8.57]. */
export const periodFrom = (lastEvent: string | null): InspectionPeriod | null =>
  lastEvent === null ? null : inspectionPeriod([lastEvent], HONG_KONG_HOLIDAYS);

/** The whole way: the last event, the deadline for returns, the end of inspection. */
export const toldPeriod = ({ returns, ends }: InspectionPeriod, language: Language): readonly string[] =>
  chainExplanation([returns, ends], language);
