import type { Language, Text } from '#shared/election/text.ts';
import { type ListedElection, type PageView, pagePaths } from '#shared/publication/page-views.ts';
import type { NoticeResult } from '#shared/recount/notice-results.ts';
import type {
  ConstituencyResult,
  ContestantResult,
  CountStatus,
  ElectionHead,
  ElectionResults,
  SeatFilled,
  StationResult,
  StationSummary,
} from '#shared/recount/results.ts';
import { must } from '#shared/result.ts';
import { LEGCO_2012, type ListConstituencyFixture } from './legco-2012.ts';
import { someNotices } from './notice-views.ts';

/** Builders of the values that pages take; counted here by the plainest means, not by the product. */

export const aHead = (changes: Partial<ElectionHead> = {}): ElectionHead => ({
  election: 'legco-2012',
  title: { en: '2012 Legislative Council General Election', 'zh-Hant': '2012年立法會換屆選舉' },
  edition: '2016',
  test: false,
  timeZone: 'Asia/Hong_Kong',
  pollOpensAt: '2012-09-09T07:30:00+08:00',
  pollClosesAt: '2012-09-09T22:30:00+08:00',
  version: 581,
  asOf: '2012-09-10T08:41:00+08:00',
  status: 'declared',
  stationsReported: 544,
  stationsExpected: 544,
  ...changes,
});

/** Shares by largest remainder, close enough for a fixture. */
const shareOf = (votes: number, valid: number): string | null =>
  valid === 0 ? null : ((votes / valid) * 100).toFixed(2);

export const aContestant = (id: string, changes: Partial<ContestantResult> = {}): ContestantResult => ({
  id,
  number: id,
  name: { en: `Candidate ${id}` },
  candidates: [{ id: `${id}a`, name: changes.name ?? { en: `Candidate ${id}` }, elected: false }],
  votes: 0,
  share: null,
  quotaSeats: 0,
  remainder: '0',
  seats: 0,
  elected: [],
  depositReturned: null,
  assistance: null,
  ...changes,
});

const STATION_NAMES = [
  'Community Hall',
  'Catholic Primary School',
  'Government Secondary School',
  'Sports Centre',
];
const PLACES = [
  'Princess Alexandra',
  'Tsuen Wan',
  'Shak Chung Shan',
  'Wong Siu Ching',
  'Tsuen King',
  'Chai Wan Kok',
  'Leighton Hill',
  'Lei Muk Shue',
  'Kwai Fong',
  'Tin Yiu',
];

export const someStations = (count: number, reported: number, valid: number): readonly StationSummary[] =>
  Array.from({ length: count }, (_, index): StationSummary => {
    const isIn = index < reported;
    const own = Math.floor(valid / Math.max(1, reported)) + ((index * 37) % 211) - 105;
    return {
      id: `K${String(100 + index * 7).padStart(4, '0')}`,
      kind: 'polling_counting',
      name: {
        en: `${PLACES[(index * 3) % 10]} ${STATION_NAMES[index % 4]} ${index}`,
        'zh-Hant': `荃灣第${index}社區會堂`,
      },
      electors: 5012 + index,
      status: isIn ? 'reported' : 'waiting',
      countedAt: null,
      count: isIn ? 1 : null,
      revision: isIn ? 1 : null,
      valid: isIn ? Math.max(0, own) : null,
      rejected: isIn ? 12 : null,
      flags:
        isIn && index % 9 === 3
          ? [{ code: 'W310', fields: ['$.votes'], figures: { valid: 3069, voters: 2996, difference: 73 } }]
          : [],
      corrected: index === 4 && isIn,
    };
  });

export interface ListCount {
  readonly fixture: ListConstituencyFixture;
  readonly status?: CountStatus;
  readonly reported?: number;
}

