import { legco2012 } from '#functions/elections/legco-2012.ts';
import type { StationReport } from '#shared/election/report.ts';
import { countReports } from '#shared/recount/count-reports.ts';
import { type Figure, spreadOfRuns } from './measure.ts';

const RUNS = { warmUp: 40, counted: 101 };

/** The least that anybody would have to do: one pass that adds up the votes. */
const addUp = (reports: readonly StationReport[]): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>();
  for (const { constituency, votes = {} } of reports) {
    for (const [id, given] of Object.entries(votes)) {
      const place = `${constituency}/${id}`;
      totals.set(place, (totals.get(place) ?? 0) + given);
    }
  }
  return totals;
};

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** The 2012 election from its parsed reports: checked, counted, allocated, explained, with every station. */
export const recount = async (): Promise<readonly Figure[]> => {
  const { definition, reports } = legco2012();
  const count = () => countReports({ definition, reports, lots: [] });
  const counted = count();
  if (!counted.ok) throw new Error(`The 2012 election is refused: ${JSON.stringify(counted.problem)}`);
  if (sum(counted.value.map(({ valid }) => valid)) !== sum(addUp(reports).values())) {
    throw new Error('The count and a plain addition disagree');
  }
  const measured = await spreadOfRuns(RUNS, count);
  const plain = await spreadOfRuns(RUNS, () => addUp(reports));
  return [
    {
      name: `recount of 2012, ${reports.length} parsed reports`,
      unit: 'ms',
      measured,
      target: { relation: '≤', value: 10 },
      yardstick: { what: 'adding up the votes', value: plain.median },
    },
  ];
};
