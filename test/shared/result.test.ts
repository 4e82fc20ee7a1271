import { describe, expect, test } from 'vitest';
import { must, ok, refuse } from '#shared/result.ts';

describe('a result', () => {
  test('carries a value or a problem, never both', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(refuse('why')).toEqual({ ok: false, problem: 'why' });
  });

  test.each([0, '', false])('that must be there may be %j', (value) => {
    expect(must(value, 'it is there')).toBe(value);
  });

  test.each([null, undefined])('that must be there and is %j names the broken claim', (value) => {
    expect(() => must(value, 'the sun rises')).toThrow('Broken invariant: the sun rises');
  });
});
