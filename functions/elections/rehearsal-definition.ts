import type { Constituency, ElectionDefinition, Station } from '#shared/election/definition.ts';
import { type ConstituencyFacts, constituencies2016, rehearsalCast } from './rehearsal-cast.ts';
import { soundDefinition } from './script-file.ts';
import { type SeededNumbers, seededNumbers } from './seeded-numbers.ts';

/** Letter of each geographical constituency's stations. */
const LETTERS: Readonly<Record<string, string>> = { HKI: 'A', KE: 'B', KW: 'C', NTE: 'D', NTW: 'E' };

const ORDINARY_STATIONS = 12;

const stationName = (id: string): Station['name'] => ({
  en: `Rehearsal Station ${id}`,
  'zh-Hant': `演習投票站${id}`,
  'zh-Hans': `演习投票站${id}`,
});

const centralStation = (constituency: string): Station => ({
  id: `CCS-${constituency}`,
  kind: 'central_counting',
  name: { en: 'Central Counting Station', 'zh-Hant': '中央點票站', 'zh-Hans': '中央点票站' },
  constituency,
});

/**
 * Twelve ordinary counting stations, a main counting station with the small station and, over a sorting
 * station, the dedicated station that it counts for, and the line of misplaced papers [2016 ¶5.2, ¶5.53, ¶5.71].
 */
const geographicalStations = (constituency: string, numbers: SeededNumbers): readonly Station[] => {
  const at = (number: number): string => `${LETTERS[constituency] ?? 'X'}${String(number).padStart(2, '0')}`;
  const station = (number: number, kind: Station['kind'], more: Partial<Station>): Station => ({
    id: at(number),
    kind,
    name: stationName(at(number)),
    constituency,
    ...more,
  });
  const main = ORDINARY_STATIONS + 1;
  const sorting = main + 3;
  return [
    ...Array.from({ length: ORDINARY_STATIONS }, (_, index) =>
      station(index + 1, 'polling_counting', { electors: numbers.between(2_400, 9_600) }),
    ),
    station(main, 'main_counting', { electors: numbers.between(5_000, 9_000) }),
    station(main + 1, 'small_polling', { electors: numbers.between(60, 480), countedAt: at(main) }),
    station(main + 2, 'dedicated_polling', { electors: numbers.between(20, 260), countedAt: at(sorting) }),
    {
      ...station(sorting, 'sorting', { countedAt: at(main) }),
      name: {
        en: `Rehearsal Sorting Station ${at(sorting)}`,
        'zh-Hant': `演習選票分流站${at(sorting)}`,
        'zh-Hans': `演习选票分流站${at(sorting)}`,
      },
    },
    centralStation(constituency),
  ];
};

const electorsAt = (stations: readonly Station[]): number =>
  stations.reduce((sum, { electors }) => sum + (electors ?? 0), 0);

const functionalElectors = (facts: ConstituencyFacts, numbers: SeededNumbers): number => {
  if (facts.system === 'preferential') return numbers.between(140, 220);
  return facts.id === 'LAB' ? numbers.between(600, 700) : numbers.between(400, 9_000);
};

/** The rehearsal election: edition 2016 with invented contestants, stations and electors, the same for the same seed. */
export const rehearsalDefinition = (seed: number): ElectionDefinition => {
  const numbers = seededNumbers(seed + 1);
  const cast = rehearsalCast(seed);
  const facts = constituencies2016();
  // Where nobody is contested nothing is counted, and no station is designated [2016 ¶2.22].
  const isPolled = ({ id, seats, system }: ConstituencyFacts): boolean =>
    system === 'list_pr' || (cast.get(id)?.length ?? 0) > seats;
  const stationsIn = (constituency: ConstituencyFacts): readonly Station[] => {
    if (!isPolled(constituency)) return [];
    const { id, kind } = constituency;
    return kind === 'geographical' ? geographicalStations(id, numbers) : [centralStation(id)];
  };
  const stations = new Map(facts.map((constituency) => [constituency.id, stationsIn(constituency)]));
  const everyone = electorsAt([...stations.values()].flat());
  const functional = new Map(
    facts.map((constituency) => [constituency.id, functionalElectors(constituency, numbers)]),
  );
  const electorsOf = ({ id, kind }: ConstituencyFacts): number => {
    if (kind === 'geographical') return electorsAt(stations.get(id) ?? []);
    // Who has no traditional functional constituency votes in District Council (Second) [2016 ¶1.7]; about a fourteenth here.
    return kind === 'dc_second' ? everyone - Math.floor(everyone / 14) : (functional.get(id) ?? 0);
  };
  return soundDefinition({
    id: 'legco-2016-rehearsal',
    title: {
      en: 'Rehearsal: Legislative Council election under the 2016 rules',
      'zh-Hant': '演習：按2016年規則的立法會選舉',
      'zh-Hans': '演习：按2016年规则的立法会选举',
    },
    edition: '2016',
    timeZone: 'Asia/Hong_Kong',
    pollOpensAt: '2016-09-04T07:30:00+08:00',
    pollClosesAt: '2016-09-04T22:30:00+08:00',
    test: true,
    publishRankings: true,
    publishAccounts: true,
    constituencies: facts.map(
      (constituency): Constituency => ({
        ...constituency,
        electors: electorsOf(constituency),
        contestants: cast.get(constituency.id) ?? [],
      }),
    ),
    stations: [...stations.values()].flat(),
  });
};
