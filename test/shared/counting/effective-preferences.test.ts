import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  effectivePreferences,
  effectivePreferencesOfMarks,
  type WrittenRanking,
} from '#shared/counting/effective-preferences.ts';

describe('a ranking as written', () => {
  test.each<[string, WrittenRanking, readonly string[] | string]>([
    ['counts as far as it goes', ['A', 'B', 'C'], ['A', 'B', 'C']],
    ['stops at a gap', ['A', 'B', null, 'C'], ['A', 'B']],
    ['stops at a rank given twice', ['A', ['B', 'C'], 'D'], ['A']],
    ['stops at a candidate who has a number already', ['A', 'B', 'A', 'C'], ['A', 'B']],
    ['stops at a candidate ranked first and second', ['A', 'A', 'B'], ['A']],
    ['takes an array of one as that one', [['A'], 'B', ['C']], ['A', 'B', 'C']],
    ['takes an empty array as a skipped rank', ['A', [], 'B'], ['A']],
    ['has no preference if nothing is written', [], 'unmarked'],
    ['has no preference if all ranks are skipped', [null, [], null], 'unmarked'],
    ['is void without a first preference', [null, 'A'], 'no_first'],
    ['is void with an empty first rank', [[], 'A'], 'no_first'],
    ['is void with two first preferences', [['A', 'B'], 'C'], 'multiple_first'],
    ['is void with two marks of 1, whoever they stand for', [['A', 'A']], 'multiple_first'],
  ])('%s', (_, ranking, expected) => {
    expect(effectivePreferences(ranking)).toEqual(
      typeof expected === 'string' ? { valid: false, reason: expected } : { valid: true, order: expected },
    );
  });
});

describe('marks beside the candidates', () => {
  test.each([
    ['numerals written as text', { A: '1', B: '2' }, { valid: true, order: ['A', 'B'] }],
    ['a tick beside numerals', { A: 1, B: '✓' }, { valid: true, order: ['A'] }],
    ['words only', { A: 'one', B: '二' }, { valid: false, reason: 'not_arabic' }],
    ['only a rank far out', { A: 999_999_999 }, { valid: false, reason: 'no_first' }],
    ['a nought', { A: 0 }, { valid: false, reason: 'no_first' }],
    ['a fraction', { A: 1.5 }, { valid: false, reason: 'not_arabic' }],
  ])('%s', (_, marks, expected) => {
    expect(effectivePreferencesOfMarks(marks)).toEqual(expected);
  });

  test('say the same as the ranking they make', () => {
    const marks = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.integer({ min: 1, max: 7 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(marks, (given) => {
        const ranking = Array.from({ length: 7 }, (_, index) =>
          Object.keys(given).filter((id) => given[id] === index + 1),
        );
        expect(effectivePreferencesOfMarks(given)).toEqual(effectivePreferences(ranking));
      }),
    );
  });

  test('never rank a candidate twice, and begin as written', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D');
    const rank = fc.oneof(
      { weight: 4, arbitrary: name },
      fc.constant(null),
      fc.array(name, { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(rank, { maxLength: 6 }), (ranking) => {
        const effective = effectivePreferences(ranking);
        if (!effective.valid) return;
        expect(new Set(effective.order).size).toBe(effective.order.length);
        expect(effective.order).toEqual(ranking.slice(0, effective.order.length).flat());
      }),
    );
  });
});
