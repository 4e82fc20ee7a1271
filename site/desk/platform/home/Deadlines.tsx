import { calendarWith } from '#shared/advertisements/platform-calendar.ts';
import { deadlineOf } from '#shared/calendar/deadlines.ts';
import { shortExplanation } from '#shared/calendar/explain-deadline.ts';
import { useDesk } from '../../desk-context.ts';
import { HowComputed } from '../HowComputed.tsx';
import type { Platform } from '../platform-answers.ts';
import { usePlatformWords } from '../words/with-words.tsx';

/** Until when particulars can be corrected, with the rule and every day of the way [2016 ¶8.52]. */
export const Deadlines = ({ platform }: { readonly platform: Platform }) => {
  const { language } = useDesk();
  const { own, submit } = usePlatformWords();
  const deadline = deadlineOf(
    'advertisement_corrections',
    platform.pollingDay,
    calendarWith(platform.weather),
  );
  return (
    <section>
      <h2>{own.deadlines}</h2>
      <p>
        {own.correctionsUntil} <b>{submit.dueDay(platform.corrections.due)}</b>
      </p>
      <p class="hint">{shortExplanation(deadline, language)}</p>
      <HowComputed deadline={deadline} />
    </section>
  );
};
