import { describe, expect, test } from 'vitest';
import { countedShape, countReports } from '#shared/recount/count-reports.ts';
import {
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  aReport,
  aStation,
  count,
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