/** A list-PR constituency with its seats, by quota and largest remainder. */
export const listResult = ({
  fixture,
  status = 'declared',
  reported = fixture.stations,
}: ListCount): ConstituencyResult => {
  const portion = reported / fixture.stations;
  const lists = fixture.lists.map(([number, votes, names]) => ({
    number,
    names,
    votes: reported === 0 ? 0 : Math.round(votes * portion),
  }));
  const valid = lists.reduce((sum, list) => sum + list.votes, 0);
  const quota = Math.floor(valid / fixture.seats);
  const counted = lists.map((list) => {
    const times = quota === 0 ? 0 : Math.floor(list.votes / quota);
    const byQuota = Math.min(times, list.names.length);
    return {
      ...list,
      byQuota,
      remainder: times >= list.names.length && times > 0 ? null : list.votes - times * quota,
    };
  });
  const order: SeatFilled[] = [];
  const seats = new Map<string, number>();
  const give = (number: string, by: SeatFilled['by'], figure: number) => {
    const held = seats.get(number) ?? 0;
    seats.set(number, held + 1);
    order.push({
      seat: order.length + 1,
      contestant: number,
      candidate: `${number}-${held + 1}`,
      by,
      figure: String(figure),
    });
  };
  if (valid > 0) {
    for (const list of [...counted].sort((a, b) => b.votes - a.votes))
      for (let n = 0; n < list.byQuota; n += 1) give(list.number, 'quota', list.votes);
  }
  const rest = counted
    .filter((list) => list.remainder !== null)
    .sort((a, b) => (b.remainder ?? 0) - (a.remainder ?? 0));
  const open = valid > 0 ? fixture.seats - order.length : 0;
  for (const list of rest.slice(0, open)) give(list.number, 'remainder', list.remainder ?? 0);
  const last = rest[open - 1];
  const next = rest[open];
  const solid = status === 'declared' || status === 'corrected';
  const elected = order.flatMap((seat) => (seat.candidate === null ? [] : [seat.candidate]));
  const contestants = counted.map(
    (list): ContestantResult => ({
      id: list.number,
      number: list.number,
      name: { 'zh-Hant': list.names[0] ?? '' },
      candidates: list.names.map((name, index) => ({
        id: `${list.number}-${index + 1}`,
        name: /^[A-Z ]+$/.test(name) ? { en: name } : { 'zh-Hant': name },
        elected: elected.includes(`${list.number}-${index + 1}`),
      })),
      votes: list.votes,
      share: shareOf(list.votes, valid),
      quotaSeats: list.byQuota,
      remainder: valid === 0 || list.remainder === null ? null : String(list.remainder),
      seats: seats.get(list.number) ?? 0,
      elected: elected.filter((id) => id.startsWith(`${list.number}-`)),
      depositReturned: null,
      assistance: null,
    }),
  );
  return {
    id: fixture.id,
    kind: fixture.kind,
    system: 'list_pr',
    seats: fixture.seats,
    electors: fixture.electors,
    name: { en: fixture.en, 'zh-Hant': fixture.zhHant },
    status,
    contested: true,
    stationsReported: reported,
    stationsExpected: fixture.stations,
    valid,
    rejected: Math.round(valid / 80),
    quota: valid === 0 ? null : String(quota),
    quotaExact:
      valid === 0 ? null : valid % fixture.seats === 0 ? String(quota) : `${valid}/${fixture.seats}`,
    quotaRule: valid === 0 ? null : 'disregard',
    contestants,
    rounds: [],
    lots: { needed: false, among: [], places: 0, rounds: [] },
    flags: [],
    otherRuleSeats: null,
    seatOrder: order,
    lastSeat:
      last === undefined || valid === 0
        ? null
        : {
            contestant: last.number,
            figure: String(last.remainder ?? 0),
            next: next?.number ?? null,
            nextFigure: next === undefined ? null : String(next.remainder),
            gap: next === undefined ? null : String((last.remainder ?? 0) - (next.remainder ?? 0)),
          },
    unfilled: 0,
    misplaced: null,
    stations: someStations(fixture.stations, reported, valid),
    statement: null,
    declaration: solid
      ? { outcome: 'elected', elected, declaredAt: '2012-09-10T08:41:00+08:00', reason: null, entry: 580 }
      : null,
    relocations: [],
    adjournments: [],
    recounts: [],
    events: [],
    changes: [],
    progress: Array.from(
      { length: Math.min(reported, 20) },
      (_, index) =>
        [
          new Date(Date.parse('2012-09-10T00:10:00+08:00') + index * 1_500_000).toISOString(),
          Math.ceil(((index + 1) * reported) / Math.min(reported, 20)),
        ] as const,
    ),
    version: 581,
    asOf: '2012-09-10T08:41:00+08:00',
    entries: [2, ...Array.from({ length: reported }, (_, index) => 10 + index), ...(solid ? [580] : [])],
  };
};

