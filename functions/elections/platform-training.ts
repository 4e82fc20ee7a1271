import { addDays, type Day, weekdayOf } from '#shared/calendar/day.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { soundDefinition } from './script-file.ts';
import { constituency, lists, people, stationName } from './training-cast.ts';

export const PLATFORM_TRAINING = 'platform-training';

/** Enough for nominations, advertisements and corrections to be tried. */
const WEEKS_AHEAD = 5;

/** A Sunday some weeks after this day. */
const pollingDay = (today: Day): Day => {
  const day = addDays(today, 7 * WEEKS_AHEAD);
  return addDays(day, (7 - weekdayOf(day)) % 7);
};

/** A test election for candidates to try the Central Platform on: its poll is still to come, wherever today is. */
export const platformTraining = (today: Day): ElectionDefinition => {
  const poll = pollingDay(today);
  return soundDefinition({
    id: PLATFORM_TRAINING,
    title: {
      en: 'Rehearsal for candidates: the Central Platform',
      'zh-Hant': '候選人演習：中央平台',
      'zh-Hans': '候选人演习：中央平台',
    },
    edition: '2016',
    timeZone: 'Asia/Hong_Kong',
    pollOpensAt: `${poll}T07:30:00+08:00`,
    pollClosesAt: `${poll}T22:30:00+08:00`,
    test: true,
    constituencies: [constituency('HKI', 28_300, lists(4)), constituency('HYK', 150, people(2))],
    stations: ['HKI', 'HYK'].map((of) => ({
      id: `CCS-${of}`,
      kind: 'polling_counting',
      name: stationName(of),
      constituency: of,
      electors: of === 'HKI' ? 28_300 : 150,
    })),
  });
};
