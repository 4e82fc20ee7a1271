import type { ElectionScript } from '#functions/elections/election-script.ts';
import { countReports } from '#shared/recount/count-reports.ts';
import type { ConstituencyResult } from '#shared/recount/results.ts';
import { must } from '#shared/result.ts';

/** The constituencies of a script counted from its files, by id. */
export const counted = (
  { definition, reports }: ElectionScript,
  lots: ElectionScript['lots'],
): ((id: string) => ConstituencyResult) => {
  const result = countReports({ definition, reports, lots });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return (id) =>
    must(
      result.value.find((constituency) => constituency.id === id),
      `${id} is counted`,
    );
};
