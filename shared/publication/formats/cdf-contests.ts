import type { Choices } from '../../election/report.ts';
import { textIn } from '../../election/text.ts';
import type { ConstituencyResult, ContestantResult, StationResult } from '../../recount/results.ts';
import type { StationFacts } from '../tables/stations-table.ts';
import { cdfId, cdfText, countStatus, typed } from './cdf-parts.ts';

type Counted = Readonly<Record<string, unknown>>;

const votes = (unit: string, count: number, more: Counted = { Type: 'total' }): Counted =>
  typed('VoteCounts', { GpUnitId: unit, Count: count, ...more });

/** Counts of stations whose votes are told, then of the constituency; what is not counted has no count. */
const totals = (
  { result, stations }: StationFacts,
  ofStation: (station: StationResult) => number | null,
  ofAll: number,
): readonly Counted[] => [
  ...stations.flatMap((station) => {
    const count = ofStation(station);
    return count === null ? [] : [votes(cdfId('station', station.id), count)];
  }),
  ...(result.stationsReported === 0 ? [] : [votes(cdfId('constituency', result.id), ofAll)]),
];

const VARIATIONS: Readonly<Record<ConstituencyResult['system'], string>> = {
  list_pr: 'proportional',
  preferential: 'rcv',
  first_past_the_post: 'plurality',
  nomination: 'other',
  net_support: 'other',
};

const variation = ({ system, seats }: ConstituencyResult): Counted => {
  if (system === 'first_past_the_post' && seats > 1) return { VoteVariation: 'n-of-m' };
  const name = VARIATIONS[system];
  return { VoteVariation: name, ...(name === 'other' ? { OtherVoteVariation: system } : {}) };
};

const state = (result: ConstituencyResult): Counted => {
  const { stationsReported, stationsExpected } = result;
  const isComplete = stationsReported === stationsExpected;
  return {
    CountStatus: [
      countStatus(isComplete ? 'completed' : stationsReported === 0 ? 'not-processed' : 'in-process'),
    ],
    SubUnitsReported: stationsReported,
    TotalSubUnits: stationsExpected,
  };
};

const contest = (result: ConstituencyResult, id: string, names: ConstituencyResult['name']): Counted => ({
  '@id': id,
  ElectionDistrictId: cdfId('constituency', result.id),
  // A plain string; the title has every language.
  Name: textIn(names, 'en').text,
  BallotTitle: cdfText(names),
});

const selection = (facts: StationFacts, contestant: ContestantResult, order: number): Counted => {
  const { result } = facts;
  const unit = cdfId('constituency', result.id);
  const { id } = contestant;
  const rounds = result.rounds.filter(({ votes: held }) => Object.hasOwn(held, id));
  return typed('CandidateSelection', {
    '@id': cdfId('selection', result.id, id),
    SequenceOrder: order + 1,
    CandidateIds: contestant.candidates.map((candidate) => cdfId('candidate', result.id, candidate.id)),
    VoteCounts: [
      ...totals(facts, (station) => (station.votes ? (station.votes[id] ?? 0) : null), contestant.votes),
      ...rounds.map(({ round, votes: held }) => votes(unit, held[id] ?? 0, { Type: 'total', Round: round })),
      ...(result.stationsReported === 0 ? [] : [votes(unit, contestant.seats, { Type: 'seats' })]),
    ],
  });
};

const candidateContest = (facts: StationFacts): Counted => {
  const { result } = facts;
  return typed('CandidateContest', {
    ...contest(result, cdfId('contest', result.id), result.name),
    VotesAllowed: result.system === 'first_past_the_post' ? result.seats : 1,
    NumberElected: result.seats,
    ...variation(result),
    ...state(result),
    ContestSelection: result.contestants.map((contestant, order) => selection(facts, contestant, order)),
  });
};

const ANSWERS = [
  ['support', { en: 'Support', 'zh-Hant': '支持', 'zh-Hans': '支持' }],
  ['oppose', { en: 'Oppose', 'zh-Hant': '反對', 'zh-Hans': '反对' }],
  ['abstain', { en: 'Abstain', 'zh-Hant': '棄權', 'zh-Hans': '弃权' }],
] as const;

/** A question that is answered with support, opposition or abstention. */
const question = (facts: StationFacts, contestant: ContestantResult, order: number): Counted => {
  const { result } = facts;
  const { id, choices } = contestant;
  const told = (given: Readonly<Record<string, Choices>> | null, answer: keyof Choices): number | null =>
    given ? (given[id]?.[answer] ?? 0) : null;
  return typed('BallotMeasureContest', {
    ...contest(result, cdfId('contest', result.id, id), contestant.name),
    SequenceOrder: order + 1,
    Type: 'referendum',
    ...variation(result),
    ...state(result),
    ContestSelection: ANSWERS.map(([answer, name], at) =>
      typed('BallotMeasureSelection', {
        '@id': cdfId('selection', result.id, id, answer),
        SequenceOrder: at + 1,
        Selection: cdfText(name),
        VoteCounts: totals(facts, (station) => told(station.choices, answer), choices?.[answer] ?? 0),
      }),
    ),
  });
};

/** The contests of a constituency: one, or one for each question. */
export const cdfContests = (facts: StationFacts): readonly Counted[] =>
  facts.result.system === 'net_support'
    ? facts.result.contestants.map((contestant, order) => question(facts, contestant, order))
    : [candidateContest(facts)];