const found = (id: string): ListConstituencyFixture => {
  const fixture = LEGCO_2012.find((one) => one.id === id);
  if (fixture === undefined) throw new Error(`No fixture ${id}`);
  return fixture;
};

export const newTerritoriesWest = (count: Omit<ListCount, 'fixture'> = {}): ConstituencyResult =>
  listResult({ fixture: found('LC4'), ...count });
export const hongKongIsland = (count: Omit<ListCount, 'fixture'> = {}): ConstituencyResult =>
  listResult({ fixture: found('LC1'), ...count });

export const allConstituencies = (): readonly ConstituencyResult[] =>
  LEGCO_2012.map((fixture) => listResult({ fixture }));

/** A constituency of another system, bare, to be filled in by a test. */
export const aResult = (changes: Partial<ConstituencyResult>): ConstituencyResult => ({
  ...hongKongIsland({ reported: 0, status: 'none' }),
  id: 'FC1',
  kind: 'ordinary_fc',
  system: 'first_past_the_post',
  seats: 1,
  electors: 12_000,
  name: { en: 'Legal', 'zh-Hant': '法律界', 'zh-Hans': '法律界' },
  contestants: [],
  stations: someStations(1, changes.stationsReported ?? 1, changes.valid ?? 0),
  stationsReported: 1,
  stationsExpected: 1,
  quota: null,
  quotaExact: null,
  quotaRule: null,
  ...changes,
});

/** First past the post: votes by candidate number, most first take the seats. */
export const firstPastThePost = (
  votes: readonly number[],
  seats: number,
  changes: Partial<ConstituencyResult> = {},
): ConstituencyResult => {
  const valid = changes.valid ?? votes.reduce((sum, value) => sum + value, 0);
  const ranked = votes
    .map((value, index) => ({ id: String(index + 1), value }))
    .sort((a, b) => b.value - a.value);
  const taking = ranked.slice(0, seats);
  const solid = (changes.status ?? 'declared') === 'declared';
  const next = ranked[seats];
  const last = taking.at(-1);
  return aResult({
    seats,
    status: 'declared',
    valid,
    contestants: votes.map((value, index) =>
      aContestant(String(index + 1), {
        name: { en: `CHAN Tai-man ${index + 1}`, 'zh-Hant': `陳大文${index + 1}` },
        affiliation: { en: 'Independent' },
        votes: value,
        share: shareOf(value, valid),
        seats: taking.some(({ id }) => id === String(index + 1)) ? 1 : 0,
        remainder: null,
      }),
    ),
    seatOrder: taking.map(({ id, value }, index) => ({
      seat: index + 1,
      contestant: id,
      candidate: `${id}a`,
      by: 'votes',
      figure: String(value),
    })),
    lastSeat:
      last === undefined
        ? null
        : {
            contestant: last.id,
            figure: String(last.value),
            next: next?.id ?? null,
            nextFigure: next ? String(next.value) : null,
            gap: next ? String(last.value - next.value) : null,
          },
    declaration: solid
      ? {
          outcome: 'elected',
          elected: taking.map(({ id }) => `${id}a`),
          declaredAt: '2016-09-05T04:12:00+08:00',
          reason: null,
          entry: 77,
        }
      : null,
    ...changes,
  });
};

