import { testMisplaced } from '../allocation/misplaced-test.ts';
import { checkAccount, estimateMisplaced } from '../counting/account.ts';
import type { Constituency, ElectionDefinition } from '../election/definition.ts';
import { format, parse } from '../fraction.ts';
import { type ConstituencyFold, currentReport, type ElectionFold } from './election-fold.ts';
import type { Outcome } from './outcome.ts';
import { accountedCount, feedersOf } from './report-warnings.ts';
import type { ConstituencyResult } from './results.ts';

/** Estimated misplaced papers: what the accounts expected and the stations did not find [2016 ¶5.80, C-8]; null without accounts. */
export const estimateOf = (
  definition: ElectionDefinition,
  fold: Pick<ElectionFold, 'expected'>,
  constituency: Constituency,
  state: ConstituencyFold,
): number | null => {
  const checks = (fold.expected.get(constituency.id) ?? []).flatMap((station) => {
    const report = currentReport(state, station)?.body;
    if (!report?.account) return [];
    return [checkAccount(accountedCount(report, constituency, feedersOf(definition, station)))];
  });
  const { papers, stationsUnknown } = estimateMisplaced(checks);
  return checks.length > stationsUnknown ? papers : null;
};

/** The test of ¶5.80 on the figures so far [C-9]; it is shown with the gap that decides seats and never calls a seat decided. */
export const misplacedPapers = (
  outcome: Outcome,
  estimate: number | null,
): ConstituencyResult['misplaced'] => {
  const remainders = [...outcome.remainders.values()].map((remainder) => remainder && parse(remainder));
  const test = testMisplaced(
    estimate ?? 0,
    remainders.map((remainder) => remainder || null),
  );
  return {
    estimate,
    smallestGap: test.smallestGap && format(test.smallestGap),
    decidingGap: outcome.lots.needed ? '0' : (outcome.lastSeat?.gap ?? null),
    requestAccepted: estimate === null ? null : test.requestBAccepted,
  };
};
