import { DAY_OFF } from '#shared/calendar/day-off-words.ts';
import type { Language } from '#shared/election/text.ts';
import type { NoticeDue } from '#shared/notices/when-due.ts';
import { dayDate, monthDay } from '../words/format.ts';
import type { Words } from '../words/words.ts';

/** A deadline as a page tells it: the day, and the way to it. */
export interface ToldDeadline {
  readonly label: string;
  readonly day: string;
  /** From which day it is counted, which days were passed over, what is not known, where it is written. */
  readonly why: readonly string[];
}

type DeadlineWords = Pick<Words, 'notices'>;

const triggerOf = (due: NoticeDue, words: DeadlineWords): string => {
  const triggers: Readonly<Record<string, string>> = words.notices.triggers;
  return triggers[due.trigger] ?? due.trigger;
};

export const toldDeadline = (
  due: NoticeDue,
  { words, language }: { readonly words: DeadlineWords; readonly language: Language },
): ToldDeadline => {
  const w = words.notices;
  const label = { by: w.lastDay, on: w.onDay, from: w.firstDay }[due.is];
  const skipped = due.skipped.map(({ day, reason }) => {
    const off = DAY_OFF[reason][language];
    return `${monthDay(language, day)}${language === 'en' ? ` (${off})` : `（${off}）`}`;
  });
  return {
    label,
    day: due.due === null ? w.notKnown : dayDate(language, due.due),
    why: [
      w.countedFrom(
        triggerOf(due, words),
        due.triggerDay === null ? null : dayDate(language, due.triggerDay),
      ),
      ...(skipped.length > 0 ? [w.passedOver(skipped.join(language === 'en' ? ', ' : '、'))] : []),
      ...(due.note === null ? [] : [w.note]),
      ...(due.holidaysKnown ? [] : [w.holidaysUnknown]),
      due.source,
    ],
  };
};
