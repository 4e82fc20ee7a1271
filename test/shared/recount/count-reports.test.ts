import { describe, expect, test } from 'vitest';
import { countedShape, countReports } from '#shared/recount/count-reports.ts';
import {
  aCandidate,
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  aRankedReport,
  aRanking,
  aReport,
  aStation,
  balls,
  count,
  someLots,
} from '../../support/builders.ts';

const elected = (result: { contestants: readonly { elected: readonly string[] }[] }) =>
  result.contestants.flatMap((contestant) => contestant.elected);
const refusals = (input: Parameters<typeof countReports>[0]) => {
  const counted = countReports(input);
  const all = counted.ok ? [] : [...counted.problem.reports, ...counted.problem.lots];
  return all.map(({ code, path }) => `${code} ${path}`);
};

describe('a list poll counted from reports', () => {
  const twoLists = (seats: number, names: readonly [number, number]) =>
    anElectionOf(aConstituency({ seats, contestants: [aList('1', names[0]), aList('2', names[1])] }));

  test('has the exact shape that files are compared in', () => {
    const result = count(aDefinition(), [aReport({ invalid: { unmarked: 2 } }), aReport({ station: 'B' })])();
    expect(countedShape(result)).toEqual({
      id: 'LC1',
      status: 'all',
      stationsReported: 2,
      stationsExpected: 2,
      valid: 32,
      rejected: 2,
      quota: '16',
      contestants: [
        { id: '1', votes: 20, share: '62.50', quotaSeats: 1, remainder: '4', seats: 1, elected: ['1a'] },
        { id: '2', votes: 10, share: '31.25', quotaSeats: 0, remainder: '10', seats: 1, elected: ['2a'] },
        { id: '3', votes: 2, share: '6.25', quotaSeats: 0, remainder: '2', seats: 0, elected: [] },
      ],
      rounds: [],
      lots: { needed: false, among: [], places: 0 },
      flags: [],
    });
  });

  test('keeps the fraction of the quota where its rules say so, as an exact string', () => {
    const definition = aDefinition({ rules: { quotaFraction: 'keep' }, stations: [aStation('A')] });
    const result = count(definition, [aReport({ votes: { '1': 10, '2': 5, '3': 2 } })])();
    expect(result).toMatchObject({ quota: '17/2', quotaExact: '17/2', quotaRule: 'keep' });
    expect(result.contestants.map(({ remainder }) => remainder)).toEqual(['3/2', '5', '2']);
  });

  test('says where the other rule would seat others', () => {
    const definition = anElectionOf(
      aConstituency({ seats: 9, contestants: [aList('1', 9), aList('2', 9), aList('3', 9)] }),
    );
    const result = count(definition, [aReport({ votes: { '1': 8908, '2': 36764, '3': 4472 } })])();
    expect(result.contestants.map(({ seats }) => seats)).toEqual([1, 7, 1]);
    expect(result.flags).toEqual(['quotaRuleSensitive']);
    expect(result.otherRuleSeats).toEqual({ '1': 2, '2': 6, '3': 1 });
  });

  test('keeps the fraction after all where cutting it gives too many quotas', () => {
    const result = count(twoLists(5, [5, 5]), [aReport({ votes: { '1': 5, '2': 4 } })])();
    expect(result).toMatchObject({ quota: '9/5', quotaRule: 'keep' });
    expect(result.flags).toContain('QUOTA_OVERFLOW');
    expect(result.contestants.map(({ seats }) => seats)).toEqual([3, 2]);
  });

  test('gives an exhausted list no remainder and its seats to the others', () => {
    const definition = anElectionOf(
      aConstituency({ seats: 3, contestants: [aList('1', 1), aList('2', 3), aList('3', 3)] }),
    );
    const result = count(definition, [aReport({ votes: { '1': 90, '2': 7, '3': 2 } })])();
    expect(result.contestants.map(({ seats, remainder }) => [seats, remainder])).toEqual([
      [1, null],
      [1, '7'],
      [1, '2'],
    ]);
  });

  test('with not one vote leaves every seat to lots', () => {
    const result = count(twoLists(1, [1, 1]), [aReport({ votes: {} })])();
    expect(result).toMatchObject({
      status: 'lots',
      valid: 0,
      quota: null,
      lots: { needed: true, among: ['1', '2'], places: 1 },
    });
    expect(result.contestants.map(({ share }) => share)).toEqual([null, null]);
  });

  test('shows what is in while stations are missing, and names them as missing', () => {
    const result = count(aDefinition(), [aReport()])();
    expect(result).toMatchObject({ status: 'counting', stationsReported: 1, stationsExpected: 2, valid: 16 });
    expect(result.stations.map(({ status }) => status)).toEqual(['reported', 'waiting']);
  });

  test('without a report has no figures at all', () => {
    const result = count(aDefinition(), [])();
    expect(result).toMatchObject({ status: 'none', valid: 0, quota: null, seatOrder: [] });
    expect(elected(result)).toEqual([]);
  });

  test('that is uncontested needs no report: people, not lists', () => {
    const definition = anElectionOf(aConstituency({ seats: 3, contestants: [aList('1', 2), aList('2')] }));
    const result = count(definition, [])();
    expect(result).toMatchObject({ status: 'uncontested', contested: false, unfilled: 0 });
    expect(elected(result)).toEqual(['1a', '1b', '2a']);
  });

  test('with fewer people than seats fails to that extent', () => {
    const definition = anElectionOf(aConstituency({ seats: 3, contestants: [aList('1', 2)] }));
    expect(count(definition, [])()).toMatchObject({ status: 'failed', unfilled: 1 });
  });

  test('never counts a name that was struck off the end of a list', () => {
    const result = count(twoLists(2, [5, 5]), [aReport({ votes: { '1': 99, '2': 1 } })])();
    expect(elected(result)).toEqual(['1a', '1b']);
    expect(result.contestants[0]?.candidates).toHaveLength(2);
  });

  test('waits for misplaced papers only where the central line alone is missing', () => {
    const definition = aDefinition({
      stations: [aStation('A'), aStation('CCS', { kind: 'central_counting' })],
    });
    expect(count(definition, [aReport()])().status).toBe('misplaced');
    expect(count(definition, [aReport(), aReport({ station: 'CCS', votes: {} })])().status).toBe('all');
  });
});

