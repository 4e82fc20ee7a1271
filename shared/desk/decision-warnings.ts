import type { Warning } from '../election/acts.ts';
import type { StationReport } from '../election/report.ts';
import type { DecisionRow } from './accept-decision.ts';
import { sumDifferences, sumsOf } from './decision-sums.ts';

/**
 * What the decision record of a counting place says to its form: told on the desk, never stored with the report and never a reason to
 * refuse it [C-3, F-4]. A place whose decisions are kept on paper only has nothing to compare.
 */
export const decisionWarnings = (rows: readonly DecisionRow[], report: StationReport): readonly Warning[] => {
  if (rows.length === 0) return [];
  const differences = sumDifferences(sumsOf(rows), report);
  if (differences.length === 0) return [];
  const total = (of: 'decided' | 'reported'): number =>
    differences.reduce((sum, difference) => sum + difference[of], 0);
  return [
    {
      code: 'D1',
      fields: differences.map(({ path }) => path),
      figures: { rows: rows.length, decided: total('decided'), reported: total('reported') },
    },
  ];
};
