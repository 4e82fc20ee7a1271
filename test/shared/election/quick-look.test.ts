import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ContestantId, isContestantId, isPapers, Papers } from '#shared/election/identifiers.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { Ranking, StationReport } from '#shared/election/report.ts';
import { aRankedReport, aReport } from '../../support/builders.ts';

const often = <T>(arbitrary: fc.Arbitrary<T>) => ({ weight: 8, arbitrary });

const someId = fc.oneof(
  often(fc.constantFrom('1', '12', 'a', 'Z 9', '長毛')),
  fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), 'prototype'),
  fc.constantFrom('', ' ', '~', '\u001f', '\u007f', '\u0085', '\ud800', 'x'.repeat(100), 'x'.repeat(101)),
  fc.string({ unit: 'binary' }),
);
const somePapers = fc.oneof(
  often(fc.nat(3000)),
  fc.constantFrom(-0, -1, 1.5, 99_999_999, 100_000_000, 2 ** 53, 1e21, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom('1', null, undefined, true, [1]),
  fc.double(),
);

/** The same fields as JSON would never give them: inherited, without any prototype, on a list, or with one too many. */
const disguised = (fields: fc.Arbitrary<object>) =>
  fc.oneof(
    often(fields),
    fields.map((own) => Object.create(own)),
    fields.map((own) => Object.assign(Object.create(null), own)),
    fields.map((own) => Object.assign([], own)),
    fields.map((own) => ({ ...own, extra: 1 })),
    fields.map((own) => JSON.parse(`{"__proto__":1,${JSON.stringify(own).slice(1)}`.replace(',}', '}'))),
  );

const someRank = fc.oneof(
  often(someId),
  fc.constant(null),
  fc.array(someId, { maxLength: 3 }),
  fc.anything(),
);
const someOrder = fc.oneof(
  often(fc.uniqueArray(fc.constantFrom('1', '2', '3', '10'))),
  fc.array(someRank, { maxLength: 5 }),
  fc.sparseArray(someId, { maxNumElements: 3, maxLength: 5 }),
  fc.constantFrom(200, 201).map((ranks) => Array<string>(ranks).fill('1')),
  fc.anything(),
);
const someRanking = fc.oneof(
  disguised(fc.record({ order: someOrder, papers: somePapers })),
  disguised(fc.record({ papers: somePapers, order: someOrder }, { requiredKeys: [] })),
  fc.anything(),
);
const someRankings = fc.oneof(
  often(fc.array(someRanking, { maxLength: 3 })),
  fc.sparseArray(someRanking, { maxNumElements: 2, maxLength: 3 }),
  fc.anything(),
);
const someVotes = fc.oneof(
  often(disguised(fc.dictionary(someId, somePapers, { maxKeys: 3, noNullPrototype: true }))),
  fc.anything(),
);

describe('a quick look', () => {
  test.each([
    ['rankings', StationReport.shape.rankings, z.optional(z.array(Ranking)), someRankings],
    ['votes', StationReport.shape.votes, z.optional(z.record(ContestantId, Papers)), someVotes],
  ])('at %s takes and refuses what the schema does, with the same problems', (_, quick, plain, some) => {
    fc.assert(
      fc.property(some, (input) => {
        expect(z.safeParse(quick, input)).toEqual(z.safeParse(plain, input));
        expect(parseInput(quick, input)).toStrictEqual(parseInput(plain, input));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['an identifier', isContestantId, ContestantId, fc.oneof(someId, fc.string(), fc.anything())],
    ['a number of papers', isPapers, Papers, fc.oneof(somePapers, fc.maxSafeInteger(), fc.anything())],
  ])('at %s takes what the schema takes, and nothing else', (_, isRight, schema, some) => {
    fc.assert(
      fc.property(some, (input) => {
        expect(isRight(input)).toBe(z.safeParse(schema, input).success);
      }),
      { numRuns: 1000 },
    );
  });

  test('takes what is plain as it stands, without a copy', () => {
    const report = { ...aRankedReport([[['1', null, '長毛'], 2]]), votes: { '1': 7 } };
    const parsed = parseInput(StationReport, report);
    expect(parsed.ok && parsed.value.rankings).toBe(report.rankings);
    expect(parsed.ok && parsed.value.votes).toBe(report.votes);
  });

  test('leaves one wrong paper among right ones to the schema', () => {
    const rankings = [
      { order: ['1', '2'], papers: 1 },
      { order: ['1', ['2', 'toString']], papers: 1.5 },
    ];
    const parsed = parseInput(StationReport, { ...aReport(), rankings });
    expect(parsed.ok ? [] : parsed.problem.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'reserved-name $.rankings[1].order[1][1]',
      'not-a-whole-number $.rankings[1].papers',
    ]);
  });
});

test('more wrong values than a stack can hold are one problem, not a fault', () => {
  const rankings = Array.from({ length: 400_000 }, () => ({}));
  const parsed = parseInput(StationReport, {
    constituency: 'FC1',
    station: 'A',
    count: 1,
    revision: 1,
    rankings,
  });
  expect(parsed).toMatchObject({ ok: false, problem: [{ code: 'wrong-type', path: '$' }] });
});
