import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { jsonPath, parseInput, shownValue, valueAt } from '#shared/election/input-problem.ts';

describe('a JSON path', () => {
  test.each([
    [[], '$'],
    [['constituencies', 0, 'zh-Hant'], '$.constituencies[0]["zh-Hant"]'],
    [['votes', '1'], '$.votes["1"]'],
    [['votes', 'a"b\\'], '$.votes["a\\"b\\\\"]'],
    [['votes', ''], '$.votes[""]'],
    [['_x', 'a1'], '$._x.a1'],
  ])('of %j is %s', (steps, path) => {
    expect(jsonPath(steps)).toBe(path);
  });

  test('finds own values only', () => {
    expect(valueAt({ a: [{ b: 7 }] }, ['a', 0, 'b'])).toBe(7);
    expect(valueAt({}, ['constructor'])).toBeUndefined();
    expect(valueAt('text', ['length'])).toBeUndefined();
    expect(valueAt(null, ['a'])).toBeUndefined();
  });
});

describe('a shown value', () => {
  test('is never more than a line, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const shown = shownValue(text);
        expect(String(shown).length).toBeLessThanOrEqual(Math.max(text.length, 121));
        if (text.length > 120) expect(String(shown).isWellFormed()).toBe(true);
      }),
    );
  });

  test('is null where nothing was sent, and short values are shown as they are', () => {
    expect(shownValue(undefined)).toBeNull();
    expect(shownValue({ a: 1 })).toEqual({ a: 1 });
    expect(shownValue(Symbol.iterator)).toBe(Symbol.iterator);
    expect(shownValue({ a: 'x'.repeat(200) })).toMatch(/^\{"a":"x+…$/);
  });
});

const Shape = z.strictObject({
  kind: z.enum(['a', 'b']),
  figure: z.int().check(z.gte(0), z.lte(10)),
  list: z.array(z.string().check(z.minLength(2), z.maxLength(3))),
  either: z.optional(z.union([z.null(), z.strictObject({ x: z.int() })])),
  mail: z.optional(z.string().check(z.regex(/@/))),
  byName: z.optional(z.record(z.enum(['yes', 'no']), z.int())),
});
const good = { kind: 'a', figure: 1, list: ['abc'] };
const problemsOf = (input: unknown) => {
  const parsed = parseInput(Shape, input);
  return parsed.ok ? [] : parsed.problem.map(({ code, path, value }) => ({ code, path, value }));
};

describe('an input', () => {
  test('that is right is taken as it is', () => {
    expect(parseInput(Shape, good)).toEqual({ ok: true, value: good });
  });

  test.each([
    [{ ...good, kind: undefined }, 'missing-field', '$.kind', null],
    [{ kind: 'a', list: [] }, 'missing-field', '$.figure', null],
    [{ ...good, kind: 'c' }, 'not-one-of', '$.kind', 'c'],
    [{ ...good, kind: 1 }, 'not-one-of', '$.kind', 1],
    [{ ...good, figure: '1' }, 'wrong-type', '$.figure', '1'],
    [{ ...good, figure: 1.5 }, 'not-a-whole-number', '$.figure', 1.5],
    [{ ...good, figure: -1 }, 'too-small', '$.figure', -1],
    [{ ...good, figure: 11 }, 'too-great', '$.figure', 11],
    [{ ...good, figure: 1e300 }, 'too-great', '$.figure', 1e300],
    [{ ...good, list: ['x'] }, 'too-short', '$.list[0]', 'x'],
    [{ ...good, list: ['wxyz'] }, 'too-long', '$.list[0]', 'wxyz'],
    [{ ...good, list: { 0: 'abc' } }, 'wrong-type', '$.list', { 0: 'abc' }],
    [{ ...good, mail: 'nobody' }, 'wrong-type', '$.mail', 'nobody'],
    [{ ...good, extra: 1 }, 'unknown-field', '$.extra', 1],
    [{ ...good, either: { x: 'y' } }, 'wrong-type', '$.either.x', 'y'],
    [{ ...good, byName: { maybe: 1, yes: 1, no: 1 } }, 'unknown-field', '$.byName.maybe', 1],
    [null, 'wrong-type', '$', null],
    [[], 'wrong-type', '$', []],
    ['x', 'wrong-type', '$', 'x'],
  ])('%j is refused as %s at %s', (input, code, path, value) => {
    expect(problemsOf(input)).toContainEqual({ code, path, value });
  });

  test('is told every problem at once, and each place and kind once', () => {
    expect(
      problemsOf({ kind: 'c', figure: 2 ** 60, list: ['x', 'y'], a: 1, b: 2 }).map(({ path }) => path),
    ).toEqual(['$.kind', '$.figure', '$.list[0]', '$.list[1]', '$.a', '$.b']);
  });

  test('with a key that would change an object under it is refused wherever that stands', () => {
    const input = JSON.parse('{"kind":"a","figure":1,"list":[{"__proto__":{"polluted":true}}]}');
    expect(problemsOf(input)).toEqual([
      { code: 'reserved-name', path: '$.list[0].__proto__', value: '__proto__' },
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('that nests without end is refused and does not exhaust the stack', () => {
    const depth = 100_000;
    const [problem] = problemsOf({ ...good, list: JSON.parse('['.repeat(depth) + ']'.repeat(depth)) });
    expect(problem).toMatchObject({ code: 'wrong-type', value: null });
  });

  test('of any kind at all is read or refused, never thrown over', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const parsed = parseInput(Shape, input);
        if (!parsed.ok) expect(parsed.problem.length).toBeGreaterThan(0);
      }),
    );
  });
});
