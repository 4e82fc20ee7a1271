import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';

/** A slow, obviously right counterpart: what the accepted reports add up to, without ledger, fold or fractions. */

export interface ExpectedContestant {
  readonly votes: number;
  readonly quotaSeats: number;
  readonly seats: number;
}
export interface ExpectedConstituency {
  readonly id: string;
  readonly valid: number;
  readonly rejected: number;
  readonly reported: number;
  readonly quota: number | null;
  /** Null where a tie leaves the seats to lots. */
  readonly contestants: Readonly<Record<string, ExpectedContestant>> | null;
  readonly votes: Readonly<Record<string, number>>;
  /** Rows of `stations.csv`: station, count, revision, contestant, votes, valid, rejected. */
  readonly stationRows: readonly string[];
}

const total = (figures: Iterable<number | undefined>): number => {
  let sum = 0;
  for (const figure of figures) sum += figure ?? 0;
  return sum;
};

const newest = (reports: readonly StationReport[], station: string): StationReport | undefined => {
  let best: StationReport | undefined;
  for (const report of reports) {
    if (report.station !== station) continue;
    const rank = report.count * 1000 + report.revision;
    if (!best || rank > best.count * 1000 + best.revision) best = report;
  }
  return best;
};

const rejectedOf = ({ invalid, questionable }: StationReport): number =>
  total([...Object.values(invalid ?? {}), ...Object.values(questionable?.rejected ?? {})]);

const listSeats = (votes: Readonly<Record<string, number>>, seats: number, names: number) => {
  const ids = Object.keys(votes);
  const quota = Math.floor(total(Object.values(votes)) / seats);
  const byQuota = Object.fromEntries(
    ids.map((id) => [id, Math.min(names, Math.floor((votes[id] ?? 0) / quota))]),
  );
  const rest = ids
    .filter((id) => (byQuota[id] ?? 0) < names)
    .map((id) => ({ id, left: (votes[id] ?? 0) - (byQuota[id] ?? 0) * quota }))
    .sort((a, b) => b.left - a.left);
  const open = seats - total(Object.values(byQuota));
  if (open > 0 && rest[open - 1]?.left === rest[open]?.left) return { quota, contestants: null };
  const winners = new Set(rest.slice(0, open).map(({ id }) => id));
  return {
    quota,
    contestants: Object.fromEntries(
      ids.map((id) => [
        id,
        {
          votes: votes[id] ?? 0,
          quotaSeats: byQuota[id] ?? 0,
          seats: (byQuota[id] ?? 0) + (winners.has(id) ? 1 : 0),
        },
      ]),
    ),
  };
};

const oneWinner = (votes: Readonly<Record<string, number>>, winner: string | null) =>
  winner === null
    ? null
    : Object.fromEntries(
        Object.entries(votes).map(([id, figure]) => [
          id,
          { votes: figure, quotaSeats: 0, seats: id === winner ? 1 : 0 },
        ]),
      );

const firstPast = (votes: Readonly<Record<string, number>>): string | null => {
  const sorted = Object.entries(votes).sort(([, a], [, b]) => b - a);
  return sorted[0]?.[1] === sorted[1]?.[1] ? null : (sorted[0]?.[0] ?? null);
};

interface Paper {
  readonly order: readonly unknown[];
  readonly papers: number;
}

const pileUp = (papers: readonly Paper[], standing: readonly string[]): Record<string, number> => {
  const piles: Record<string, number> = Object.fromEntries(standing.map((id) => [id, 0]));
  for (const { order, papers: many } of papers) {
    const first = order.find((id) => standing.includes(String(id)));
    if (first !== undefined) piles[String(first)] = (piles[String(first)] ?? 0) + many;
  }
  return piles;
};

/** Strikes off the last until somebody has more than half; a tie is left alone. */
const byPreference = (papers: readonly Paper[], ids: readonly string[]): string | null => {
  let standing = [...ids];
  for (;;) {
    const piles = pileUp(papers, standing);
    const sorted = [...standing].sort((a, b) => (piles[b] ?? 0) - (piles[a] ?? 0));
    const [best] = sorted;
    const last = sorted.at(-1);
    if (best === undefined || last === undefined) return null;
    if (2 * (piles[best] ?? 0) > total(Object.values(piles))) return best;
    if ((piles[last] ?? 0) === (piles[sorted.at(-2) ?? last] ?? 0)) return null;
    standing = standing.filter((id) => id !== last);
  }
};

export const expectedConstituency = (
  definition: ElectionDefinition,
  id: string,
  reports: readonly StationReport[],
): ExpectedConstituency => {
  const constituency = definition.constituencies.find((one) => one.id === id);
  if (!constituency) throw new RangeError(`No constituency ${id}`);
  const ids = constituency.contestants.map((contestant) => contestant.id);
  const stations = definition.stations.filter((station) => station.constituency === id);
  const current = stations
    .map((station) => newest(reports, station.id))
    .filter((report) => report !== undefined);
  const papers: readonly Paper[] = current.flatMap(({ rankings }) => rankings ?? []);
  const open = constituency.system !== 'preferential';
  const votes = open
    ? Object.fromEntries(ids.map((one) => [one, total(current.map((report) => report.votes?.[one]))]))
    : pileUp(papers, ids);
  const counted = current.length > 0;
  const lists = constituency.system === 'list_pr' && counted ? listSeats(votes, constituency.seats, 3) : null;
  const winner = open ? firstPast(votes) : byPreference(papers, ids);
  const stationRows = stations.flatMap((station) => {
    const report = newest(reports, station.id);
    if (!report) return ids.map((one) => `${station.id},,,${one},,,`);
    const valid = open ? total(Object.values(report.votes ?? {})) : '';
    const tail = `${valid},${rejectedOf(report)}`;
    const head = `${station.id},${report.count},${report.revision}`;
    return open
      ? ids.map((one) => `${head},${one},${report.votes?.[one] ?? 0},${tail}`)
      : ids.map((one) => `${head},${one},,${tail}`);
  });
  return {
    id,
    valid: total(Object.values(votes)),
    rejected: total(current.map(rejectedOf)),
    reported: current.length,
    quota: lists?.quota ?? null,
    contestants: lists ? lists.contestants : counted ? oneWinner(votes, winner) : null,
    votes,
    stationRows,
  };
};