describe('revisions and recounts', () => {
  const ten = (changes: Parameters<typeof aReport>[0]) => aReport({ reason: 'checked', ...changes });
  const votesOf = (...reports: ReturnType<typeof aReport>[]) =>
    count(anElectionOf(aConstituency()), reports)().contestants[0]?.votes;

  test('the highest count wins over the highest revision, in whatever order they stand', () => {
    const recount = ten({ count: 2, votes: { '1': 77 } });
    const late = ten({ count: 1, revision: 9, votes: { '1': 11 } });
    expect(votesOf(recount, late)).toBe(77);
    expect(votesOf(late, recount)).toBe(77);
  });

  test('revision 10 is higher than revision 9', () => {
    expect(votesOf(ten({ revision: 10, votes: { '1': 10 } }), ten({ revision: 9, votes: { '1': 9 } }))).toBe(
      10,
    );
  });

  test('the same report twice is one report, however its fields are ordered', () => {
    const definition = anElectionOf(aConstituency());
    const turned = aReport({ votes: { '3': 1, '2': 5, '1': 10 } });
    expect(refusals({ definition, reports: [aReport(), turned], lots: [] })).toEqual([]);
    expect(votesOf(aReport(), aReport())).toBe(10);
  });

  test('two contents for one revision are refused, naming the second', () => {
    const reports = [aReport(), aReport({ votes: { '1': 11 } })];
    expect(refusals({ definition: aDefinition(), reports, lots: [] })).toEqual(['not-unique $[1]']);
  });

  test('what does not fit the definition is refused with its place in the file', () => {
    const reports = [aReport(), aReport({ station: 'Z' }), aReport({ station: 'B', votes: { x: 1 } })];
    expect(refusals({ definition: aDefinition(), reports, lots: [] })).toEqual([
      'unknown-station $[1].station',
      'unknown-contestant $[2].votes.x',
    ]);
  });
});

