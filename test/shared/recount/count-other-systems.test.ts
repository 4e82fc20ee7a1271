import { describe, expect, test } from 'vitest';
import { countedShape, countReports } from '#shared/recount/count-reports.ts';
import {
  aCandidate,
  aConstituency,
  anElectionOf,
  aRankedReport,
  aRanking,
  aReport,
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

  test('give rounds in the shape that files are compared in', () => {
    const [first] = countedShape(
      of([
        [['1', '2'], 4],
        [['2', '1'], 3],
        [['3', '2'], 2],
      ]),
    ).rounds;
    expect(first).toEqual({
      round: 1,
      continuing: ['1', '2', '3', '4'],
      votes: { '1': 4, '2': 3, '3': 2, '4': 0 },
      transferred: { '1': 0, '2': 0, '3': 0, '4': 0 },
      exhausted: 0,
      exhaustedTotal: 0,
      eliminated: ['4'],
      elected: [],
    });
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
    expect(asked({ '1': [3, 3, 9], '2': [1, 5, 0] })).toMatchObject({ status: 'all', seatOrder: [] });
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
