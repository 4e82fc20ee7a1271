import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReport } from '#shared/election/check-report.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { rejectedPapers, StationReport } from '#shared/election/report.ts';
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
} from '../../support/builders.ts';

const told = (input: unknown) => {
  const parsed = parseInput(StationReport, input);
  return parsed.ok ? [] : parsed.problem.map(({ code, path, value }) => ({ code, path, value }));
};

const text = (extra: string) =>
  JSON.parse(`{"constituency":"LC1","station":"A","count":1,"revision":1,${extra}}`);

describe('a report as it is sent', () => {
  test('may hold everything the format has', () => {
    expect(
      told({
        ...aReport({ revision: 2, reason: 'digits swapped', count: 2 }),
        invalid: { unmarked: 3, overvote_list: 1 },
        questionable: { accepted: 4, rejected: { uncertain: 2 } },
        account: { supplied: 3000, unissued: 120, unused: 1, spoilt: 4, tendered: 0 },
      }),
    ).toEqual([]);
  });

  test.each([
    ['"votes":{"1":-1}', 'too-small', '$.votes["1"]', -1],
    ['"votes":{"1":1.5}', 'not-a-whole-number', '$.votes["1"]', 1.5],
    ['"votes":{"1":100000000}', 'too-great', '$.votes["1"]', 100_000_000],
    ['"votes":{"1":1e21}', 'too-great', '$.votes["1"]', 1e21],
    ['"votes":{"1":"7"}', 'wrong-type', '$.votes["1"]', '7'],
    ['"votes":{"1":null}', 'wrong-type', '$.votes["1"]', null],
    ['"votes":{"1":true}', 'wrong-type', '$.votes["1"]', true],
    ['"votes":{"1":[1]}', 'wrong-type', '$.votes["1"]', [1]],
    ['"votes":[1,2]', 'wrong-type', '$.votes', [1, 2]],
    ['"votes":{"__proto__":5}', 'reserved-name', '$.votes.__proto__', '__proto__'],
    ['"votes":{"constructor":5}', 'reserved-name', '$.votes.constructor', 'constructor'],
    ['"votes":{"toString":5}', 'reserved-name', '$.votes.toString', 'toString'],
    ['"votes":{"":5}', 'not-an-identifier', '$.votes[""]', ''],
    ['"__proto__":{"votes":{"1":5}}', 'reserved-name', '$.__proto__', '__proto__'],
    ['"vote":{"1":5}', 'unknown-field', '$.vote', { '1': 5 }],
    ['"rankings":[{"order":["1"],"papers":-1}]', 'too-small', '$.rankings[0].papers', -1],
    ['"rankings":[{"order":"1","papers":1}]', 'wrong-type', '$.rankings[0].order', '1'],
    ['"rankings":[{"order":["1"]}]', 'missing-field', '$.rankings[0].papers', null],
    ['"rankings":[{"order":["1"],"papers":1,"x":1}]', 'unknown-field', '$.rankings[0].x', 1],
    ['"choices":{"1":{"support":1,"oppose":2}}', 'missing-field', '$.choices["1"].abstain', null],
    [
      '"choices":{"1":{"support":1,"oppose":2,"abstain":0.1}}',
      'not-a-whole-number',
      '$.choices["1"].abstain',
      0.1,
    ],
    ['"invalid":{"torn":1}', 'unknown-field', '$.invalid.torn', 1],
    ['"invalid":{"unmarked":-2}', 'too-small', '$.invalid.unmarked', -2],
    ['"questionable":{"rejected":{"unmarked":1}}', 'unknown-field', '$.questionable.rejected.unmarked', 1],
    ['"account":{"supplied":1e3,"lost":1}', 'unknown-field', '$.account.lost', 1],
    ['"reason":""', 'too-short', '$.reason', ''],
  ])('with %s is refused as %s at %s', (extra, code, path, value) => {
    expect(told(text(extra))).toContainEqual({ code, path, value });
    expect(({} as Record<string, unknown>)['votes']).toBeUndefined();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'never counts %d votes',
    (votes) => {
      expect(told(aReport({ votes: { '1': votes } }))).toHaveLength(1);
    },
  );

  test.each([
    ['count', 0],
    ['count', 100],
    ['revision', 0],
    ['revision', 1000],
    ['revision', '1'],
    ['station', 'a/b'],
    ['constituency', null],
  ])('is refused with %s = %j', (field, value) => {
    expect(told({ ...aReport(), [field]: value })[0]?.path).toBe(`$.${field}`);
  });

  test('needs a reason from its second revision on, but not for a recount', () => {
    expect(told(aReport({ revision: 2 }))).toEqual([
      { code: 'reason-required', path: '$.reason', value: null },
    ]);
    expect(told(aReport({ count: 2 }))).toEqual([]);
  });

  test.each([null, [], [aReport()], 'x', 7, true, {}])('is not %j', (input) => {
    expect(told(input).length).toBeGreaterThan(0);
  });

  test('takes a skipped rank and a rank given twice as they were written, but no rank of nobody', () => {
    expect(told(aRankedReport([[['1', null, ['2', '3']], 1]]))).toEqual([]);
    expect(told(aRankedReport([[[[]], 1]]))).not.toEqual([]);
    expect(told(aRankedReport([[[['1']], 1]]))).not.toEqual([]);
    expect(told(aRankedReport([[[], 1]]))).toEqual([]);
  });

  test('of any kind is read or refused, never thrown over, and nothing is polluted', () => {
    const hostile = fc.object({
      key: fc.constantFrom('votes', '__proto__', 'constructor', 'rankings', 'order', 'a'),
    });
    fc.assert(
      fc.property(hostile, (extra) => {
        parseInput(StationReport, { ...aReport(), ...extra });
        parseInput(StationReport, { ...aReport(), votes: extra, rankings: [extra], choices: extra });
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });

  test('adds up the papers that were not counted', () => {
    expect(rejectedPapers({})).toBe(0);
    expect(
      rejectedPapers({
        invalid: { unmarked: 3, spoilt: 1 },
        questionable: { accepted: 9, rejected: { uncertain: 2 } },
      }),
    ).toBe(6);
  });
});

const places = aDefinition({
  constituencies: [
    aConstituency(),
    aConstituency({ id: 'LC2', contestants: [aList('1'), aList('2')] }),
    aRanking(['1', '2', '3'], { id: 'FC1' }),
    aConstituency({
      id: 'FC2',
      kind: 'ordinary_fc',
      system: 'first_past_the_post',
      seats: 1,
      contestants: [aCandidate('1'), aCandidate('2')],
    }),
    aConstituency({
      id: 'LAB',
      kind: 'ordinary_fc',
      system: 'first_past_the_post',
      seats: 3,
      contestants: ['1', '2', '3', '4'].map((id) => aCandidate(id)),
    }),
    aConstituency({
      id: 'Q',
      kind: 'referendum',
      system: 'net_support',
      seats: 1,
      contestants: [aCandidate('1')],
    }),
    aConstituency({
      id: 'N',
      kind: 'referendum',
      system: 'nomination',
      seats: 1,
      contestants: [aCandidate('1')],
    }),
  ],
  stations: [
    aStation('A'),
    aStation('S', { kind: 'small_polling', countedAt: 'A' }),
    aStation('D', { kind: 'dedicated_polling' }),
    aStation('B', { countedAt: 'A' }),
    ...['LC2', 'FC1', 'FC2', 'LAB', 'Q', 'N'].map((id) => aStation(`at-${id}`, { constituency: id })),
  ],
});

const at = (constituency: string, fields: Partial<StationReport>): StationReport => {
  const { votes: _, ...rest } = aReport({ constituency, station: `at-${constituency}` });
  return { ...rest, ...fields };
};

const checked = (report: StationReport) => {
  const result = checkReport(places, report);
  return result.ok ? [] : result.problem.map(({ code, path, value }) => ({ code, path, value }));
};

const one = { support: 1, oppose: 1, abstain: 1 };
const ranked = [{ order: ['1'], papers: 1 }];

describe('a report held against its definition', () => {
  test.each([
    [aReport()],
    [at('FC1', { rankings: [{ order: ['1', null, ['2', '3']], papers: 2 }] })],
    [at('FC1', { rankings: [] })],
    [at('FC2', { votes: { '1': 1 } })],
    [at('LAB', { votes: { '1': 1 }, papers: 1 })],
    [at('Q', { choices: { '1': one } })],
    [at('N', { votes: { '1': 1 } })],
  ])('fits: %j', (report) => {
    expect(checked(report)).toEqual([]);
  });

  test.each([
    [aReport({ constituency: 'LC9' }), 'unknown-constituency', '$.constituency', 'LC9'],
    [aReport({ station: 'Z' }), 'unknown-station', '$.station', 'Z'],
    [aReport({ station: 'at-LC2' }), 'station-of-another-constituency', '$.station', 'at-LC2'],
    [aReport({ station: 'S' }), 'counted-elsewhere', '$.station', 'S'],
    [aReport({ station: 'B' }), 'counted-elsewhere', '$.station', 'B'],
    [aReport({ station: 'D' }), 'counted-elsewhere', '$.station', 'D'],
    [at('LC2', { votes: { '1': 1 } }), 'uncontested', '$.constituency', 'LC2'],
    [aReport({ votes: { '1': 1, '4': 2 } }), 'unknown-contestant', '$.votes["4"]', '4'],
    [aReport({ votes: { '1a': 1 } }), 'unknown-contestant', '$.votes["1a"]', '1a'],
    [at('LC1', { station: 'A' }), 'votes-missing', '$.votes', null],
    [at('LC1', { station: 'A', votes: {}, rankings: ranked }), 'not-in-system', '$.rankings', ranked],
    [at('LC1', { station: 'A', votes: {}, papers: 1 }), 'not-in-system', '$.papers', 1],
    [at('FC1', { votes: { '1': 1 } }), 'not-in-system', '$.votes', { '1': 1 }],
    [
      at('FC1', { rankings: [{ order: ['9'], papers: 1 }] }),
      'unknown-contestant',
      '$.rankings[0].order[0]',
      '9',
    ],
    [
      at('FC1', { rankings: [{ order: ['1', ['2', '9']], papers: 1 }] }),
      'unknown-contestant',
      '$.rankings[0].order[1]',
      '9',
    ],
    [at('FC2', { votes: {}, papers: 3 }), 'not-in-system', '$.papers', 3],
    [at('LAB', { votes: { '1': 1 } }), 'papers-missing', '$.papers', null],
    [at('Q', { votes: { '1': 1 } }), 'votes-missing', '$.choices', null],
    [at('Q', { choices: { '2': one } }), 'unknown-contestant', '$.choices["2"]', '2'],
    [at('N', { votes: {}, choices: { '1': one } }), 'not-in-system', '$.choices', { '1': one }],
  ])('does not: %j', (report, code, path, value) => {
    expect(checked(report)).toContainEqual({ code, path, value });
  });

  test('shows at most a line of a value that does not belong', () => {
    const votes = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`candidate ${index}`, index]));
    const [first] = checked(at('FC1', { votes, rankings: [] }));
    expect(String(first?.value).length).toBeLessThanOrEqual(121);
  });

  test('names what would be allowed, but never a hundred of them', () => {
    const many = anElectionOf(
      aConstituency({ contestants: Array.from({ length: 100 }, (_, i) => aList(`L${i}`, 1)) }),
    );
    const result = checkReport(many, aReport({ votes: { x: 1 } }));
    const allowed = result.ok ? '' : String(result.problem[0]?.figures?.['allowed']);
    expect(allowed.split(', ')).toHaveLength(40);
  });
});
