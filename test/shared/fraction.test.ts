import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  type Fraction,
  floor,
  format,
  fraction,
  multiply,
  parse,
  subtract,
} from '#shared/fraction.ts';

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const anyFraction = fc
  .tuple(
    whole,
    whole.filter((d) => d !== 0n),
  )
  .map(([n, d]): Fraction => fraction(n, d));

describe('an exact fraction', () => {
  test('is kept in lowest terms with the sign above the line', () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
    expect(fraction(5)).toEqual({ numerator: 5n, denominator: 1n });
  });

  test('never has the denominator 0', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });

  test.each([
    ['330766/7', '330766/7'],
    ['47252', '47252'],
    ['4/2', '2'],
    ['-7/2', '-7/2'],
    ['0/3', '0'],
  ])('%s is written %s', (text, written) => {
    expect(format(parse(text))).toBe(written);
  });

  test.each(['', '1.5', '1/2/3', '/2', '1/', '1/-2', ' 1', '1e3', '½'])('"%s" is none', (text) => {
    expect(() => parse(text)).toThrow(RangeError);
  });

  test('with the denominator 0 is not read either', () => {
    expect(() => parse('1/0')).toThrow(RangeError);
  });

  test.each([
    ['7/2', 3n],
    ['-7/2', -4n],
    ['-4', -4n],
    ['0', 0n],
  ])('%s has the floor %s', (text, expected) => {
    expect(floor(parse(text))).toBe(expected);
  });

  test('comes back from its text', () => {
    fc.assert(
      fc.property(anyFraction, (a) => {
        expect(parse(format(a))).toEqual(a);
      }),
    );
  });

  test('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
        expect(compare(fraction(floor(a)), a)).toBeLessThanOrEqual(0);
        expect(compare(a, fraction(floor(a) + 1n))).toBe(-1);
      }),
    );
  });
});
