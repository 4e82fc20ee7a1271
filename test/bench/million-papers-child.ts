import type { StationReport } from '#shared/election/report.ts';
import { countReports } from '#shared/recount/count-reports.ts';
import { millisecondsOf, numbersFrom } from './measure.ts';
import { CANDIDATES, definition, reportsOf } from './million-papers-election.ts';

/** What this program prints, as JSON. */
export interface PapersCounted {
  readonly milliseconds: number;
  readonly plainMilliseconds: number;
  readonly rankingsRssMegabytes: number;
  readonly peakRssMegabytes: number;
}

/** The rule as one would write it first: every round looks through every paper. */
const plainWinner = (reports: readonly StationReport[]): string | undefined => {
  const standing = new Set(CANDIDATES);
  for (;;) {
    const votes = new Map([...standing].map((id) => [id, 0]));
    let papers = 0;
    for (const { rankings = [] } of reports) {
      for (const { order } of rankings) {
        const first = order.find((id) => standing.has(id as string)) as string | undefined;
        if (first === undefined) continue;
        votes.set(first, (votes.get(first) ?? 0) + 1);
        papers += 1;
      }
    }
    const [leader, most] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (most * 2 > papers || standing.size === 1) return leader;
    const fewest = Math.min(...votes.values());
    for (const [id, received] of votes) if (received === fewest) standing.delete(id);
  }
};

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

const reports = reportsOf(numbersFrom(10));
const rankingsRss = process.memoryUsage.rss();
let winner: string | undefined;
const milliseconds = await millisecondsOf(() => {
  const counted = countReports({ definition, reports, lots: [] });
  if (!counted.ok) throw new Error(JSON.stringify(counted.problem));
  winner = counted.value[0]?.rounds.at(-1)?.elected[0];
});
const peakRssMegabytes = megabytes(process.resourceUsage().maxRSS * 1024);
let plainly: string | undefined;
const plainMilliseconds = await millisecondsOf(() => {
  plainly = plainWinner(reports);
});
if (winner !== plainly) throw new Error(`The count elects ${winner}, a plain one ${plainly}`);
const counted: PapersCounted = {
  milliseconds,
  plainMilliseconds,
  rankingsRssMegabytes: megabytes(rankingsRss),
  peakRssMegabytes,
};
process.stdout.write(`${JSON.stringify(counted)}\n`);
