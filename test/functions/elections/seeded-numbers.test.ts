import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededNumbers, shareOut } from '#functions/elections/seeded-numbers.ts';

describe('seeded numbers', () => {
  test('the same seed gives the same numbers, and they are those of mulberry32', () => {
    const drawn = (seed: number) => {
      const numbers = seededNumbers(seed);
      return Array.from({ length: 4 }, () => numbers.below(4_294_967_296));
    };
    expect(drawn(2016)).toEqual(drawn(2016));
    expect(drawn(2016)).not.toEqual(drawn(2017));
    expect(drawn(1)).toEqual([2693262067, 11749833, 2265367787, 4213581821]);
  });

  test('every number lies between its bounds', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        (seed, low, more) => {
          const numbers = seededNumbers(seed);
          const drawn = Array.from({ length: 20 }, () => numbers.between(low, low + more));
          expect(drawn.every((number) => number >= low && number <= low + more)).toBe(true);
        },
      ),
    );
  });

  test('shares are whole, never negative, and add up to the total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          const shares = shareOut(total, weights);
          expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        },
      ),
    );
  });
});
