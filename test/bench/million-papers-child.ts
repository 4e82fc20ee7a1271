import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';
import { countReports } from '#shared/recount/count-reports.ts';
import { millisecondsOf, numbersFrom } from './measure.ts';

/** What this program prints, as JSON. */
export interface PapersCounted {
  readonly milliseconds: number;
  readonly plainMilliseconds: number;
  readonly rankingsRssMegabytes: number;
  readonly peakRssMegabytes: number;
}

const STATIONS = 100;
const PAPERS_EACH = 10_000;
const CANDIDATES = Array.from({ length: 10 }, (_, index) => String(index + 1));

const definition: ElectionDefinition = {
  id: 'million',
  title: { en: 'A million papers' },
  edition: '2016',
  timeZone: 'Asia/Hong_Kong',
  pollOpensAt: '2016-09-04T07:30:00+08:00',
  pollClosesAt: '2016-09-04T22:30:00+08:00',
  test: true,
  constituencies: [
    {
      id: 'FC1',
      kind: 'special_fc',
      system: 'preferential',
      seats: 1,
      name: { en: 'One seat' },
      contestants: CANDIDATES.map((id) => ({ id, number: id, name: { en: `Candidate ${id}` } })),
    },
  ],
  stations: Array.from({ length: STATIONS }, (_, index) => ({
    id: `S${index}`,
    kind: 'polling_counting',
    name: { en: `Station ${index}` },
    constituency: 'FC1',
  })),
};

/** All candidates in some order; the first few are somewhat better liked, so that rounds differ. */
const someOrder = (below: (limit: number) => number): string[] => {
  const order = CANDIDATES.slice();
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.min(below(last + 1), below(last + 2));
    const moved = order[last] as string;
    order[last] = order[other] as string;
    order[other] = moved;
  }
  return order;
};

const reportsOf = (below: (limit: number) => number): readonly StationReport[] =>
  definition.stations.map(({ id, constituency }) => {
    const rankings = new Array<NonNullable<StationReport['rankings']>[number]>(PAPERS_EACH);
    for (let paper = 0; paper < PAPERS_EACH; paper += 1)
      rankings[paper] = { order: someOrder(below), papers: 1 };
    return { constituency, station: id, count: 1, revision: 1, rankings };
  });

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
