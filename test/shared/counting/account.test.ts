import { describe, expect, test } from 'vitest';
import {
  type AccountedCount,
  checkAccount,
  checkIssuedTogether,
  estimateMisplaced,
} from '#shared/counting/account.ts';

const count = (change: Partial<AccountedCount> = {}): AccountedCount => ({
  account: { supplied: 1000, unissued: 200, unused: 3, spoilt: 7, tendered: 1 },
  valid: 780,
  votes: 780,
  votesPerPaper: 1,
  invalid: { unmarked: 5, tendered: 1 },
  questionableRejected: 4,
  ...change,
});

const codes = (change: Partial<AccountedCount>) =>
  checkAccount(count(change)).findings.map(({ code }) => code);

describe('a ballot paper account', () => {
  test('that agrees has no finding', () => {
    expect(checkAccount(count())).toEqual({
      issued: 800,
      estimatedInBox: 790,
      papersCounted: 790,
      shortfall: 0,
      contributesToMisplacedEstimate: 0,
      holds: ['A2', 'A3', 'A4', 'A6', 'A7'],
      findings: [],
    });
  });

  test('papers not found are a shortfall and part of the estimate of misplaced papers', () => {
    expect(checkAccount(count({ valid: 770, votes: 770 }))).toMatchObject({
      shortfall: 10,
      contributesToMisplacedEstimate: 10,
      findings: [],
    });
  });

  test('more papers than were issued is an anomaly with its figures, and no shortfall', () => {
    const check = checkAccount(count({ valid: 781, votes: 781 }));
    expect(check).toMatchObject({ shortfall: null, contributesToMisplacedEstimate: 0 });
    expect(check.findings).toMatchObject([
      {
        code: 'A4',
        severity: 'anomaly',
        figures: { papersInBox: 791, papersElsewhere: 0, estimatedInBox: 790 },
      },
    ]);
  });

  test.each<[string, Partial<AccountedCount>, readonly string[]]>([
    ['a supply other than the stock shown at opening', { openingStock: 999 }, ['A1']],
    ['more unissued than supplied', { account: { supplied: 5, unissued: 9 } }, ['A2']],
    [
      'more unused and spoilt than issued',
      { account: { supplied: 9, unissued: 5, unused: 3, spoilt: 2 } },
      ['A3', 'A4'],
    ],
    ['papers found elsewhere that cannot be', { papersElsewhere: 1 }, ['A4']],
    ['papers in the box that were not counted', { papersInBox: 789 }, ['A5']],
    ['more votes than papers can carry', { votes: 781 }, ['A6']],
    ['fewer votes than valid papers', { votes: 779, votesPerPaper: 3 }, ['A6']],
    ['more tendered papers than were recorded', { invalid: { tendered: 2 } }, ['A7']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  test('without any invalid paper holds too', () => {
    expect(checkAccount(count({ invalid: {}, valid: 786, votes: 786 }))).toMatchObject({
      findings: [],
      shortfall: 0,
    });
  });

  test('a paper of three votes may carry one, two or three', () => {
    expect(codes({ votes: 780, votesPerPaper: 3 })).toEqual([]);
    expect(codes({ votes: 2340, votesPerPaper: 3 })).toEqual([]);
  });

  test('what an account does not say is held against nobody', () => {
    expect(checkAccount(count({ account: {} }))).toMatchObject({
      issued: null,
      estimatedInBox: null,
      shortfall: null,
      contributesToMisplacedEstimate: null,
      holds: ['A6'],
    });
    expect(
      checkAccount(count({ account: { supplied: 800, unissued: 0, unused: 0 } })).estimatedInBox,
    ).toBeNull();
  });

  test('a main counting station counts the papers of its feeders too', () => {
    const feeder = { supplied: 100, unissued: 60, unused: 0, spoilt: 0, tendered: 0 };
    expect(checkAccount(count({ valid: 820, votes: 820, feeders: [feeder] }))).toMatchObject({
      issued: 800,
      estimatedInBox: 830,
      shortfall: 0,
      findings: [],
    });
    expect(checkAccount(count({ valid: 820, votes: 820, feeders: [{}] }))).toMatchObject({
      estimatedInBox: null,
      findings: [],
    });
  });

  test('a feeder with an impossible account does not hide behind the main station', () => {
    expect(codes({ feeders: [{ supplied: 1, unissued: 3, unused: 0, spoilt: 0, tendered: 0 }] })).toContain(
      'A4',
    );
  });
});

describe('a constituency', () => {
  test('adds up its misplaced papers and says which accounts it lacks', () => {
    const checks = [
      count({ valid: 770, votes: 770 }),
      count({ valid: 781, votes: 781 }),
      count({ account: {} }),
    ];
    expect(estimateMisplaced(checks.map(checkAccount))).toEqual({ papers: 10, stationsUnknown: 1 });
  });

  test('issues at most two functional papers for one geographical paper', () => {
    expect(checkIssuedTogether(10, [12, 8])).toBeNull();
    expect(checkIssuedTogether(10, [12, 9])).toMatchObject({
      code: 'A8',
      severity: 'anomaly',
      figures: { geographicalIssued: 10, functionalIssued: 21 },
    });
  });
});
