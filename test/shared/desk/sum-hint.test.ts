import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SumQuestion, sumHint } from '#shared/desk/sum-hint.ts';

const question = (values: readonly number[], total: number, next: number | null = null): SumQuestion => ({
  fields: values.map((value, index) => ({ path: `$.votes["${index + 1}"]`, value })),
  total: { path: '$.validVotes', value: total },
  next,
});

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('a sum that differs', () => {
  test('two digits exchanged in one list account for 270', () => {
    const typed = [23, 80, 18, 206, 7, 54, 173, 116, 30, 26, 126, 1141, 52, 234, 192, 63];
    expect(sumHint(question(typed, sum(typed) + 270))).toEqual({
      kind: 'swapped',
      path: '$.votes["12"]',
      typed: 1141,
      meant: 1411,
    });
  });

  test('two digits exchanged in the sum itself are found there', () => {
    expect(sumHint(question([205, 81], 268))).toEqual({
      kind: 'swapped',
      path: '$.validVotes',
      typed: 268,
      meant: 286,
    });
  });

  test('a digit typed twice and a digit left out are found', () => {
    expect(sumHint(question([1144, 50], 164))).toMatchObject({ kind: 'doubled', typed: 1144, meant: 114 });
    expect(sumHint(question([31, 14, 80], 285))).toMatchObject({ kind: 'missing', typed: 14, meant: 174 });
  });

  test('figures that stand one row too low are found by the sum that stands below', () => {
    const lists = [40, 30, 20, 10];
    const slipped = [40, 0, 30, 20];
    // The last list stands where the sum should, the sum where the unmarked papers should.
    expect(sumHint(question(slipped, 10, sum(lists)))).toEqual({ kind: 'slipped', path: '$.votes["2"]' });
    expect(sumHint(question([40, 40, 30, 20], 10, 100))).toEqual({ kind: 'slipped', path: '$.votes["1"]' });
  });

  test('a sum in the last row of the lists is found', () => {
    expect(sumHint(question([40, 30, 20, 90], 5))).toEqual({ kind: 'sum-in-list', path: '$.votes["4"]' });
  });

  test('nothing is suggested where two fields could account for it, or none', () => {
    expect(sumHint(question([12, 12], 33))).toBeNull();
    expect(sumHint(question([1, 2, 4], 60_000))).toBeNull();
  });

  test('a sum that fits has no hint', () => {
    expect(sumHint(question([1, 2], 3))).toBeNull();
  });

  test('what is suggested for a digit always makes the sum fit', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 22 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 200_000 }), (values, total) => {
        const hint = sumHint(question(values, total));
        if (!hint || !('meant' in hint)) return;
        const change = hint.meant - hint.typed;
        const [lists, valid] =
          hint.path === '$.validVotes' ? [sum(values), total + change] : [sum(values) + change, total];
        expect(lists).toBe(valid);
      }),
    );
  });
});
