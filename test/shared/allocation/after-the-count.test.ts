import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { electCandidates, electFromList, pollOutcome } from '#shared/allocation/after-poll.ts';
import { assistanceFor } from '#shared/allocation/assistance.ts';
import { checkContest, recheckAfterStrike, truncateList } from '#shared/allocation/contest-check.ts';
import { judgeDeposit } from '#shared/allocation/deposits.ts';
import { testMisplaced, testMisplacedIn } from '#shared/allocation/misplaced-test.ts';
import { percentOf, sharesOf } from '#shared/allocation/percentages.ts';
import { format, fraction } from '#shared/fraction.ts';

describe('a death after the poll', () => {
  test('the next unelected name of the list who is fit moves up, and it is told for whom', () => {
    expect(electFromList({ names: ['A', 'B', 'C', 'D'], seats: 2, out: new Set(['A', 'C']) })).toEqual({
      elected: ['B', 'D'],
      replaced: [{ winner: 'A', by: 'D' }],
      unfilled: 0,
    });
  });

  test('nobody moves up in a functional constituency', () => {
    expect(electCandidates(['A', 'B'], new Set(['B', 'Z']))).toEqual({
      elected: ['A'],
      replaced: [{ winner: 'B', by: null }],
      unfilled: 1,
    });
  });

  test('the outcome is failed in whole or in part', () => {
    expect([pollOutcome(2, 0), pollOutcome(1, 1), pollOutcome(0, 1)]).toEqual([
      'elected',
      'partly_failed',
      'failed',
    ]);
  });

  test('a list cannot win more seats than it has names', () => {
    expect(() => electFromList({ names: ['A'], seats: 2, out: new Set() })).toThrow(RangeError);
  });
});

describe('contested or not', () => {
  test('names beyond the seats are struck off, and do not make a contest', () => {
    expect(truncateList(['A', 'B', 'C'], 2)).toEqual({ kept: ['A', 'B'], struck: ['C'] });
    expect(checkContest(2, [3])).toEqual({
      candidates: 2,
      contested: false,
      unfilled: 0,
      outcome: 'uncontested',
    });
    expect(checkContest(2, [1])).toMatchObject({ unfilled: 1, outcome: 'partly_failed' });
    expect(checkContest(2, [])).toMatchObject({ unfilled: 2, outcome: 'failed' });
    expect(checkContest(2, [2, 1])).toMatchObject({ contested: true, outcome: null });
  });

  test('a death before polling day may end the contest, which the Returning Officer confirms', () => {
    const lists = [['A', 'B'], ['C']];
    expect(recheckAfterStrike(2, lists, new Set(['A']))).toEqual({
      candidates: 2,
      contested: false,
      unfilled: 0,
      outcome: 'uncontested',
      lists: [['B'], ['C']],
      needsConfirmation: true,
    });
    expect(recheckAfterStrike(1, lists, new Set(['C']))).toMatchObject({
      contested: false,
      needsConfirmation: true,
    });
    expect(recheckAfterStrike(2, lists, new Set())).toMatchObject({
      contested: true,
      needsConfirmation: false,
    });
  });
});

describe('percentages', () => {
  test('they add up to 100.00, unless equal counts forbid it', () => {
    expect(sharesOf([47, 45, 7])).toEqual(['47.48', '45.45', '7.07']);
    expect(sharesOf([3, 3, 1])).toEqual(['42.86', '42.86', '14.28']);
    expect(sharesOf([1, 1, 1])).toEqual(['33.33', '33.33', '33.33']);
    expect(sharesOf([0, 0])).toEqual(['0.00', '0.00']);
    expect(sharesOf([])).toEqual([]);
    expect(sharesOf([5])).toEqual(['100.00']);
  });

  test('single shares are rounded to the nearest, nets with their sign', () => {
    expect([percentOf(1, 8, 1), percentOf(-1, 8, 1), percentOf(2, 3), percentOf(1, 3, 0)]).toEqual([
      '12.5',
      '-12.5',
      '66.67',
      '33',
    ]);
    expect([percentOf(0, 0), percentOf(-1, 100_000, 1), percentOf(1, 2000, 1)]).toEqual([
      '0.00',
      '0.0',
      '0.1',
    ]);
  });

  test('equal counts are shown equal, more votes never less, and the sum is never above 100.00', () => {
    const hundredths = (share: string | undefined) => Number((share ?? '').replace('.', ''));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(4), fc.nat(1_000_000)), { minLength: 1, maxLength: 12 }),
        (counts) => {
          const shares = sharesOf(counts);
          const total = counts.reduce((sum, count) => sum + count, 0);
          for (const [i, a] of counts.entries()) {
            for (const [j, b] of counts.entries()) {
              if (a === b) expect(shares[i]).toBe(shares[j]);
              if (a > b) expect(hundredths(shares[i])).toBeGreaterThanOrEqual(hundredths(shares[j]));
            }
            if (total > 0)
              expect(Math.abs(hundredths(shares[i]) - (a * 10_000) / total)).toBeLessThan(1.000001);
          }
          const sum = shares.reduce((all, share) => all + hundredths(share), 0);
          expect(sum).toBeLessThanOrEqual(10_000);
          if (total > 0 && new Set(counts).size === counts.length) expect(sum).toBe(10_000);
        },
      ),
    );
  });
});

