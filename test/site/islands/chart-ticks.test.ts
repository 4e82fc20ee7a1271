import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTicks, timeTicks } from '../../../site/islands/progress-chart.ts';

test.each([
  [164, [0, 50, 100, 164]],
  [100, [0, 50, 100]],
  [600, [0, 200, 400, 600]],
  [7, [0, 2, 4, 6, 7]],
  [1, [0, 1]],
])('reports up to %d get the figures %j', (greatest, ticks) => {
  expect(countTicks(greatest)).toEqual(ticks);
});

test('figures on the axis are whole, rising, few, and end with the greatest', () => {
  void fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (greatest) => {
      const ticks = countTicks(greatest);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.toSorted((a, b) => a - b)).toEqual(ticks);
      expect(new Set(ticks).size).toBe(ticks.length);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect([ticks[0], ticks.at(-1)]).toEqual([0, greatest]);
    }),
  );
});

test('a night has its hours, a replay of a minute its seconds', () => {
  const from = Date.parse('2012-09-09T15:30:00Z');
  const hours = timeTicks(from, from + 5 * 3_600_000, 6).ticks.map((at) =>
    new Date(at).toISOString().slice(11, 16),
  );
  expect(hours).toEqual(['16:00', '17:00', '18:00', '19:00', '20:00']);
  expect(timeTicks(from, from + 60_000, 6).ticks).toHaveLength(5);
});
