import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDelta } from '#functions/publishing/make-delta.ts';
import { applyDelta, bakeName, deltaName, tokensOf } from '#shared/publication/page-delta.ts';

const row = (id: string, votes: number) =>
  `<tr data-key="${id}"><th>${id}</th><td>${votes.toLocaleString('en-GB')}</td></tr>`;
const page = (rows: readonly string[], time: string) =>
  `<!doctype html><html data-version="3"><p>As of ${time}</p><table>${rows.join('')}</table></html>`;

describe('the way from one bake of a page to the next', () => {
  test('leads to exactly that page, whatever changed', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('1', '2', '3', '4', '票<b>'), fc.nat(2_000_000)), {
      maxLength: 12,
    });
    const any = fc.tuple(rows, fc.string({ unit: 'binary', maxLength: 12 })).map(([list, time]) =>
      page(
        list.map(([id, votes]) => row(id, votes)),
        time,
      ),
    );
    fc.assert(
      fc.property(any, any, (before, after) => {
        expect(applyDelta(before, JSON.parse(JSON.stringify(makeDelta(before, after))))).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  test('is small where figures changed in every row', () => {
    const rows = (add: number) =>
      Array.from({ length: 300 }, (_, index) => row(`L${index}`, 40_000 + index * 77 + add));
    const [before, after] = [page(rows(0), '02:35'), page(rows(5), '02:40')];
    expect(JSON.stringify(makeDelta(before, after)).length).toBeLessThan(after.length / 2);
    expect(makeDelta(before, before).steps).toEqual([tokensOf(before).length]);
  });

  test('is refused by any other page', () => {
    const delta = makeDelta(page([row('1', 10)], '02:35'), page([row('1', 11)], '02:40'));
    for (const other of ['', page([row('2', 10)], '02:35'), page([row('1', 10), row('2', 1)], '02:35')])
      expect(applyDelta(other, delta)).toBeNull();
  });

  test('is found by what the reader has', () => {
    expect(deltaName(bakeName('a'))).toMatch(/^deltas\/[0-9a-f]{8}\.json$/);
    expect(bakeName(page([], '02:35'))).not.toBe(bakeName(page([], '02:36')));
  });
});
