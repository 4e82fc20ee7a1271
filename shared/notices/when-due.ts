import { type Day, yearOf } from '../calendar/day.ts';
import { DEADLINES, type DeadlineName, type DeadlineTrigger, NOTES } from '../calendar/deadline-rules.ts';
import { type Deadline, deadlineOf } from '../calendar/deadlines.ts';
import { HONG_KONG_HOLIDAYS, type HolidayCalendar } from '../calendar/holidays.ts';
import { finalRegisterDay, provisionalRegisterDay } from '../calendar/register-days.ts';
import type { NoticeType } from './notice-type.ts';

/** The days that deadlines of notices count from, as far as they are known. */
export interface NoticeDays {
  readonly edition: string;
  readonly pollingDay: Day;
  /** Known once the election notice is posted [2016 ¶4.16]. */
  readonly nominationsEnd: Day | null;
  /** Of the constituency. */
  readonly declaredOn: Day | null;
}

/** When a notice is due, with the way to that day; `due` is null while the day it counts from is not known. */
export interface NoticeDue {
  readonly is: 'by' | 'on' | 'from';
  readonly due: Day | null;
  readonly trigger: DeadlineTrigger;
  readonly triggerDay: Day | null;
  readonly skipped: Deadline['skipped'];
  readonly holidaysKnown: boolean;
  readonly source: string;
  readonly note: string | null;
}

const dayOf = (trigger: DeadlineTrigger, days: NoticeDays): Day | null => {
  switch (trigger) {
    case 'polling_day':
      return days.pollingDay;
    case 'nominations_end':
      return days.nominationsEnd;
    case 'declaration':
      return days.declaredOn;
    case 'provisional_register_day':
      return provisionalRegisterDay(yearOf(days.pollingDay));
    case 'final_register_day':
      return finalRegisterDay(yearOf(days.pollingDay));
    default:
      return null;
  }
};

const dueBy = (
  name: DeadlineName,
  is: NoticeDue['is'],
  days: NoticeDays,
  calendar: HolidayCalendar,
): NoticeDue => {
  const { from: trigger, source, ...rule } = DEADLINES[name];
  const triggerDay = dayOf(trigger, days);
  const computed = triggerDay === null ? null : deadlineOf(name, triggerDay, calendar);
  return {
    is,
    due: computed?.due ?? null,
    trigger,
    triggerDay,
    skipped: computed?.skipped ?? [],
    holidaysKnown: computed?.holidaysKnown ?? true,
    source,
    note: 'note' in rule ? NOTES[rule.note].en : null,
  };
};

/** When a notice of this kind is due by the rules of its edition; null where they name no day. */
export const whenDue = (
  { timing }: Pick<NoticeType, 'timing'>,
  days: NoticeDays,
  calendar: HolidayCalendar = HONG_KONG_HOLIDAYS,
): NoticeDue | null => {
  const name = (days.edition === '2008' && timing.deadline2008) || timing.deadline;
  return name === undefined ? null : dueBy(name, timing.is ?? 'by', days, calendar);
};

/** When the Gazette must carry what a notice says; null where it need not, or no day is named [2016 ¶5.99-5.100]. */
export const gazetteDue = (
  type: Pick<NoticeType, 'timing' | 'gazette'>,
  days: NoticeDays,
  calendar: HolidayCalendar = HONG_KONG_HOLIDAYS,
): NoticeDue | null => {
  if (type.gazette === 'follows') return dueBy('result_gazetted', 'by', days, calendar);
  return type.gazette === 'required' ? whenDue(type, days, calendar) : null;
};