/** The worked example of Appendix 3: five candidates, four rounds. [2016 App.3] */
export const appendixThree = (changes: Partial<ConstituencyResult> = {}): ConstituencyResult => {
  const ids = ['A', 'B', 'C', 'D', 'E'];
  const rounds: [Record<string, number>, Record<string, number>, number, number, string[], string[]][] = [
    [{ A: 3, B: 2, C: 44, D: 44, E: 7 }, {}, 100, 0, ['B'], []],
    [{ A: 3, C: 45, D: 45, E: 7 }, { C: 1, D: 1 }, 100, 0, ['A'], []],
    [{ C: 47, D: 45, E: 7 }, { C: 2 }, 99, 1, ['E'], []],
    [{ C: 51, D: 47 }, { C: 4, D: 2 }, 98, 1, [], ['C']],
  ];
  let exhaustedTotal = 0;
  return aResult({
    kind: 'special_fc',
    system: 'preferential',
    status: 'declared',
    valid: 100,
    name: { en: 'Insurance', 'zh-Hant': '保險界' },
    contestants: ids.map((id, index) =>
      aContestant(id, {
        number: String(index + 1),
        name: { en: `Candidate ${id}` },
        candidates: [{ id, name: { en: `Candidate ${id}` }, elected: id === 'C' }],
        votes: rounds[0]?.[0][id] ?? 0,
        share: null,
        seats: id === 'C' ? 1 : 0,
        elected: id === 'C' ? ['C'] : [],
      }),
    ),
    rounds: rounds.map(([votes, transferred, denominator, exhausted, eliminated, elected], index) => {
      exhaustedTotal += exhausted;
      const out = rounds[index - 1]?.[4] ?? [];
      return {
        round: index + 1,
        continuing: Object.keys(votes),
        votes,
        denominator,
        transferred: Object.fromEntries(Object.keys(votes).map((id) => [id, transferred[id] ?? 0])),
        transfers: Object.fromEntries(out.map((id) => [id, transferred])),
        exhausted,
        exhaustedTotal,
        shares: Object.fromEntries(
          Object.entries(votes).map(([id, value]) => [id, ((value / denominator) * 100).toFixed(2)]),
        ),
        eliminated,
        elected,
        by: elected.length > 0 ? ('absolute_majority' as const) : null,
      };
    }),
    seatOrder: [{ seat: 1, contestant: 'C', candidate: 'C', by: 'majority', figure: '51' }],
    lastSeat: null,
    declaration: {
      outcome: 'elected',
      elected: ['C'],
      declaredAt: '2016-09-05T04:12:00+08:00',
      reason: null,
      entry: 9,
    },
    ...changes,
  });
};

/** PopVote 2017: the printed numbers of voters, split by the printed percentages. */
export const popVote = (changes: Partial<ConstituencyResult> = {}): ConstituencyResult => {
  const rows = [
    ['曾俊華', 59_847, 2738, 2607],
    ['林鄭月娥', 978, 62_649, 1565],
    ['胡國興', 17_667, 25_686, 21_839],
  ] as const;
  return aResult({
    id: 'CE',
    kind: 'referendum',
    system: 'net_support',
    status: 'declared',
    valid: 65_192,
    electors: null,
    name: { en: 'Chief Executive candidates', 'zh-Hant': '行政長官候選人' },
    contestants: rows.map(([name, support, oppose, abstain], index) =>
      aContestant(String(index + 1), {
        name: { 'zh-Hant': name },
        candidates: [{ id: `${index + 1}a`, name: { 'zh-Hant': name }, elected: index === 0 }],
        votes: support,
        choices: { support, oppose, abstain, net: support - oppose },
        seats: index === 0 ? 1 : 0,
      }),
    ),
    seatOrder: [{ seat: 1, contestant: '1', candidate: '1a', by: 'net_support', figure: '57109' }],
    declaration: {
      outcome: 'elected',
      elected: ['1a'],
      declaredAt: '2017-03-20T04:12:00+08:00',
      reason: null,
      entry: 9,
    },
    ...changes,
  });
};

export const nominationStage = (changes: Partial<ConstituencyResult> = {}): ConstituencyResult =>
  aResult({
    id: 'NOM',
    kind: 'referendum',
    system: 'nomination',
    status: 'counting',
    electors: 3_779_085,
    valid: 59_000,
    seats: 3,
    name: { en: 'Civil nomination', 'zh-Hant': '公民提名' },
    contestants: [
      ['梁國雄', 20_234],
      ['曾俊華', 37_790],
      ['胡國興', 976],
    ].map(([name, votes], index) =>
      aContestant(String(index + 1), {
        name: { 'zh-Hant': String(name) },
        candidates: [{ id: `${index + 1}a`, name: { 'zh-Hant': String(name) }, elected: false }],
        votes: Number(votes),
      }),
    ),
    ...changes,
  });

