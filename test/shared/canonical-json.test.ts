import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, canonicalJson } from '#shared/canonical-json.ts';

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
};

describe('canonical JSON', () => {
  test('sorts keys by code unit at every depth and has no white space', () => {
    expect(canonicalJson({ b: 1, a: [true, null, { z: 'é', A: '' }], 10: 2, 9: 1 })).toBe(
      '{"10":2,"9":1,"a":[true,null,{"A":"","z":"é"}],"b":1}',
    );
  });

  test('sorts by UTF-16 code units, as RFC 8785 says, not by code points', () => {
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, '€': 3 })).toBe('{"€":3,"\u{1f600}":2,"\ufb33":1}');
  });

  test('writes -0 as 0 and leaves out what is undefined', () => {
    expect(canonicalJson({ a: -0, b: undefined })).toBe('{"a":0}');
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses the number %d', (value) => {
    expect(() => canonicalJson({ value })).toThrow(RangeError);
  });

  test.each([() => 1, Symbol('x'), 1n, undefined])('refuses what is not JSON: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('is the same for every order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test('is hashed and logged as UTF-8', () => {
    expect(new TextDecoder().decode(canonicalBytes({ name: '香港島' }))).toBe('{"name":"香港島"}');
  });
});
