import { isAnniversary, type PlainShift, type Shift } from './deadline-rules.ts';
import type { DeadlineWords } from './deadline-words.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const ordinal = (number: number): string => {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const UNITS = { days: 'day', weeks: 'week', months: 'month', years: 'year', working_days: 'working day' };

/** `3 working days`, however the shift runs. */
const length = ({ unit, count }: Shift): string => {
  const number = Math.abs(count);
  return `${number} ${UNITS[unit]}${number === 1 ? '' : 's'}`;
};

const landedOnWorkingDay = (count: number, day: string): string => {
  if (count === 1) return `the next working day is ${day}`;
  if (count === -1) return `the working day before is ${day}`;
  const number = ordinal(Math.abs(count));
  return `the ${number} working day ${count < 0 ? 'before' : 'after'} it is ${day}`;
};

const landedOnDay = (shift: PlainShift, day: string): string => {
  if (isAnniversary(shift)) return `the first anniversary is ${day}`;
  return `${length(shift)} ${shift.count < 0 ? 'before' : 'after'} that is ${day}`;
};

export const en: DeadlineWords = {
  day: (shown, weekday) => `${WEEKDAYS[weekday]} ${shown}`,
  triggers: {
    polling_day: { noun: 'polling day', happened: (day) => `polling day is ${day}` },
    nominations_end: { noun: 'the nomination period', happened: (day) => `nominations end ${day}` },
    result_gazetted: {
      noun: 'the result stands in the Gazette',
      happened: (day) => `the result is in the Gazette of ${day}`,
    },
    last_event_of_election: {
      noun: 'the last event of the whole election',
      happened: (day) =>
        `the last result gazetted, termination or failure of the whole election is of ${day}`,
    },
    declaration: { noun: 'the result is declared', happened: (day) => `the result is declared ${day}` },
    publication: { noun: 'publication', happened: (day) => `published ${day}` },
    first_publication: {
      noun: 'the first advertisement is published',
      happened: (day) => `the first advertisement is published ${day}`,
    },
    account_application: { noun: 'the application', happened: (day) => `the application is received ${day}` },
    relief_notice: { noun: 'the notice is received', happened: (day) => `the notice is received ${day}` },
    return_deadline: {
      noun: 'the deadline for election returns',
      happened: (day) => `returns are due ${day}`,
    },
    judgment: { noun: 'the judgment', happened: (day) => `judgment is given ${day}` },
    provisional_register_day: {
      noun: 'the day of the provisional register',
      happened: (day) => `the provisional register is due ${day}`,
    },
    final_register_day: {
      noun: 'the day of the final register',
      happened: (day) => `the final register is due ${day}`,
    },
    spot_allocation: { noun: 'allocation of the spots', happened: (day) => `spots are allocated ${day}` },
    posting: { noun: 'posting', happened: (day) => `posted ${day}` },
    activity: { noun: 'the activity', happened: (day) => `the activity is held ${day}` },
  },
  around: (shift, noun) =>
    isAnniversary(shift)
      ? `the first anniversary of ${noun}`
      : `${length(shift)} ${shift.count < 0 ? 'before' : 'after'} ${noun}`,
  landed: (shift, day) =>
    shift.unit === 'working_days' ? landedOnWorkingDay(shift.count, day) : landedOnDay(shift, day),
  line: (heading, parts) => capital(heading === null ? parts.join('; ') : `${heading}: ${parts.join('; ')}`),
  start: (happened, counts) => `${capital(happened)}${counts ? '' : '; that day does not count'}.`,
  counted: (day, number) => `${day}: working day ${number}.`,
  weekend: (day) => `${day}: not a working day.`,
  passed: (day, reason, named) => `${day}: not counted, ${reason} (${named}).`,
  shifted: (shift, day) =>
    isAnniversary(shift)
      ? `The first anniversary is ${day}.`
      : `${length(shift)} ${shift.count < 0 ? 'earlier' : 'later'} is ${day}; every day counts.`,
  due: (day) => `The last day is ${day}, until midnight.`,
  notLate: (reason, day) => `that day is off (${reason}): by ${day} it is not late`,
  extended: (reason, day) =>
    `That day is off (${reason}): what is done by ${day} is not late [Cap. 1 s.71(1)(b)].`,
  holidaysUnknown: 'Public holidays of that year are not on record here: the day is provisional.',
  provisional: 'provisional, as public holidays of that year are not on record',
  note: (note) => `${capital(note)}.`,
  holidaySource: (year, source) => `Public holidays of ${year}: ${source}`,
  source: (source) => `Rule: ${source}.`,
};
