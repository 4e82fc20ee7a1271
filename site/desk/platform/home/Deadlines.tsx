import { deadlineOf } from '#shared/calendar/deadlines.ts';
import { longExplanation, shortExplanation } from '#shared/calendar/explain-deadline.ts';
import { HONG_KONG_HOLIDAYS } from '#shared/calendar/holidays.ts';
import { useDesk } from '../../desk-context.ts';
import type { Platform } from '../platform-answers.ts';
import { usePlatformWords } from '../words/with-words.tsx';

/** Until when particulars can be corrected, with the rule and every day of the way [2016 ¶8.52]. */
export const Deadlines = ({ platform }: { readonly platform: Platform }) => {
  const { language } = useDesk();
  const { own, submit } = usePlatformWords();
  const deadline = deadlineOf('advertisement_corrections', platform.pollingDay, HONG_KONG_HOLIDAYS);
  return (
    <section>
      <h2>{own.deadlines}</h2>
      <p>
        {own.correctionsUntil} <b>{submit.dueDay(platform.corrections.due)}</b>
      </p>
      <p class="hint">{shortExplanation(deadline, language)}</p>
      <details>
        <summary>{submit.howComputed}</summary>
        <ul>
          {longExplanation(deadline, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
};