describe('several seats by most votes', () => {
  const labour = anElectionOf(
    aConstituency({
      kind: 'ordinary_fc',
      system: 'first_past_the_post',
      seats: 3,
      contestants: ['1', '2', '3', '4', '5'].map((id) => aCandidate(id)),
    }),
  );
  const of = (votes: Record<string, number>, papers: number, lots = [] as ReturnType<typeof someLots>[]) =>
    count(labour, [aReport({ votes, papers })], lots)();

  test('fills them from the top, with shares of the papers', () => {
    const result = of({ '1': 50, '2': 40, '3': 30, '4': 20, '5': 10 }, 60);
    expect(elected(result)).toEqual(['1', '2', '3']);
    expect(result.valid).toBe(60);
    expect(result.contestants.map(({ share }) => share)).toEqual([
      '83.33',
      '66.67',
      '50.00',
      '33.33',
      '16.67',
    ]);
    expect(result.lastSeat).toMatchObject({ contestant: '3', next: '4', gap: '10' });
  });

  test('needs no lots for a tie that fits, and lots for the rest of one that does not', () => {
    expect(of({ '1': 5, '2': 5, '3': 5 }, 5).lots.needed).toBe(false);
    const tied = of({ '1': 9, '2': 5, '3': 5, '4': 5 }, 9);
    expect(elected(tied)).toEqual(['1']);
    expect(tied).toMatchObject({ status: 'lots', lots: { needed: true, among: ['2', '3', '4'], places: 2 } });
  });

  test('takes the balls in their stages, named by number or by words, with re-draws', () => {
    const votes = { '1': 9, '2': 5, '3': 5, '4': 5 };
    const first = someLots({ stage: 'first', draws: balls(['2', 10], ['3', 4], ['4', 4]) });
    expect(of(votes, 9, [first]).lots).toMatchObject({ needed: true });
    const again = someLots({ stage: 2, draws: balls(['3', 1], ['4', 2]) });
    const result = of(votes, 9, [first, again]);
    expect(elected(result)).toEqual(['1', '2', '4']);
    expect(result).toMatchObject({ status: 'all', flags: [], lots: { needed: false } });
    expect(result.seatOrder.map(({ by }) => by)).toEqual(['votes', 'lots', 'lots']);
  });

  test('takes a whole drawing in one stage', () => {
    const draws = balls(['2', 10], ['3', 4], ['4', 4], ['3', 7], ['4', 2]);
    expect(elected(of({ '1': 9, '2': 5, '3': 5, '4': 5 }, 9, [someLots({ draws })]))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  test.each([
    ['a ball of somebody who is not tied', balls(['1', 3], ['2', 4], ['3', 5])],
    ['a ball missing', balls(['2', 4], ['3', 5])],
    ['a ball drawn twice', balls(['2', 4], ['2', 5], ['3', 1])],
    ['a ball too many', balls(['2', 4], ['3', 5], ['4', 1], ['2', 7])],
  ])('does not let %s decide anything, and says so', (_, draws) => {
    const result = of({ '1': 9, '2': 5, '3': 5, '4': 5 }, 9, [someLots({ draws })]);
    expect(elected(result)).toEqual(['1']);
    expect(result).toMatchObject({ status: 'lots', flags: ['lotsNotApplicable'], lots: { needed: true } });
  });

  test('does not need lots that were drawn for no tie, and says so', () => {
    const result = of({ '1': 9, '2': 5, '3': 4, '4': 1 }, 9, [someLots()]);
    expect(elected(result)).toEqual(['1', '2', '3']);
    expect(result.flags).toEqual(['lotsNotApplicable']);
  });

  test('lets later balls decide where earlier ones were drawn for a tie that is gone', () => {
    const gone = someLots({ draws: balls(['1', 3], ['5', 4]) });
    const now = someLots({ stage: 2, draws: balls(['2', 1], ['3', 5], ['4', 9]) });
    const result = of({ '1': 9, '2': 5, '3': 5, '4': 5 }, 9, [gone, now]);
    expect(elected(result)).toEqual(['1', '3', '4']);
    expect(result).toMatchObject({ status: 'all', flags: ['lotsNotApplicable'] });
  });

  test('refuses balls of nobody and lots of nowhere', () => {
    const lots = [someLots({ draws: balls(['1', 1], ['9', 2]) }), someLots({ constituency: 'X' })];
    expect(refusals({ definition: labour, reports: [], lots })).toEqual([
      'unknown-contestant $[0].draws[1].contestant',
      'unknown-constituency $[1].constituency',
    ]);
  });
});

describe('ranked papers', () => {
  const four = anElectionOf(aRanking(['1', '2', '3', '4']));
  const of = (rankings: Parameters<typeof aRankedReport>[0], lots = [] as ReturnType<typeof someLots>[]) =>
    count(four, [aRankedReport(rankings)], lots)();

  test('elect by more than half; exactly half is not enough', () => {
    expect(
      of([
        [['1'], 6],
        [['2'], 5],
      ]).rounds,
    ).toHaveLength(1);
    const half = of([
      [['1', '2'], 5],
      [['2'], 3],
      [['3', '2'], 2],
    ]);
    expect(half.rounds.length).toBeGreaterThan(1);
  });

  test('stop counting at a skipped rank and at a rank given twice', () => {
    const result = of([
      [['1', null, '2'], 3],
      [['3', ['1', '2'], '4'], 2],
      [['4', '2'], 4],
      [['2'], 4],
    ]);
    const last = result.rounds.at(-1);
    expect(result.rounds[0]?.votes).toEqual({ '1': 3, '2': 4, '3': 2, '4': 4 });
    expect(last?.exhaustedTotal).toBe(5);
    expect(result.lots).toMatchObject({ needed: true, among: ['2', '4'], places: 1 });
  });

  test('without a single first preference are rejected, not counted', () => {
    const result = of([
      [[null, '1'], 3],
      [[['1', '2']], 2],
      [[], 1],
      [['1'], 1],
    ]);
    expect(result).toMatchObject({ valid: 1, rejected: 6 });
    expect(result.stations[0]).toMatchObject({ valid: 1, rejected: 6 });
  });

  test('keep the better of two ranks that name one candidate', () => {
    expect(
      of([
        [['1', '2', '1', '3'], 1],
        [['2'], 2],
        [['3'], 2],
      ]).rounds[2]?.votes,
    ).toEqual({ '2': 3, '3': 2 });
  });

  test('list every continuing candidate in each round, also those with none', () => {
    const result = of([
      [['1', '2'], 4],
      [['2', '1'], 3],
      [['3', '2'], 2],
    ]);
    expect(result.rounds[0]).toMatchObject({
      continuing: ['1', '2', '3', '4'],
      votes: { '1': 4, '2': 3, '3': 2, '4': 0 },
      eliminated: ['4'],
      transferred: { '1': 0, '2': 0, '3': 0, '4': 0 },
    });
    expect(result.rounds.map(({ eliminated }) => eliminated)).toEqual([['4'], ['3'], []]);
    expect(elected(result)).toEqual(['2']);
  });

  test('that all bear one preference elect the most votes at once, unless the top is tied', () => {
    expect(
      of([
        [['1'], 3],
        [['2'], 2],
        [['3'], 2],
      ]).rounds,
    ).toHaveLength(1);
    const tied = of([
      [['1'], 3],
      [['2'], 3],
      [['3'], 1],
    ]);
    expect(tied.lots).toMatchObject({ needed: true, among: ['1', '2'] });
  });

  test('leave the last tie to lots, and take them', () => {
    const tied: Parameters<typeof aRankedReport>[0] = [
      [['1'], 2],
      [['2'], 2],
    ];
    expect(of(tied)).toMatchObject({ status: 'lots', lots: { needed: true, among: ['1', '2'], places: 1 } });
    const drawn = of(tied, [someLots({ draws: balls(['1', 4], ['2', 5]) })]);
    expect(elected(drawn)).toEqual(['2']);
    expect(drawn.rounds.at(-1)).toMatchObject({ elected: ['2'], by: 'lots' });
    expect(drawn.lastSeat).toMatchObject({ contestant: '2', next: '1', gap: '0' });
  });

  test('that nobody cast leave all candidates to lots', () => {
    expect(of([])).toMatchObject({
      status: 'lots',
      valid: 0,
      lots: { needed: true, among: ['1', '2', '3', '4'] },
    });
  });
});

describe('civil referendums', () => {
  const question = (ids: readonly string[]) =>
    anElectionOf(
      aConstituency({
        kind: 'referendum',
        system: 'net_support',
        seats: 1,
        contestants: ids.map((id) => aCandidate(id)),
      }),
    );
  const asked = (choices: Record<string, readonly [number, number, number]>) => {
    const { votes: _, ...report } = aReport();
    const given = Object.fromEntries(
      Object.entries(choices).map(([id, [support, oppose, abstain]]) => [id, { support, oppose, abstain }]),
    );
    return count(question(Object.keys(choices)), [{ ...report, choices: given }])();
  };

  test('name the highest net support', () => {
    const result = asked({ '1': [10, 2, 1], '2': [11, 4, 0] });
    expect(elected(result)).toEqual(['1']);
    expect(result.contestants[0]).toMatchObject({ votes: 10, choices: { net: 8 }, depositReturned: null });
    expect(result.valid).toBe(15);
  });

  test('name nobody whom more oppose than support', () => {
    expect(asked({ '1': [3, 3, 9], '2': [1, 5, 0] })).toMatchObject({ unfilled: 1, seatOrder: [] });
  });

  test('name nobody between equal highest nets, and say so', () => {
    expect(asked({ '1': [9, 3, 0], '2': [7, 1, 0] })).toMatchObject({
      flags: ['netSupportTie'],
      seatOrder: [],
    });
  });

  const nomination = (electors: number | null) => {
    const constituency = aConstituency({
      kind: 'referendum',
      system: 'nomination',
      seats: 1,
      contestants: ['1', '2'].map((id) => aCandidate(id)),
      ...(electors === null ? {} : { electors }),
    });
    return count(anElectionOf(constituency), [aReport({ votes: { '1': 37_790, '2': 37_789 } })])();
  };

  test('nominate whoever reaches one per cent, rounded down', () => {
    const result = nomination(3_779_085);
    expect(result.quota).toBe('37790');
    expect(elected(result)).toEqual(['1']);
  });

  test('nominate nobody while the number of electors is unknown', () => {
    expect(nomination(null)).toMatchObject({ quota: null, flags: ['electorsUnknown'], seatOrder: [] });
  });
});

describe('ids that look like parts of an object', () => {
  test('count like all others', () => {
    const ids = ['length', 'then', '0', 'null', '-1', 'a.b', "'; drop"];
    const definition = anElectionOf(
      aConstituency({
        seats: 2,
        contestants: ids.map((id, index) => aList(id, 1, { number: String(index) })),
      }),
    );
    const result = count(definition, [aReport({ votes: Object.fromEntries(ids.map((id, i) => [id, i])) })])();
    expect(result.contestants.map(({ id, votes }) => [id, votes])).toEqual(ids.map((id, i) => [id, i]));
  });
});
