import { isInTime, startOfDay } from '#shared/calendar/hong-kong-time.ts';
import type { Notice } from '#shared/election/notice.ts';
import type { NoticeType } from '#shared/notices/notice-type.ts';
import type { NoticeDue } from '#shared/notices/when-due.ts';
import { toldDeadline } from '../../models/notice-deadline.ts';
import { useDesk } from '../desk-context.ts';

interface DueProps {
  readonly due: NoticeDue;
  /** Whether it was in time, where that can be told. */
  readonly fact?: string | null;
}

/** The last day and the way to it: what it is counted from, which days were passed over, where it is written. */
export const Due = ({ due, fact = null }: DueProps) => {
  const { words, language } = useDesk();
  const { label, day, why } = toldDeadline(due, { words: { notices: words.notices.register }, language });
  return (
    <div class="notice-due">
      <p>
        {label}
        {words.common.after}
        <b>{day}</b>
        {fact !== null && <> · {fact}</>}
      </p>
      <ul>
        {why.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
};

interface InTimeWords {
  readonly inTime: string;
  readonly late: string;
  readonly gazettedInTime: string;
  readonly gazettedLate: string;
}

/** Whether a notice is in time, as a fact; null where no day is known, or nothing that decides it was given. */
export const inTimeFact = (
  { gazette }: Pick<NoticeType, 'gazette'>,
  due: NoticeDue | null,
  { postedAt, gazette: carried }: Pick<Notice, 'postedAt' | 'gazette'>,
  words: InTimeWords,
): string | null => {
  if (due?.due == null || due.is === 'from') return null;
  if (gazette === 'required') {
    if (!carried) return null;
    return isInTime(startOfDay(carried.date), due.due) ? words.gazettedInTime : words.gazettedLate;
  }
  if (postedAt.at === '') return null;
  return isInTime(postedAt.at, due.due) ? words.inTime : words.late;
};
