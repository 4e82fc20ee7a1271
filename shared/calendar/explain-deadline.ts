import { must } from '../result.ts';
import { type Day, yearOf } from './day.ts';
import { DAY_OFF } from './day-off-words.ts';
import { NOTES } from './deadline-rules.ts';
import { type DeadlineWords, shownDay } from './deadline-words.ts';
import { en } from './deadline-words-en.ts';
import { zhHans } from './deadline-words-zh-hans.ts';
import { zhHant } from './deadline-words-zh-hant.ts';
import type { Deadline, DeadlineStep } from './deadlines.ts';
import { holidaySource } from './holidays.ts';
import type { ToldLanguage } from './told.ts';

const WORDS: Readonly<Record<ToldLanguage, DeadlineWords>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** The day on which each of the rule's shifts ends, in their order. */
const landings = ({ steps, rule }: Deadline): readonly Day[] => {
  const ends = steps.filter(({ kind }) => kind === 'counted' || kind === 'shifted');
  let taken = 0;
  return rule.shifts.map(({ unit, count }) => {
    taken += unit === 'working_days' ? Math.abs(count) : 1;
    return must(ends[taken - 1], 'every shift leaves its steps').day;
  });
};

/** Why the last day is off, and the day by which a thing is not late; null where the due day is the end of it. */
const extensionIn = ({ extension }: Deadline, language: ToldLanguage) => {
  const [first] = extension?.steps ?? [];
  return extension && first?.kind === 'passed'
    ? { reason: DAY_OFF[first.reason][language], day: shownDay(WORDS[language], extension.day) }
    : null;
};

/**
 * One line, without a full stop, as a receipt prints it:
 * `1 working day after publication: published Sunday 14-08-2016; the next working day is Monday 15-08-2016`.
 */
export const shortExplanation = (deadline: Deadline, language: ToldLanguage): string => {
  const words = WORDS[language];
  const { rule, steps, holidaysKnown } = deadline;
  const { noun, happened } = words.triggers[rule.from];
  const ends = landings(deadline);
  const extension = extensionIn(deadline, language);
  const heading =
    rule.shifts.length === 0 ? null : rule.shifts.reduce((of, shift) => words.around(shift, of), noun);
  return words.line(heading, [
    happened(shownDay(words, must(steps[0], 'the way has a start').day)),
    ...rule.shifts.map((shift, at) =>
      words.landed(shift, shownDay(words, must(ends[at], 'every shift ends'))),
    ),
    ...(extension ? [words.notLate(extension.reason, extension.day)] : []),
    ...(holidaysKnown ? [] : [words.provisional]),
  ]);
};

const sentence = (step: DeadlineStep, { rule }: Deadline, language: ToldLanguage): string => {
  const words = WORDS[language];
  const day = shownDay(words, step.day);
  switch (step.kind) {
    case 'start':
      return words.start(
        words.triggers[step.trigger].happened(day),
        (rule.shifts[0]?.unit ?? 'years') === 'years',
      );
    case 'counted':
      return words.counted(day, step.number);
    case 'passed': {
      const named = step.name?.[language] ?? step.source;
      return named === null ? words.weekend(day) : words.passed(day, DAY_OFF[step.reason][language], named);
    }
    case 'shifted':
      return words.shifted(step.shift, day);
    case 'due':
      return words.due(day);
  }
};

/** Where the lists stand that passed a day over, by year. */
const holidaySources = ({ skipped }: Deadline, words: DeadlineWords): readonly string[] => {
  const years = new Set(skipped.flatMap(({ day, reason }) => (reason === 'holiday' ? [yearOf(day)] : [])));
  return [...years].flatMap((year) => {
    const source = holidaySource(year);
    return source === null ? [] : [words.holidaySource(year, source)];
  });
};

/** The whole way in sentences: where it starts, every day counted or passed over, the last day, what is open, the rule. */
export const longExplanation = (deadline: Deadline, language: ToldLanguage): readonly string[] => {
  const words = WORDS[language];
  const { rule, steps, holidaysKnown } = deadline;
  const extension = extensionIn(deadline, language);
  return [
    ...steps.map((step) => sentence(step, deadline, language)),
    ...(extension ? [words.extended(extension.reason, extension.day)] : []),
    ...(holidaysKnown ? [] : [words.holidaysUnknown]),
    ...(rule.note === undefined ? [] : [words.note(NOTES[rule.note][language])]),
    words.source(rule.source),
    ...holidaySources(deadline, words),
  ];
};

/** Deadlines that follow from one another, each told whole: the last event, the return, the end of inspection. */
export const chainExplanation = (chain: readonly Deadline[], language: ToldLanguage): readonly string[] =>
  chain.flatMap((deadline) => longExplanation(deadline, language));
