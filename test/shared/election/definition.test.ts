import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContested, parseDefinition, standingNames } from '#shared/election/check-definition.ts';
import { countingStations, countsVotes } from '#shared/election/definition.ts';
import {
  aCandidate,
  aConstituency,
  aDefinition,
  aList,
  anElectionOf,
  aRanking,
  aStation,
} from '../../support/builders.ts';

const told = (input: unknown) => {
  const parsed = parseDefinition(input);
  return parsed.ok ? [] : parsed.problem.map(({ code, path, value }) => ({ code, path, value }));
};
const noticesOf = (input: unknown) => {
  const parsed = parseDefinition(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value.notices;
};

describe('a definition', () => {
  test('that is whole is taken as it is, without notices', () => {
    const definition = aDefinition();
    expect(parseDefinition(definition)).toEqual({ ok: true, value: { definition, notices: [] } });
  });

  test('may leave out what the format lets it', () => {
    const full = aDefinition({
      rules: { quotaFraction: 'keep' },
      entry: 'double',
      publishRankings: true,
      publishAccounts: true,
      constituencies: [
        aConstituency({
          electors: 5,
          contestants: [aList('1', 3, { affiliation: { en: 'X' } }), aList('2')],
        }),
      ],
      stations: [aStation('A', { electors: 0 }), aStation('B', { kind: 'small_polling', countedAt: 'A' })],
    });
    expect(told(full)).toEqual([]);
  });

  test.each([
    ['id', 42],
    ['title', 'Election'],
    ['edition', '2020'],
    ['timeZone', 'UTC'],
    ['pollOpensAt', '2016-09-04'],
    ['pollClosesAt', '2016-13-04T22:30:00+08:00'],
    ['test', 'no'],
    ['rules', { quotaFraction: 'round' }],
    ['rules', { other: 1 }],
    ['entry', 'triple'],
    ['publishRankings', 1],
    ['publishAccounts', 'yes'],
    ['constituencies', []],
    ['constituencies', {}],
    ['stations', null],
    ['secret', true],
  ])('is refused with %s = %j, and the path says so', (field, value) => {
    const problems = told({ ...aDefinition(), [field]: value });
    expect(problems).not.toEqual([]);
    for (const { path } of problems) expect(path).toMatch(new RegExp(`^\\$\\.${field}`));
  });

  test.each([
    'id',
    'title',
    'edition',
    'timeZone',
    'pollOpensAt',
    'pollClosesAt',
    'test',
    'constituencies',
    'stations',
  ])('is refused without %s', (field) => {
    const { [field]: _, ...rest } = aDefinition() as unknown as Record<string, unknown>;
    expect(told(rest)).toContainEqual({ code: 'missing-field', path: `$.${field}`, value: null });
  });

  test.each([null, undefined, [], 'x', 1, true])('is not %j', (input) => {
    expect(told(input)).not.toEqual([]);
  });

  test.each([
    ['', 'not-an-identifier'],
    ['a b', 'not-an-identifier'],
    ['../x', 'not-an-identifier'],
    ['a..b', 'not-an-identifier'],
    ['-a', 'not-an-identifier'],
    ['__proto__', 'not-an-identifier'],
    ['香港', 'not-an-identifier'],
    ['a/b', 'not-an-identifier'],
    ['a#b', 'not-an-identifier'],
    ['x'.repeat(65), 'not-an-identifier'],
    ['404', 'reserved-name'],
    ['desk', 'reserved-name'],
    ['accounts', 'reserved-name'],
  ])('cannot have the id %j', (id, code) => {
    expect(told(aDefinition({ id }))).toEqual([{ code, path: '$.id', value: id }]);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    'cannot have a contestant called %s: every object answers to that',
    (id) => {
      const contestants = [aList('1'), { ...aList('2', 2), id }, aList('3')];
      expect(told(anElectionOf(aConstituency({ contestants })))).toEqual([
        { code: 'reserved-name', path: '$.constituencies[0].contestants[1].id', value: id },
      ]);
    },
  );

  test.each(['', 'x'.repeat(101), 'a\u0000', '\ud800'])('cannot have a contestant called %j', (id) => {
    const contestants = [aList('1', 2), { ...aList('2', 2), id }];
    expect(told(anElectionOf(aConstituency({ contestants })))[0]?.code).toBe('not-an-identifier');
  });

  test.each([
    ['', 'too-short'],
    [' ', 'blank-text'],
    ['1\u0007', 'control-character'],
    ['\udfff', 'ill-formed-text'],
    ['x'.repeat(21), 'too-long'],
  ])('cannot have a contestant numbered %j', (number, code) => {
    const contestants = [aList('1', 2), { ...aList('2', 2), number }];
    expect(told(anElectionOf(aConstituency({ contestants })))[0]).toMatchObject({
      code,
      path: '$.constituencies[0].contestants[1].number',
    });
  });

  test.each([0, -1, 1.5, '2', 1001, null])('cannot fill %j seats', (seats) => {
    const input = aDefinition({ constituencies: [{ ...aConstituency(), seats: seats as number }] });
    expect(told(input)[0]?.path).toBe('$.constituencies[0].seats');
  });

  test('names the path of a hostile name deep inside', () => {
    const contestants = [
      aList('1', 2),
      { ...aList('2', 2), candidates: [{ id: '2a', name: { en: 'x'.repeat(10_240) } }] },
    ];
    expect(told(anElectionOf(aConstituency({ contestants })))).toEqual([
      {
        code: 'too-long',
        path: '$.constituencies[0].contestants[1].candidates[0].name.en',
        value: `${'x'.repeat(120)}…`,
      },
    ]);
  });

  test('names unknown fields wherever they stand', () => {
    const definition = JSON.parse(JSON.stringify(aDefinition()));
    definition.constituencies[0].colour = 'red';
    definition.constituencies[0].contestants[1].party = 'X';
    definition.stations[1].lat = 22.3;
    expect(told(definition)).toEqual([
      { code: 'unknown-field', path: '$.constituencies[0].contestants[1].party', value: 'X' },
      { code: 'unknown-field', path: '$.constituencies[0].colour', value: 'red' },
      { code: 'unknown-field', path: '$.stations[1].lat', value: 22.3 },
    ]);
  });
});

describe('cross-references of a definition', () => {
  const C = aConstituency();
  test.each([
    [
      'a constituency twice',
      aDefinition({ constituencies: [C, C] }),
      'not-unique',
      '$.constituencies[1].id',
      'LC1',
    ],
    [
      'a station twice',
      aDefinition({ stations: [aStation('A'), aStation('A')] }),
      'not-unique',
      '$.stations[1].id',
      'A',
    ],
    [
      'a station of no constituency',
      aDefinition({ stations: [aStation('A', { constituency: 'LC9' })] }),
      'unknown-constituency',
      '$.stations[0].constituency',
      'LC9',
    ],
    [
      'a contestant twice',
      anElectionOf(aConstituency({ contestants: [aList('1', 2), { ...aList('2', 2), id: '1' }] })),
      'not-unique',
      '$.constituencies[0].contestants[1].id',
      '1',
    ],
    [
      'a ballot number twice',
      anElectionOf(aConstituency({ contestants: [aList('1', 2), { ...aList('2', 2), number: '1' }] })),
      'not-unique',
      '$.constituencies[0].contestants[1].number',
      '1',
    ],
    [
      'a candidate on two lists',
      anElectionOf(
        aConstituency({ contestants: [aList('1', 2), { ...aList('1', 1), id: '2', number: '2' }] }),
      ),
      'not-unique',
      '$.constituencies[0].contestants[1].candidates[0].id',
      '1a',
    ],
    [
      'a list without names',
      anElectionOf(aConstituency({ contestants: [aList('1', 3), aCandidate('2')] })),
      'list-without-names',
      '$.constituencies[0].contestants[1].candidates',
      null,
    ],
    [
      'a list where candidates stand',
      anElectionOf(aRanking(['1', '2'], { contestants: [aCandidate('1'), aList('2', 2)] })),
      'one-candidate-only',
      '$.constituencies[0].contestants[1].candidates',
      2,
    ],
    [
      'papers counted nowhere',
      aDefinition({ stations: [aStation('A'), aStation('S', { kind: 'small_polling', countedAt: 'Z' })] }),
      'unknown-station',
      '$.stations[1].countedAt',
      'Z',
    ],
    [
      'papers counted at a small station',
      aDefinition({
        stations: [aStation('A', { countedAt: 'S' }), aStation('S', { kind: 'small_polling' })],
      }),
      'counted-at-non-counting',
      '$.stations[0].countedAt',
      'S',
    ],
    [
      'papers counted for somebody else',
      aDefinition({
        constituencies: [C, aConstituency({ id: 'LC2' })],
        stations: [aStation('A', { countedAt: 'B' }), aStation('B', { constituency: 'LC2' })],
      }),
      'counted-at-elsewhere',
      '$.stations[0].countedAt',
      'B',
    ],
    [
      'a station that counts at itself',
      aDefinition({ stations: [aStation('A', { countedAt: 'A' })] }),
      'counted-at-loop',
      '$.stations[0].countedAt',
      'A',
    ],
    [
      'a poll that closes when it opens',
      aDefinition({ pollClosesAt: '2016-09-03T23:30:00Z' }),
      'closes-before-it-opens',
      '$.pollClosesAt',
      '2016-09-03T23:30:00Z',
    ],
  ])('refuse %s', (_, definition, code, path, value) => {
    expect(told(definition)).toEqual([{ code, path, value }]);
  });

  test('accept one id in different rooms: a list and a station may share it', () => {
    const definition = anElectionOf(aConstituency({ id: 'X' }), ['X']);
    expect(told(definition)).toEqual([]);
  });

  test('follow a chain of places of counting to its end', () => {
    const definition = aDefinition({
      stations: [
        aStation('D', { kind: 'dedicated_polling', countedAt: 'S' }),
        aStation('S', { kind: 'sorting', countedAt: 'M' }),
        aStation('M', { kind: 'main_counting' }),
      ],
    });
    expect(told(definition)).toEqual([]);
    expect(countingStations(definition, 'LC1').map(({ id }) => id)).toEqual(['M']);
  });

  test('name a loop at every station that falls into it', () => {
    const definition = aDefinition({
      stations: [
        aStation('A', { countedAt: 'B' }),
        aStation('B', { countedAt: 'C' }),
        aStation('C', { countedAt: 'B' }),
      ],
    });
    const parsed = parseDefinition(definition);
    expect(parsed.ok ? [] : parsed.problem.map(({ figures }) => figures?.['chain'])).toEqual([
      'A → B → C → B',
      'B → C → B',
      'C → B → C',
    ]);
  });

  test('are checked in good time for five thousand stations in one loop', () => {
    const stations = Array.from({ length: 2000 }, (_, index) =>
      aStation(`S${index}`, { countedAt: `S${(index + 1) % 2000}` }),
    );
    const started = performance.now();
    expect(told(aDefinition({ stations }))).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('refuse for 2008 what came later', () => {
    const definition = aDefinition({
      edition: '2008',
      constituencies: [aConstituency(), aConstituency({ id: 'DC2', kind: 'dc_second' })],
      stations: [
        aStation('M'),
        aStation('D', { kind: 'dedicated_polling', countedAt: 'M' }),
        aStation('S', { kind: 'sorting', countedAt: 'M' }),
      ],
    });
    expect(told(definition)).toEqual([
      { code: 'not-in-edition', path: '$.constituencies[1].kind', value: 'dc_second' },
      { code: 'not-in-edition', path: '$.stations[1].kind', value: 'dedicated_polling' },
      { code: 'not-in-edition', path: '$.stations[2].kind', value: 'sorting' },
    ]);
  });

  test('are total: no input at all makes the check throw', () => {
    const some = fc.constantFrom('A', 'B', 'C', 'LC1', '__proto__');
    const stations = fc.array(
      fc.record(
        { id: some, kind: fc.constantFrom('polling_counting', 'small_polling', 'sorting'), countedAt: some },
        { requiredKeys: ['id', 'kind'] },
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(stations, (drawn) => {
        const parsed = parseDefinition({
          ...aDefinition(),
          stations: drawn.map((station) => ({ ...station, constituency: 'LC1', name: { en: 'x' } })),
        });
        if (!parsed.ok) return;
        for (const station of parsed.value.definition.stations) {
          expect(station.countedAt === undefined || !countsVotes(station)).toBe(true);
        }
      }),
    );
  });
});

describe('who stands', () => {
  test('are the first S names of a list; later ones are struck off and told', () => {
    const constituency = aConstituency({ contestants: [aList('1', 4), aList('2')] });
    expect(standingNames(aList('1', 4), constituency).map(({ id }) => id)).toEqual(['1a', '1b']);
    expect(noticesOf(anElectionOf(constituency))).toEqual([
      {
        code: 'list-truncated',
        path: '$.constituencies[0].contestants[0].candidates',
        figures: { names: 4, kept: 2 },
      },
    ]);
  });

  test('is a contestant who names no candidates', () => {
    expect(standingNames(aCandidate('7'), { seats: 1, system: 'preferential' })).toEqual([
      { id: '7', name: { en: 'Candidate 7' } },
    ]);
  });

  test.each([
    ['three lists of three for nine seats', 9, [3, 3, 3], false],
    ['three lists of three for eight seats', 8, [3, 3, 3], true],
    ['one list of two for one seat, cut to one name', 1, [2], false],
    ['two lists for one seat', 1, [5, 1], true],
    ['nobody', 1, [], false],
  ])('makes %s contested or not: people, not lists', (_, seats, names, contested) => {
    const contestants = names.map((length, index) => aList(String(index + 1), length));
    const constituency = aConstituency({ seats, contestants });
    expect(isContested(constituency)).toBe(contested);
    const codes = noticesOf(anElectionOf(constituency)).map(({ code }) => code);
    expect(codes.includes('uncontested')).toBe(!contested);
  });

  test('is counted without those struck off before polling day', () => {
    const constituency = aConstituency({ contestants: [aList('1', 2), aList('2')] });
    expect(isContested(constituency)).toBe(true);
    expect(isContested(constituency, new Set(['2a']))).toBe(false);
  });

  test('never makes a question or a nomination uncontested', () => {
    for (const system of ['net_support', 'nomination'] as const) {
      const constituency = aConstituency({
        kind: 'referendum',
        system,
        seats: 1,
        contestants: [aCandidate('1')],
      });
      expect(isContested(constituency)).toBe(true);
    }
  });

  test('is told where votes could be cast but none would be counted', () => {
    expect(noticesOf(anElectionOf(aConstituency(), []))).toEqual([
      { code: 'no-counting-station', path: '$.constituencies[0]', figures: {} },
    ]);
  });
});
