import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';

const STATIONS = 100;
const PAPERS_EACH = 10_000;
export const CANDIDATES = Array.from({ length: 10 }, (_, index) => String(index + 1));

export const definition: ElectionDefinition = {
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

/** Ten thousand papers from each of a hundred stations. */
export const reportsOf = (below: (limit: number) => number): readonly StationReport[] =>
  definition.stations.map(({ id, constituency }) => {
    const rankings = new Array<NonNullable<StationReport['rankings']>[number]>(PAPERS_EACH);
    for (let paper = 0; paper < PAPERS_EACH; paper += 1)
      rankings[paper] = { order: someOrder(below), papers: 1 };
    return { constituency, station: id, count: 1, revision: 1, rankings };
  });
