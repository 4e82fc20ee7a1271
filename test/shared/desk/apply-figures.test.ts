import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFigures, stepsOf } from '#shared/desk/apply-figures.ts';
import { differencesOf } from '#shared/desk/differences.ts';
import { jsonPath } from '#shared/election/input-problem.ts';
import { aRankedReport, aReport } from '../../support/builders.ts';

test('a path is taken apart into the steps it was made of, whatever the names', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (steps) => {
      expect(stepsOf(jsonPath(steps))).toEqual(steps);
    }),
  );
});

test('the second form’s figures applied to the first leave no difference', () => {
  const first = aReport({ invalid: { unmarked: 3 }, account: { supplied: 100 } });
  const second = aReport({
    votes: { '1': 10, '2': 7, '3': 0 },
    invalid: { spoilt: 1 },
    questionable: { rejected: { mutilated: 2 } },
  });
  const decided = differencesOf(first, second).map(({ path, second: value }) => ({ path, value }));
  expect(differencesOf(applyFigures(first, decided), second)).toEqual([]);
});

test('a ranking that only one form has goes, or comes, as a whole', () => {
  const first = aRankedReport([
    [['1', '2'], 5],
    [[null, ['1', '2']], 1],
  ]);
  const second = aRankedReport([
    [['1', '2'], 4],
    [['2'], 2],
  ]);
  const decided = differencesOf(first, second).map(({ path, second: value }) => ({ path, value }));
  const settled = applyFigures(first, decided);
  expect(differencesOf(settled, second)).toEqual([]);
  expect(settled.rankings).toHaveLength(2);
});
