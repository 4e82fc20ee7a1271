import { describe, expect, test } from 'vitest';
import { differencesOf } from '#shared/desk/differences.ts';
import { aRankedReport, aReport } from '../../support/builders.ts';

describe('two forms of one count', () => {
  test('differ field by field, each with its path and both figures', () => {
    const first = aReport({ invalid: { unmarked: 3 }, account: { supplied: 100 } });
    const second = aReport({ votes: { '1': 10, '2': 50, '3': 1 }, invalid: { unmarked: 3, spoilt: 2 } });
    expect(differencesOf(first, second)).toEqual([
      { path: '$.votes["2"]', first: 5, second: 50 },
      { path: '$.account.supplied', first: 100, second: null },
      { path: '$.invalid.spoilt', first: 0, second: 2 },
    ]);
  });

  test('are equal where one leaves a row of papers empty and the other says none', () => {
    const first = aReport({ votes: { '1': 10, '2': 5, '3': 0 }, invalid: { unmarked: 0 } });
    expect(differencesOf(first, aReport({ votes: { '1': 10, '2': 5 } }))).toEqual([]);
  });

  test('of an account an empty head is not nought', () => {
    const first = aReport({ account: { unused: 0 } });
    expect(differencesOf(first, aReport())).toEqual([{ path: '$.account.unused', first: 0, second: null }]);
  });

  test('compare rankings by what is written on the papers, in whatever order they were typed', () => {
    const first = aRankedReport([
      [['1', '2'], 5],
      [['2'], 3],
    ]);
    const second = aRankedReport([
      [['2'], 3],
      [['1', '2'], 4],
      [['1', '2'], 1],
    ]);
    expect(differencesOf(first, second)).toEqual([]);
    expect(differencesOf(first, aRankedReport([[['1', '2'], 5]]))).toMatchObject([{ first: 3, second: 0 }]);
  });

  test('may give other reasons and explanations', () => {
    const first = aReport({ explanations: { A4: 'counted twice' } });
    expect(differencesOf(first, aReport({ explanations: { A4: 'counted again' } }))).toEqual([]);
  });
});