describe('deposits', () => {
  const deposit = { names: [null], elected: false, votes: 2, validPapers: 100 } as const;

  test('three per cent is enough, less is not', () => {
    expect(judgeDeposit({ ...deposit, votes: 3 })).toEqual({ returned: true, ground: 'three_percent' });
    expect(judgeDeposit(deposit)).toEqual({ returned: false, ground: null });
    expect(judgeDeposit({ ...deposit, votes: 30, validPapers: 1001 }).returned).toBe(false);
  });

  test('a ground of one name helps a list only if every name has one', () => {
    expect(judgeDeposit({ ...deposit, names: ['died', 'withdrawn'] }).ground).toBe('all_candidates_out');
    expect(judgeDeposit({ ...deposit, names: ['died', null] }).returned).toBe(false);
  });

  test('it comes back to the elected, and where the proceedings ended', () => {
    expect(judgeDeposit({ ...deposit, elected: true }).ground).toBe('elected');
    expect(judgeDeposit({ ...deposit, proceedings: 'terminated' }).ground).toBe('terminated');
    expect(judgeDeposit({ ...deposit, proceedings: 'list_rejected' }).ground).toBe('list_rejected');
  });
});

describe('financial assistance', () => {
  const money = { rateCents: 1400, limitCents: 12_100_000, declaredCents: 9_000_000 };

  test('half of an odd number of electors is paid to the cent', () => {
    expect(assistanceFor({ ...money, contested: false, registeredElectors: 147 })).toEqual({
      eligible: true,
      cents: 102_900,
      binding: 'half_electors',
    });
  });

  test('nothing is paid to the disqualified, and less for what was subsidised before', () => {
    const claim = { ...money, contested: true, votes: 100, validPapers: 200, elected: true } as const;
    expect(assistanceFor({ ...claim, disqualified: true })).toEqual({
      eligible: false,
      cents: 0,
      binding: 'disqualified',
    });
    expect(assistanceFor({ ...claim, alreadySubsidisedCents: 40_000 })).toMatchObject({ cents: 100_000 });
    expect(assistanceFor({ ...claim, alreadySubsidisedCents: 900_000 })).toMatchObject({
      eligible: true,
      cents: 0,
    });
  });

  test('the elected are paid also below five per cent', () => {
    const claim = { ...money, contested: true, votes: 4, validPapers: 100 } as const;
    expect(assistanceFor({ ...claim, elected: true }).cents).toBe(5600);
    expect(assistanceFor({ ...claim, elected: false }).eligible).toBe(false);
  });
});

describe('the test for misplaced papers', () => {
  const list = (id: string, votes: number) => ({ id, votes, names: 3 });

  test('lists without a remainder make no pair, and without a pair nothing bars the request', () => {
    expect(testMisplaced(0, [fraction(5), null])).toEqual({
      estimate: 0,
      smallestGap: null,
      requestBAccepted: true,
    });
    const { smallestGap, requestBAccepted } = testMisplaced(4, [
      fraction(20),
      null,
      fraction(7),
      fraction(12),
    ]);
    expect([smallestGap && format(smallestGap), requestBAccepted]).toEqual(['5', false]);
  });

  test('a tie makes every gap 0, so the request is never barred', () => {
    const found = testMisplacedIn(0, {
      seats: 1,
      lists: [list('1', 50), list('2', 50)],
      quotaFraction: 'keep',
    });
    expect(found).toMatchObject({ requestBAccepted: true, changedIfAllFor: [] });
    expect([found.smallestGap, found.decidingGap].map((gap) => gap && format(gap))).toEqual(['0', '0']);
  });

  test('a last seat by quota has no deciding gap', () => {
    const found = testMisplacedIn(1, {
      seats: 2,
      lists: [list('1', 50), list('2', 50)],
      quotaFraction: 'keep',
    });
    expect(found.decidingGap).toBeNull();
  });
});
