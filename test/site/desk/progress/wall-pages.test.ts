import { describe, expect, test } from 'vitest';
import { wallPages } from '../../../../site/desk/progress/hall/wall-pages.ts';
import { aRow } from './progress-rows.ts';

const stations = (districts: string, each: number) =>
  [...districts].flatMap((letter) =>
    Array.from({ length: each }, (_, at) => aRow(`${letter}${String(at + 1).padStart(2, '0')}`)),
  );
const central = aRow('CCS', { kind: 'central_counting' });

const idsOn = (pages: ReturnType<typeof wallPages>) =>
  pages.map((parts) => parts.flatMap(({ rows }) => rows.map(({ id }) => id)));

describe('the pages of a wall', () => {
  test('hold every station once, in the election’s order', () => {
    const rows = [...stations('ABCDEFGHJKLMNPQRST', 34), central];
    const pages = wallPages(rows, { columns: 9, lines: 17 });
    expect(idsOn(pages).flat()).toEqual(rows.map(({ id }) => id));
    expect(pages).toHaveLength(5);
  });

  test('keep a district together where it fits on one page', () => {
    const pages = wallPages(stations('ABC', 10), { columns: 4, lines: 6 });
    // Ten stations and the head are three lines: two districts to a page.
    expect(pages.map((parts) => parts.map(({ code }) => code))).toEqual([['A', 'B'], ['C']]);
  });

  test('cut a district that is longer than a page, and name it on each with the count of all', () => {
    const pages = wallPages(stations('A', 50), { columns: 5, lines: 4 });
    expect(pages.map(([part]) => [part?.code, part?.rows.length, part?.all.length])).toEqual([
      ['A', 18, 50],
      ['A', 18, 50],
      ['A', 14, 50],
    ]);
  });

  test('show the misplaced papers last, by themselves', () => {
    const pages = wallPages([central, ...stations('AB', 2)], { columns: 9, lines: 8 });
    expect(pages.map((parts) => parts.map(({ code }) => code))).toEqual([['A', 'B', null]]);
  });

  test('are none where there is no station', () => {
    expect(wallPages([], { columns: 9, lines: 8 })).toEqual([]);
  });
});
