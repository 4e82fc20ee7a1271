import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { Notice } from '#shared/election/notice.ts';
import type { StationReport } from '#shared/election/report.ts';
import { countReports } from '#shared/recount/count-reports.ts';
import type { OfficersAct } from './election-script.ts';

/** A small register: what was posted before the poll, at a station, of a seat without a poll, and a result with its correction. */

const place = (en: string, hant: string, hans: string): Notice['postedAt']['place'] => ({
  en,
  'zh-Hant': hant,
  'zh-Hans': hans,
});

const GAZETTE = place('Gazette (rehearsal)', '憲報（演習）', '宪报（演习）');
const HALL = place('Outside the Central Counting Station', '中央點票站外', '中央点票站外');
const STATION = place('At the entrance of the station', '點票站入口', '点票站入口');

const posted = (where: Notice['postedAt']['place'], at: string): Notice['postedAt'] => ({
  place: where,
  at: `${at}+08:00`,
});

const act = (
  role: OfficersAct['role'],
  after: OfficersAct['after'],
  notice: Omit<Notice, 'revision'> & { readonly revision?: number },
): OfficersAct => ({
  resource: 'notices',
  role,
  constituency: notice.constituency ?? '',
  body: { revision: 1, ...notice },
  after,
});

const beforeThePoll = ({ stations }: ElectionDefinition): readonly OfficersAct[] => [
  act('chief_electoral_officer', 'definition', {
    type: 'N1',
    number: 1,
    text: {
      en: 'Rehearsal. An election of all members is held on 4 September 2016.\n\nNominations are received from 16 to 29 July 2016.',
      'zh-Hant': '演習。換屆選舉定於2016年9月4日舉行。\n\n提名期由2016年7月16日至29日。',
      'zh-Hans': '演习。换届选举定于2016年9月4日举行。\n\n提名期由2016年7月16日至29日。',
    },
    contents: { nominationsFrom: '2016-07-16', nominationsUntil: '2016-07-29' },
    postedAt: posted(GAZETTE, '2016-07-08T09:00:00'),
    gazette: { number: '3901', date: '2016-07-08' },
  }),
  act('chief_electoral_officer', 'definition', {
    type: 'N2',
    number: 2,
    text: {
      en: 'Rehearsal. The places named are designated as polling, counting and sorting stations.',
      'zh-Hant': '演習。現指定所列地點為投票站、點票站及選票分流站。',
      'zh-Hans': '演习。现指定所列地点为投票站、点票站及选票分流站。',
    },
    contents: { stations: stations.map(({ id }) => id) },
    postedAt: posted(GAZETTE, '2016-08-19T09:00:00'),
    gazette: { number: '4821', date: '2016-08-19' },
  }),
  act('returning_officer', 'definition', {
    type: 'N6',
    constituency: 'FIN',
    number: 1,
    text: {
      en: 'Rehearsal. One candidate stands for one seat and is declared elected.',
      'zh-Hant': '演習。一名候選人競逐一個議席，現宣布該候選人當選。',
    },
    contents: { elected: ['1'] },
    postedAt: posted(HALL, '2016-08-05T17:00:00'),
    gazette: { number: '4510', date: '2016-08-05' },
  }),
  act('returning_officer', 'definition', {
    type: 'N7',
    constituency: 'IND2',
    number: 1,
    text: {
      en: 'Rehearsal. Nobody stands for the seat: the election has failed.',
      'zh-Hant': '演習。無人競逐該議席，選舉未能完成。',
    },
    contents: { unfilled: 1 },
    postedAt: posted(HALL, '2016-08-05T17:05:00'),
  }),
];

const atTheStation: readonly OfficersAct[] = [
  act('presiding_officer', 'definition', {
    type: 'N21',
    constituency: 'HKI',
    station: 'A01',
    number: 1,
    text: {
      en: 'The poll is closed. The place is being prepared for counting.',
      'zh-Hant': '投票結束，現正準備點票。',
    },
    contents: { closedAt: '2016-09-04T22:30:00+08:00' },
    postedAt: posted(STATION, '2016-09-04T22:31:00'),
  }),
  act('presiding_officer', 'definition', {
    type: 'N23',
    constituency: 'HKI',
    station: 'A01',
    number: 2,
    text: { en: 'The public may enter at about 23:45.', 'zh-Hant': '公眾預計可於晚上11時45分進入。' },
    contents: { expectedAt: '2016-09-04T23:45:00+08:00', telephone: '2891 0000' },
    postedAt: posted(STATION, '2016-09-04T22:31:00'),
  }),
];

const electedIn = (definition: ElectionDefinition, reports: readonly StationReport[], id: string) => {
  const own = {
    ...definition,
    constituencies: definition.constituencies.filter((constituency) => constituency.id === id),
    stations: definition.stations.filter(({ constituency }) => constituency === id),
  };
  const counted = countReports({
    definition: own,
    reports: reports.filter(({ constituency }) => constituency === id),
    lots: [],
  });
  return counted.ok
    ? counted.value.flatMap(({ contestants }) => contestants.flatMap(({ elected }) => elected))
    : [];
};

const ofTheResult = (elected: readonly string[]): readonly OfficersAct[] => {
  const result = {
    type: 'N26',
    constituency: 'HKI',
    text: {
      en: 'Rehearsal. The candidates named are declared elected for Hong Kong Island.',
      'zh-Hant': '演習。現宣布所列候選人在香港島當選。',
    },
  } as const;
  const corrected = {
    ...result,
    number: 2,
    supersedes: 'c-HKI-1',
    contents: { elected: [...elected] },
    postedAt: posted(HALL, '2016-09-05T14:05:00'),
  };
  const wrongOrder = [...elected.slice(1), ...elected.slice(0, 1)];
  return [
    act('returning_officer', 'declaration', {
      ...result,
      number: 1,
      contents: { elected: wrongOrder },
      postedAt: posted(HALL, '2016-09-05T13:50:00'),
    }),
    act('returning_officer', 'declaration', {
      ...corrected,
      reason: 'The names were printed in the wrong order.',
    }),
    act('returning_officer', 'declaration', {
      ...corrected,
      revision: 2,
      reason: 'A text in simplified Chinese was added.',
      text: { ...result.text, 'zh-Hans': '演习。现宣布所列候选人在香港岛当选。' },
    }),
  ];
};

/** The notices of the rehearsal, in the order in which each may be posted. */
export const rehearsalNotices = (
  definition: ElectionDefinition,
  reports: readonly StationReport[],
): readonly OfficersAct[] => [
  ...beforeThePoll(definition),
  ...atTheStation,
  ...ofTheResult(electedIn(definition, reports, 'HKI')),
];
