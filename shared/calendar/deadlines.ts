import { addDays, addMonths, type Day, laterOf } from './day.ts';
import {
  DEADLINES,
  type DeadlineName,
  type DeadlineRule,
  type DeadlineTrigger,
  type PlainShift,
} from './deadline-rules.ts';
import type { HolidayCalendar } from './holidays.ts';
import {
  type CountStep,
  countWorkingDays,
  dayOffOrStorm,
  passedStep,
  type SkippedDay,
} from './working-days.ts';

/** The way to a deadline, step by step: the first is the day it counts from, the last the day it is due. */
export type DeadlineStep =
  | CountStep
  | { readonly kind: 'start'; readonly day: Day; readonly trigger: DeadlineTrigger }
  | { readonly kind: 'shifted'; readonly day: Day; readonly from: Day; readonly shift: PlainShift }
  | { readonly kind: 'due'; readonly day: Day };

/** The day to which the law lets a period run on, and the days off in between, the due day first. */
export interface Extension {
  readonly day: Day;
  readonly steps: readonly CountStep[];
  readonly holidaysKnown: boolean;
}

export interface Deadline {
  readonly due: Day;
  readonly steps: readonly DeadlineStep[];
  /** Days passed over on the way, with the reason. */
  readonly skipped: readonly SkippedDay[];
  readonly holidaysKnown: boolean;
  /** Null where the period ends on the day it is due [G-2]. */
  readonly extension: Extension | null;
  readonly rule: DeadlineRule;
}

const plainShift = (day: Day, { unit, count }: PlainShift): Day => {
  if (unit === 'months') return addMonths(day, count);
  if (unit === 'years') return addMonths(day, 12 * count);
  return addDays(day, unit === 'weeks' ? 7 * count : count);
};

/**
 * Reading G-2: the Guidelines print the plain calendar day, also where it is a Sunday, and so does `due`. The law lets
 * a period that runs forwards to a public holiday, or to a day that a storm took, include the next day that is neither
 * [Cap. 1 s.71(1)(b)]: what is done by then is not late. Periods counted backwards, days on which a thing must be done,
 * and the end of inspection, at which nobody has to act, end on the day they end.
 */
const extensionOf = (due: Day, rule: DeadlineRule, calendar: HolidayCalendar): Extension | null => {
  const last = rule.shifts.at(-1);
  const off = last && last.count > 0 ? dayOffOrStorm(due, 'WD6', calendar) : null;
  if (!off) return null;
  const next = countWorkingDays({ from: due, days: 1, week: 'WD6' }, calendar);
  return { ...next, steps: [passedStep(off, calendar), ...next.steps] };
};

const skippedOf = (steps: readonly DeadlineStep[]): readonly SkippedDay[] =>
  steps.flatMap((step) =>
    step.kind === 'passed' ? [{ day: step.day, reason: step.reason, name: step.name }] : [],
  );

/** Computes a deadline from the day of its trigger, with the rule and every step of the way. */
export const deadlineBy = (rule: DeadlineRule, trigger: Day, calendar: HolidayCalendar): Deadline => {
  const steps: DeadlineStep[] = [{ kind: 'start', day: trigger, trigger: rule.from }];
  let due = trigger;
  let holidaysKnown = true;
  for (const shift of rule.shifts) {
    if (shift.unit === 'working_days') {
      const counted = countWorkingDays({ from: due, days: shift.count, week: shift.week }, calendar);
      steps.push(...counted.steps);
      holidaysKnown &&= counted.holidaysKnown;
      due = counted.day;
    } else {
      const day = plainShift(due, shift);
      steps.push({ kind: 'shifted', day, from: due, shift });
      due = day;
    }
  }
  steps.push({ kind: 'due', day: due });
  return {
    due,
    steps,
    skipped: skippedOf(steps),
    holidaysKnown,
    extension: extensionOf(due, rule, calendar),
    rule,
  };
};

/** The same by the rule's name. */
export const deadlineOf = (name: DeadlineName, trigger: Day, calendar: HolidayCalendar): Deadline =>
  deadlineBy(DEADLINES[name], trigger, calendar);

/** The first day on which a thing may follow, where what was done on this day had to be done by a day counted back from it [D-6]. */
export const firstDayAfter = (name: DeadlineName, done: Day, calendar: HolidayCalendar): Day => {
  let day = addDays(done, 1);
  while (deadlineOf(name, day, calendar).due < done) day = addDays(day, 1);
  return day;
};

/** The last day on which a thing is not late: the due day, or the one to which the law extends it [G-2]. */
export const lastDayInTime = ({ due, extension }: Deadline): Day => extension?.day ?? due;

/**
 * The day from which returns are counted: the last gazetting, termination or failure over the whole election,
 * so that uncontested candidates share the date of the others [2016 ¶16.26, key dates (9), E-1].
 */
export const lastEvent = (events: readonly Day[]): Day | null =>
  events.reduce<Day | null>((last, day) => (last === null ? day : laterOf(last, day)), null);

/** Until when returns are lodged, and until when the public may inspect them and the advertisements. */
export interface InspectionPeriod {
  readonly returns: Deadline;
  /** The last day, inclusive [D-7]. */
  readonly ends: Deadline;
}

/**
 * From the last event of each constituency: result gazetted, proceedings terminated, or election failed; null where
 * none of them has happened. Null while any is open: until then nobody knows the day [2016 ¶8.57, ¶16.26, ¶16.58].
 *
 * Reading G-3: the anniversary is that of the day the Guidelines print, however far the law extends the period for
 * returns, by a court or because it ends on a holiday. The anniversary of 29 February is 28 February: the last day of
 * the same month, and never a day later than the text can mean.
 */
export const inspectionPeriod = (
  lastEvents: readonly (Day | null)[],
  calendar: HolidayCalendar,
): InspectionPeriod | null => {
  const happened = lastEvents.filter((day) => day !== null);
  const last = happened.length === lastEvents.length ? lastEvent(happened) : null;
  if (last === null) return null;
  const returns = deadlineOf('election_return', last, calendar);
  return { returns, ends: deadlineOf('inspection_ends', returns.due, calendar) };
};
