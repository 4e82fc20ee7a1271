import { checkAccount } from '../counting/account.ts';
import type { PlacedReport } from '../election/check-report.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import type { InputProblem } from '../election/input-problem.ts';
import { accountedCount, feedersOf } from '../recount/report-warnings.ts';

/** Sums that cannot be: the form was typed or added up wrongly, and the desk asks before it takes it [counting.md §7]. */
export const checkSums = (
  placed: PlacedReport,
  definition: Pick<ElectionDefinition, 'stations'>,
  validVotes: number | undefined,
): readonly InputProblem[] => {
  const { report, constituency, station } = placed;
  const counted = accountedCount(report, constituency, feedersOf(definition, station.id));
  const errors = checkAccount(counted)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, fields, figures }) => ({
      code: `sum-${code}`,
      path: fields[0] ?? '$',
      value: null,
      figures: { ...figures },
    }));
  if (validVotes === undefined || validVotes === counted.valid) return errors;
  const difference = Math.abs(validVotes - counted.valid);
  return [
    ...errors,
    {
      code: 'sum-differs',
      path: '$.validVotes',
      value: validVotes,
      figures: { sum: counted.valid, difference },
    },
  ];
};
