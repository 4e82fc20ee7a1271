import { calendarWith } from '#shared/advertisements/platform-calendar.ts';
import { formatShownDay } from '#shared/calendar/day.ts';
import { deadlineOf } from '#shared/calendar/deadlines.ts';
import type { WeatherDay } from '#shared/calendar/holidays.ts';
import { nowMs } from '../../server-clock.ts';
import { HowComputed } from '../HowComputed.tsx';
import { usePlatformWords } from '../words/with-words.tsx';

const MINUTE_MS = 60_000;

/** What is left of a day in Hong Kong, in whole minutes; negative once it is over. */
export const minutesLeft = (day: string, now: number): number =>
  Math.floor((Date.parse(`${day}T24:00:00+08:00`) - now) / MINUTE_MS);

/** Until when copies are due, what is left of it, and how that came about. */
export const DeadlineLine = ({
  publishedOn,
  weather,
}: {
  readonly publishedOn: string;
  readonly weather: readonly WeatherDay[];
}) => {
  const { submit } = usePlatformWords();
  const deadline = deadlineOf('advertisement_copies', publishedOn, calendarWith(weather));
  const left = minutesLeft(deadline.due, nowMs());
  return (
    <div class="p-deadline">
      <p class="facts">
        {submit.published(formatShownDay(publishedOn))} · {submit.deadline}{' '}
        <b>{submit.dueDay(deadline.due)}</b>
        {left >= 0 ? submit.left(left) : submit.over}
      </p>
      <HowComputed deadline={deadline} />
    </div>
  );
};
