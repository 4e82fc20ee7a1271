import { calendarWith } from '#shared/advertisements/platform-calendar.ts';
import { deadlineOf } from '#shared/calendar/deadlines.ts';
import { longExplanation, shortExplanation } from '#shared/calendar/explain-deadline.ts';
import type { Language } from '#shared/election/text.ts';
import type { AdvertisementResult } from '#shared/recount/register-results.ts';

type Due = Pick<AdvertisementResult, 'publishedOn' | 'due'>;

/** The way to the day, where it is the one that was published. */
const explained = ({ publishedOn, due }: Due) => {
  const deadline = deadlineOf('advertisement_copies', publishedOn, calendarWith(due.weather));
  return deadline.due === due.due ? deadline : null;
};

/** Why the copies were due on that day, in a line; null where nothing moved the day. */
export const shortDue = (ad: Due, language: Language): string | null => {
  const deadline = explained(ad);
  return deadline && (deadline.skipped.length > 0 || !deadline.holidaysKnown)
    ? shortExplanation(deadline, language)
    : null;
};

/** Every step of the way, with the rule. */
export const longDue = (ad: Due, language: Language): readonly string[] => {
  const deadline = explained(ad);
  return deadline ? longExplanation(deadline, language) : [];
};
