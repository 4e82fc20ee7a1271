import type { ElectionDefinition, Station } from '#shared/election/definition.ts';
import type { ElectionScript } from './election-script.ts';
import { soundDefinition } from './script-file.ts';
import { constituency, lists, people, stationName } from './training-cast.ts';

const central = (id: string): Station => ({
  id: `CCS-${id}`,
  kind: 'central_counting',
  name: { en: 'Central Counting Station', 'zh-Hant': '中央點票站', 'zh-Hans': '中央点票站' },
  constituency: id,
});

const station = (of: string, id: string, more: Partial<Station> = {}): Station => ({
  id,
  kind: 'polling_counting',
  name: stationName(id),
  constituency: of,
  electors: 4000,
  ...more,
});

/** Ordinary stations, a main counting station with the small station that it counts for, and the line of misplaced papers. */
const geographical = (id: string, letter: string, ordinary: number): readonly Station[] => {
  const at = (number: number): string => `${letter}${String(number).padStart(2, '0')}`;
  const main = ordinary + 1;
  return [
    ...Array.from({ length: ordinary }, (_, index) => station(id, at(index + 1))),
    station(id, at(main), { kind: 'main_counting' }),
    station(id, at(main + 1), { kind: 'small_polling', electors: 300, countedAt: at(main) }),
    central(id),
  ];
};

const definition = (): ElectionDefinition =>
  soundDefinition({
    id: 'desk-training',
    title: {
      en: 'Rehearsal for officers: the desk',
      'zh-Hant': '選舉人員演習：工作台',
      'zh-Hans': '选举人员演习：工作台',
    },
    edition: '2016',
    timeZone: 'Asia/Hong_Kong',
    pollOpensAt: '2016-09-04T07:30:00+08:00',
    pollClosesAt: '2016-09-04T22:30:00+08:00',
    test: true,
    entry: 'double',
    publishRankings: true,
    constituencies: [
      constituency('HKI', 28_300, lists(22)),
      constituency('KE', 12_300, lists(4)),
      constituency('HYK', 150, people(3)),
      constituency('LAB', 700, people(5)),
      constituency('FIN', 130, people(1)),
    ],
    stations: [...geographical('HKI', 'A', 6), ...geographical('KE', 'B', 2), central('HYK'), central('LAB')],
  });

/** A test election for officers to try the desk on: its poll has closed, two entries and a second officer are asked for, and nothing is reported yet. */
export const deskTraining = (): ElectionScript => ({
  id: 'desk-training',
  definition: definition(),
  reports: [],
  lots: [],
  officersActs: [],
});