export const aStation = (result: ConstituencyResult, changes: Partial<StationResult> = {}): StationResult => {
  const summary = result.stations[3] ?? someStations(4, 4, 9000)[3];
  if (summary === undefined) throw new Error('no station');
  const votes = Object.fromEntries(
    result.contestants.map((one, index) => [
      one.id,
      Math.round(one.votes / result.stationsExpected) + (index % 5),
    ]),
  );
  return {
    ...summary,
    constituency: result.id,
    votes,
    choices: null,
    valid: Object.values(votes).reduce((sum, value) => sum + value, 0),
    invalid: { unmarked: 3, overvote_list: 1 },
    questionable: { accepted: 4, rejected: { uncertain: 2 } },
    account: { supplied: 3000, unissued: 120, unused: 1, spoilt: 4, tendered: 0 },
    accountsWithheld: null,
    revisions: [
      {
        count: 1,
        revision: 1,
        reason: null,
        acceptedAt: '2012-09-10T01:09:00+08:00',
        role: 'presiding_officer',
        sha256: 'b3d1'.repeat(16),
        entry: 214,
        correction: false,
      },
      {
        count: 1,
        revision: 2,
        reason: 'digits swapped',
        acceptedAt: '2012-09-10T03:20:00+08:00',
        role: 'presiding_officer',
        sha256: 'e2f7'.repeat(16),
        entry: 402,
        correction: true,
      },
    ],
    feeders: [{ id: 'P1902', name: { en: 'P1902' }, kind: 'small_polling' }],
    previous: { id: 'K0114', name: { en: 'One' } },
    next: { id: 'K0128', name: { en: 'Two' } },
    version: 571,
    asOf: '2012-09-10T06:58:00+08:00',
    ...changes,
  };
};

const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** An election with its constituencies, as the pages above all elections list it. */
export const listed = (head: ElectionHead): ListedElection => ({
  ...head,
  constituencies: LEGCO_2012.map(({ id, en, zhHant }) => ({ id, name: { en, 'zh-Hant': zhHant } })),
});

