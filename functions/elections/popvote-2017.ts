import type { Choices, StationReport } from '#shared/election/report.ts';
import type { ElectionScript } from './election-script.ts';
import { soundDefinition } from './script-file.ts';
import { shareOut } from './seeded-numbers.ts';

/** Voters as announced [PopVote]. */
const VOTERS = 65_192;

/** Counts made to round to the printed percentages; they are not the organisers' counts [PopVote]. */
const CANDIDATES = [
  {
    id: 'tsang',
    number: '1',
    name: { en: 'John Tsang Chun-wah', 'zh-Hant': '曾俊華' },
    support: 59_872,
    oppose: 2_712,
  },
  {
    id: 'lam',
    number: '2',
    name: { en: 'Carrie Lam Cheng Yuet-ngor', 'zh-Hant': '林鄭月娥' },
    support: 1_004,
    oppose: 62_623,
  },
  {
    id: 'woo',
    number: '3',
    name: { en: 'Woo Kwok-hing', 'zh-Hant': '胡國興' },
    support: 17_667,
    oppose: 25_686,
  },
] as const;

/** Wholly invented: the page prints no figures for this question. */
const QUESTION = {
  id: 'system',
  number: '1',
  name: { en: 'The current electoral system', 'zh-Hant': '現行選舉制度', 'zh-Hans': '现行选举制度' },
  support: 4_100,
  oppose: 54_300,
} as const;

/** How the voters are spread over the channels is invented. */
const CHANNELS = [
  {
    id: 'ONLINE',
    kind: 'online',
    weight: 90,
    name: {
      en: 'Online, 10-19 March',
      'zh-Hant': '網上投票，3月10日至19日',
      'zh-Hans': '网上投票，3月10日至19日',
    },
  },
  {
    id: '0312',
    kind: 'polling_counting',
    weight: 4,
    name: {
      en: 'Physical stations, 12 March',
      'zh-Hant': '實體票站，3月12日',
      'zh-Hans': '实体票站，3月12日',
    },
  },
  {
    id: '0319',
    kind: 'polling_counting',
    weight: 6,
    name: {
      en: 'Physical stations, 19 March',
      'zh-Hant': '實體票站，3月19日',
      'zh-Hans': '实体票站，3月19日',
    },
  },
] as const;

/** Registered electors; one per cent, rounded down, is the threshold of 37,790 [PopVote]. */
const REGISTERED_ELECTORS = 3_779_085;

/** Invented aspirants: one well above the threshold, one on it, one short by one, one far below. By web page and by app. */
const ASPIRANTS = [
  [30_118, 11_085],
  [26_904, 10_886],
  [22_467, 15_322],
  [3_051, 2_240],
] as const;

const NOMINATION_CHANNELS = [
  { id: 'WEB', name: { en: 'Web page', 'zh-Hant': '投票網頁', 'zh-Hans': '投票网页' } },
  { id: 'APP', name: { en: 'Mobile app', 'zh-Hant': '手機應用程式', 'zh-Hans': '手机应用程序' } },
] as const;

const definition = () =>
  soundDefinition({
    id: 'popvote-2017',
    title: {
      en: 'PopVote 2017 (rehearsal: figures by channel are synthetic)',
      'zh-Hant': '2017特首民投（演習：分渠道數字為虛構）',
      'zh-Hans': '2017特首民投（演习：分渠道数字为虚构）',
    },
    edition: 'popvote-2017',
    timeZone: 'Asia/Hong_Kong',
    pollOpensAt: '2017-03-10T12:00:00+08:00',
    pollClosesAt: '2017-03-19T22:00:00+08:00',
    test: true,
    constituencies: [
      {
        id: 'NOMINATION',
        kind: 'referendum',
        system: 'nomination',
        seats: ASPIRANTS.length,
        electors: REGISTERED_ELECTORS,
        name: {
          en: 'Civil nomination (aspirants and figures invented)',
          'zh-Hant': '民間提名（參選人及數字均為虛構）',
          'zh-Hans': '民间提名（参选人及数字均为虚构）',
        },
        contestants: ASPIRANTS.map((_, index) => ({
          id: `aspirant-${index + 1}`,
          number: String(index + 1),
          name: {
            en: `Invented Aspirant ${index + 1}`,
            'zh-Hant': `虛構參選人${index + 1}`,
            'zh-Hans': `虚构参选人${index + 1}`,
          },
        })),
      },
      {
        id: 'VOTE',
        kind: 'referendum',
        system: 'net_support',
        seats: 1,
        name: { en: 'Chief Executive candidates', 'zh-Hant': '特首候選人', 'zh-Hans': '特首候选人' },
        contestants: CANDIDATES.map(({ id, number, name }) => ({ id, number, name })),
      },
      {
        id: 'SYSTEM',
        kind: 'referendum',
        system: 'net_support',
        seats: 1,
        name: {
          en: 'Current electoral system (figures invented)',
          'zh-Hant': '現行選舉制度（數字為虛構）',
          'zh-Hans': '现行选举制度（数字为虚构）',
        },
        contestants: [{ id: QUESTION.id, number: QUESTION.number, name: QUESTION.name }],
      },
    ],
    stations: [
      ...NOMINATION_CHANNELS.map(({ id, name }) => ({
        id: `NOMINATION-${id}`,
        kind: 'online',
        name,
        constituency: 'NOMINATION',
      })),
      ...['VOTE', 'SYSTEM'].flatMap((constituency) =>
        CHANNELS.map(({ id, kind, name }) => ({ id: `${constituency}-${id}`, kind, name, constituency })),
      ),
    ],
  });

/** One question's choices by channel: the voters of a channel all answer, and the channels add up to the totals. */
const choicesByChannel = (total: Pick<Choices, 'support' | 'oppose'>): readonly Choices[] => {
  const weights = CHANNELS.map(({ weight }) => weight);
  const voters = shareOut(VOTERS, weights);
  const support = shareOut(total.support, weights);
  const oppose = shareOut(total.oppose, weights);
  return voters.map((all, channel) => {
    const [yes, no] = [support[channel] ?? 0, oppose[channel] ?? 0];
    return { support: yes, oppose: no, abstain: all - yes - no };
  });
};

const voteReports = (
  constituency: string,
  contestants: readonly (Pick<Choices, 'support' | 'oppose'> & { readonly id: string })[],
): readonly StationReport[] =>
  CHANNELS.map((channel, index) => ({
    constituency,
    station: `${constituency}-${channel.id}`,
    count: 1,
    revision: 1,
    choices: Object.fromEntries(
      contestants.flatMap((contestant) => {
        const here = choicesByChannel(contestant)[index];
        return here ? [[contestant.id, here]] : [];
      }),
    ),
  }));

const nominationReports = (): readonly StationReport[] =>
  NOMINATION_CHANNELS.map(({ id }, channel) => ({
    constituency: 'NOMINATION',
    station: `NOMINATION-${id}`,
    count: 1,
    revision: 1,
    votes: Object.fromEntries(
      ASPIRANTS.map((given, index) => [`aspirant-${index + 1}`, given[channel] ?? 0]),
    ),
  }));

/** PopVote 2017 with both of its systems; `popvote-2017/README.md` says which figures are real and which are made up. */
export const popvote2017 = (): ElectionScript => ({
  id: 'popvote-2017',
  definition: definition(),
  reports: [...nominationReports(), ...voteReports('VOTE', CANDIDATES), ...voteReports('SYSTEM', [QUESTION])],
  lots: [],
  officersActs: [],
});
