import { testMisplaced } from '../allocation/misplaced-test.ts';
import { checkAccount, estimateMisplaced } from '../counting/account.ts';
import type { Constituency, ElectionDefinition } from '../election/definition.ts';
import type { StationReport } from '../election/report.ts';
import { format, parse } from '../fraction.ts';
import { type ConstituencyFold, currentReport, type ElectionFold } from './election-fold.ts';
import type { Outcome } from './outcome.ts';
import { accountedCount, feedersOf } from './report-warnings.ts';
import type { ConstituencyResult } from './results.ts';

/** The central line of a geographical constituency carries its misplaced papers [2016 ¶5.78]. */
export const centralLines = (
  definition: Pick<ElectionDefinition, 'stations'>,
  constituency: Constituency,
): ReadonlySet<string> =>
  new Set(
    constituency.kind === 'geographical'
      ? definition.stations
          .filter(({ kind, constituency: of }) => kind === 'central_counting' && of === constituency.id)
          .map(({ id }) => id)
      : [],
  );

/** Of the stations that owe a report, those where papers may be missing: not the line to which they are added [C-8]. */
const placesOfAccounts = (
  definition: ElectionDefinition,
  constituency: Constituency,
  expected: readonly string[],
): readonly string[] => {
  const central = centralLines(definition, constituency);
  return expected.filter((station) => !central.has(station));
};

/**
 * Whether the estimate can be told: at the interim result, when every station but the line of misplaced papers has reported
 * [2016 ¶5.79-5.80]. Told before, the difference that one more report makes would give its account away.
 */
export const isEstimateDue = (
  definition: ElectionDefinition,
  constituency: Constituency,
  expected: readonly string[],
  hasReported: (station: string) => boolean,
): boolean => {
  const places = placesOfAccounts(definition, constituency, expected);
  return constituency.kind === 'geographical' && places.length > 0 && places.every(hasReported);
};

/** Estimated misplaced papers: what the accounts expected and the stations did not find [2016 ¶5.80, C-8]; null without accounts. */
export const estimateFrom = (
  definition: ElectionDefinition,
  constituency: Constituency,
  expected: readonly string[],
  reportOf: (station: string) => StationReport | undefined,
): number | null => {
  const checks = placesOfAccounts(definition, constituency, expected).flatMap((station) => {
    const report = reportOf(station);
    if (!report?.account) return [];
    return [checkAccount(accountedCount(report, constituency, feedersOf(definition, station)))];
  });
  const { papers, stationsUnknown } = estimateMisplaced(checks);
  return checks.length > stationsUnknown ? papers : null;
};

/** Whether an account that counts is kept back, so that the estimate is the one that the ledger tells. */
export const keepsAccountsBack = (fold: Pick<ElectionFold, 'expected'>, state: ConstituencyFold): boolean =>
  (fold.expected.get(state.id) ?? []).some((station) => currentReport(state, station)?.withheld?.accounts);

/** The estimate from the accounts themselves, or where they stay private as the ledger tells it. */
export const estimateOf = (
  definition: ElectionDefinition,
  fold: Pick<ElectionFold, 'expected'>,
  constituency: Constituency,
  state: ConstituencyFold,
): number | null => {
  const expected = fold.expected.get(constituency.id) ?? [];
  if (!keepsAccountsBack(fold, state)) {
    return estimateFrom(definition, constituency, expected, (station) => currentReport(state, station)?.body);
  }
  const due = isEstimateDue(definition, constituency, expected, (station) => state.reports.has(station));
  return due ? state.misplacedEstimate : null;
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
