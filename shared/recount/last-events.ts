import { type InspectionPeriod, inspectionPeriod, lastEvent } from '../calendar/deadlines.ts';
import type { HolidayCalendar } from '../calendar/holidays.ts';
import { hongKongDayOf } from '../calendar/hong-kong-time.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { type Notice, noticeIdOf } from '../election/notice.ts';
import { noticeType } from '../notices/notice-table.ts';

/** Notices that were not superseded, each as its newest revision says. */
const standing = (notices: readonly Notice[]): readonly Notice[] => {
  const newest = new Map<string, Notice>();
  for (const notice of notices) {
    const before = newest.get(noticeIdOf(notice));
    if (!before || before.revision < notice.revision) newest.set(noticeIdOf(notice), notice);
  }
  const superseded = new Set([...newest.values()].map(({ supersedes }) => supersedes));
  return [...newest.values()].filter((notice) => !superseded.has(noticeIdOf(notice)));
};

/** Whether a notice can tell such an event. */
export const tellsLastEvent = ({ type }: Notice): boolean =>
  noticeType(type).topic === 'ended' || type === 'N27' || type === 'N6';

/** The day of an event that ends an election for a constituency: its result gazetted, its proceedings terminated, or its failure. */
const eventDay = ({ type, gazette, postedAt }: Notice): string | null => {
  if (noticeType(type).topic === 'ended') return hongKongDayOf(postedAt.at);
  return type === 'N27' || type === 'N6' ? (gazette?.date ?? null) : null;
};

/**
 * Until when returns are lodged and advertisements inspected, as the notices tell it; null while a constituency is not settled
 * [2016 ¶8.57, ¶16.26, ¶16.58, E-1, D-7].
 */
export const inspectionOf = (
  { constituencies }: Pick<ElectionDefinition, 'constituencies'>,
  notices: readonly Notice[],
  calendar: HolidayCalendar,
): InspectionPeriod | null => {
  const events = standing(notices).flatMap((notice) => {
    const day = eventDay(notice);
    return day === null ? [] : [{ day, constituency: notice.constituency }];
  });
  const lastEvents = constituencies.map(({ id }) =>
    lastEvent(events.filter(({ constituency = id }) => constituency === id).map(({ day }) => day)),
  );
  return inspectionPeriod(lastEvents, calendar);
};
