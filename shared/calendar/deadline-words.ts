import { type Day, formatShownDay, weekdayOf } from './day.ts';
import type { DeadlineTrigger, PlainShift, Shift } from './deadline-rules.ts';

/** An event that a deadline counts from: as a noun, and as a clause with its day. */
export interface TriggerWords {
  readonly noun: string;
  readonly happened: (day: string) => string;
}

/** The sentences of an explanation in one language. Days come written out, `Sunday 14-08-2016`. */
export interface DeadlineWords {
  readonly day: (shown: string, weekday: number) => string;
  readonly triggers: Readonly<Record<DeadlineTrigger, TriggerWords>>;
  /** `1 working day after publication` */
  readonly around: (shift: Shift, noun: string) => string;
  /** `the next working day is Monday 15-08-2016` */
  readonly landed: (shift: Shift, day: string) => string;
  /** One line: the heading and how it came about. */
  readonly line: (heading: string | null, parts: readonly string[]) => string;
  readonly start: (happened: string, counts: boolean) => string;
  readonly counted: (day: string, number: number) => string;
  /** A Saturday or Sunday: its name says why it is not counted. */
  readonly weekend: (day: string) => string;
  /** Any other day off: the reason, then the holiday's name or the officer's source. */
  readonly passed: (day: string, reason: string, named: string) => string;
  readonly shifted: (shift: PlainShift, day: string) => string;
  readonly due: (day: string) => string;
  readonly notLate: (reason: string, day: string) => string;
  readonly extended: (reason: string, day: string) => string;
  readonly holidaysUnknown: string;
  /** The same in a line. */
  readonly provisional: string;
  readonly note: (note: string) => string;
  readonly holidaySource: (year: number, source: string) => string;
  readonly source: (source: string) => string;
}

/** A day as explanations write it: dd-mm-yyyy as the platform's tables do, with its weekday [2016 App.5 annex II]. */
export const shownDay = (words: DeadlineWords, day: Day): string =>
  words.day(formatShownDay(day), weekdayOf(day));