/** Builds the view of a page in a language, at the address it is published under. */
export const views = (language: Language, head: ElectionHead = aHead()) => ({
  chooseLanguage: (): PageView => ({ kind: 'choose-language', path: '/', language }),
  desk: (): PageView => ({ kind: 'desk', path: `/${language.toLowerCase()}/desk/`, language }),
  notFound: (elections: readonly ListedElection[] = [listed(head)]): PageView => ({
    kind: 'not-found',
    path: pagePaths.notFound(language),
    language,
    elections,
  }),
  elections: (elections: readonly ElectionHead[] = [head]): PageView => ({
    kind: 'elections',
    path: pagePaths.elections(language),
    language,
    elections,
  }),
  election: (constituencies: readonly ConstituencyResult[] = allConstituencies()): PageView => {
    const results: ElectionResults = { ...head, constituencies, progress: constituencies[0]?.progress ?? [] };
    return { kind: 'election', path: pagePaths.election(language, head.election), language, head, results };
  },
  constituency: (result: ConstituencyResult): PageView => ({
    kind: 'constituency',
    path: pagePaths.constituency(language, head.election, result.id),
    language,
    head,
    result,
    notices: someNotices(head).filter(({ constituency }) => constituency?.id === result.id),
    changed: head.version,
  }),
  embedConstituency: (result: ConstituencyResult): PageView => ({
    kind: 'embed-constituency',
    path: pagePaths.embedConstituency(language, head.election, result.id),
    language,
    head,
    result,
    changed: head.version,
  }),
  /** The pages of a whole election that stand elsewhere: in frames, and in a hall. */
  elsewhere: (
    kind: 'embed-seats' | 'embed-progress' | 'hall',
    constituencies: readonly ConstituencyResult[] = allConstituencies(),
  ): PageView => {
    const results: ElectionResults = { ...head, constituencies, progress: constituencies[0]?.progress ?? [] };
    const paths = {
      'embed-seats': pagePaths.embedSeats,
      'embed-progress': pagePaths.embedProgress,
      hall: pagePaths.hall,
    };
    return { kind, path: paths[kind](language, head.election), language, head, results };
  },
  how: (result: ConstituencyResult): PageView => ({
    kind: 'how',
    path: pagePaths.how(language, head.election, result.id),
    language,
    head,
    result,
    changed: head.version,
  }),
  station: (result: ConstituencyResult, changes: Partial<StationResult> = {}): PageView => {
    const station = aStation(result, changes);
    return {
      kind: 'station',
      path: pagePaths.station(language, head.election, station.id),
      language,
      head,
      station,
      notices: [],
      result: { ...result, isStated: result.statement !== null },
      changed: undefined,
    };
  },
  notices: (notices: readonly NoticeResult[] = someNotices(head)): PageView => ({
    kind: 'notices',
    path: pagePaths.notices(language, head.election),
    language,
    head,
    notices,
    files: {
      csv: '/data/legco-2012/r/1-00000000/notices.csv',
      json: '/data/legco-2012/r/1-00000000/notices.json',
    },
  }),
  notice: (id: string, notices: readonly NoticeResult[] = someNotices(head)): PageView => {
    const at = notices.findIndex((notice) => notice.id === id);
    const notice = must(notices[at], `${id} is a notice`);
    const mentioned = notices.filter(({ id: other }) =>
      [notice.supersedes, notice.supersededBy, notice.gazettedBy].includes(other),
    );
    return {
      kind: 'notice',
      path: pagePaths.notice(language, head.election, id),
      language,
      head,
      notice,
      mentioned,
      before: notices[at + 1] ?? null,
      after: notices[at - 1] ?? null,
    };
  },
  openData: (): PageView => ({
    kind: 'open-data',
    path: pagePaths.openData(language, head.election),
    language,
    head,
    pointer: {
      election: head.election,
      version: head.version,
      asOf: head.asOf,
      status: head.status,
      test: head.test,
      size: 581,
      root: 'q80=',
      pollAfterMs: 5000,
      files: {},
    },
    index: {
      election: head.election,
      version: head.version,
      asOf: head.asOf,
      status: head.status,
      test: head.test,
      files: Object.fromEntries(
        ['results.json', 'results.csv', 'stations.csv', 'changes.json', 'constituencies/LC1.json'].map(
          (name) => [
            name,
            {
              path: `/data/${head.election}/r/581-9f86d081/${name}`,
              sha256: SHA,
              bytes: 81_234,
              type: 'application/json; charset=utf-8',
            },
          ],
        ),
      ),
    },
    excerpts: {
      'results.csv':
        'constituency,contestant,name,votes,share,seats\nLC1,1,許清安,2980,0.90,0\nLC1,2,單仲偕,40558,12.26,1\n',
      'stations.csv': 'station,constituency,contestant,votes\nA0101,LC1,1,12\n',
      'results.json': '{\n  "election": "legco-2012",\n  "version": 581\n}\n',
    },
  }),
  alerts: (): PageView => ({
    kind: 'alerts',
    path: pagePaths.alerts(language, head.election),
    language,
    head,
    constituencies: [
      { id: 'LC1', name: { en: 'Hong Kong Island', 'zh-Hant': '香港島' } },
      { id: 'LC2', name: { 'zh-Hant': '九龍西' } },
    ],
  }),
  verify: (): PageView => ({
    kind: 'verify',
    path: pagePaths.verify(language, head.election),
    language,
    head,
    verifierKey: 'open-returns/legco-2012+b3d1e2f7+AUvSmJX9xk0b9vGkQ0v5y6m2v2pA8m2L',
    witnesses: [
      {
        name: 'witness.university.example',
        vkey: 'witness.university.example+3fb148ef+BAAjjch9GyYz0sJsJx7ALhbdAtz2ov0unbzSl1vMp94O',
        cosigned: {
          size: 579,
          root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
          at: '2012-09-10T00:41:05.000Z',
          line: '— witness.university.example P7FI7w==\n',
        },
      },
      {
        name: 'witness.press.example',
        vkey: 'witness.press.example+0123abcd+BAAjjch9GyYz0sJsJx7ALhbdAtz2ov0unbzSl1vMp94O',
        cosigned: null,
      },
    ],
    size: 581,
    root: 'q80YxB1nq7yZC0wq2T0tYc0n0o2b0o8m3gk6c1w1hX4=',
    bytes: 812_340,
    needsWholeRules: false,
  }),
});

/** Names that a page must survive: markup, direction marks, formula starts, emoji, length. */
export const HOSTILE_NAMES: readonly Text[] = [
  { en: '<script>alert(1)</script><img src=x onerror=alert(2)>' },
  { en: '\u202eevil\u202c \u2067rtl\u2069 \u0645\u0631\u062d\u0628\u0627' },
  { en: '=HYPERLINK("http://x";"y")' },
  { 'zh-Hant': '👩‍👩‍👧‍👦陳大文🗳️' },
  { en: `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(8)}`.slice(0, 290) },
  { en: '"quoted" & \'single\' </title></p>' },
];
