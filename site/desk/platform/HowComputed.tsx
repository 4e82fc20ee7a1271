import type { Deadline } from '#shared/calendar/deadlines.ts';
import { longExplanation } from '#shared/calendar/explain-deadline.ts';
import { useDesk } from '../desk-context.ts';
import { usePlatformWords } from './words/with-words.tsx';

/** The rule of a deadline and every day of the way, for who opens it. */
export const HowComputed = ({ deadline }: { readonly deadline: Deadline }) => {
  const { language } = useDesk();
  const { submit } = usePlatformWords();
  return (
    <details>
      <summary>{submit.howComputed}</summary>
      <ul>
        {longExplanation(deadline, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
};
