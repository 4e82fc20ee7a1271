import type { Constituency, ElectionDefinition } from '#shared/election/definition.ts';
import type { StationReport } from '#shared/election/report.ts';

/**
 * The whole count once more, the slow and obvious way: one paper, one seat, one comparison at a time, on whole
 * numbers scaled by the seats. It shares no line with the product.
 */
export interface NaiveResult {
  readonly id: string;
  readonly stationsReported: number;
  readonly valid: number;
  readonly rejected: number;
  readonly votes: Readonly<Record<string, number>>;
  readonly elected: readonly string[];
  readonly among: readonly string[];
  readonly places: number;
}

type Tied = Pick<NaiveResult, 'elected' | 'among' | 'places'>;

const latest = (reports: readonly StationReport[], station: string): StationReport | undefined => {
  let best: StationReport | undefined;
  for (const report of reports) {
    if (report.station !== station) continue;
    if (!best || report.count * 1000 + report.revision > best.count * 1000 + best.revision) best = report;
  }
  return best;
};

const sumOf = (figures: Readonly<Record<string, number | undefined>> | undefined): number => {
  let total = 0;
  for (const name in figures) total += figures[name] ?? 0;
  return total;
};

const namesOf = (c: Constituency, contestant: Constituency['contestants'][number]): string[] => {
  const names = contestant.candidates?.map(({ id }) => id) ?? [contestant.id];
  return c.system === 'list_pr' ? names.slice(0, c.seats) : names;
};

const lists = (
  c: Constituency,
  votes: Readonly<Record<string, number>>,
  rule: 'disregard' | 'keep',
): Tied => {
  const S = BigInt(c.seats);
  const of = c.contestants.map((list) => ({
    id: list.id,
    v: BigInt(votes[list.id] ?? 0),
    names: namesOf(c, list),
  }));
  const V = of.reduce((total, { v }) => total + v, 0n);
  const cut = V / S;
  const quotasUnder = (scaledQuota: bigint) =>
    of.map(({ v }) => (scaledQuota === 0n ? 0n : (v * S) / scaledQuota));
  const tooMany = cut > 0n && quotasUnder(cut * S).reduce((total, k) => total + k, 0n) > S;
  const scaledQuota = rule === 'keep' || cut === 0n || tooMany ? V : cut * S;
  const quotas = quotasUnder(scaledQuota);
  const won = of.map(({ names }, i) => Math.min(Number(quotas[i]), names.length));
  const competing = of.map(({ names }, i) => Number(quotas[i]) < names.length);
  let left = of.map(({ v }, i) => v * S - (quotas[i] ?? 0n) * scaledQuota);
  let open = c.seats - won.reduce((total, n) => total + n, 0);
  const elected = () => of.flatMap(({ names }, i) => names.slice(0, won[i]));
  while (open > 0) {
    const inRound = of
      .map((_, i) => i)
      .filter((i) => competing[i] && (won[i] ?? 0) < (of[i]?.names.length ?? 0));
    if (inRound.length === 0) break;
    const waiting = new Set(inRound);
    while (open > 0 && waiting.size > 0) {
      let best = -1n;
      for (const i of waiting) if ((left[i] ?? 0n) > best) best = left[i] ?? 0n;
      const group = [...waiting].filter((i) => left[i] === best);
      if (group.length > open) {
        return { elected: elected(), among: group.map((i) => of[i]?.id ?? ''), places: open };
      }
      for (const i of group) {
        won[i] = (won[i] ?? 0) + 1;
        waiting.delete(i);
      }
      open -= group.length;
    }
    left = left.map(() => 0n);
  }
  return { elected: elected(), among: [], places: 0 };
};

const plurality = (c: Constituency, votes: Readonly<Record<string, number>>): Tied => {
  const elected = new Set<string>();
  while (elected.size < c.seats) {
    const waiting = c.contestants.filter(({ id }) => !elected.has(id));
    const best = Math.max(...waiting.map(({ id }) => votes[id] ?? 0));
    const group = waiting.filter(({ id }) => (votes[id] ?? 0) === best);
    if (group.length > c.seats - elected.size) {
      return {
        elected: [...elected],
        among: group.map(({ id }) => id),
        places: c.seats - elected.size,
      };
    }
    for (const { id } of group) elected.add(id);
  }
  return { elected: [...elected], among: [], places: 0 };
};

/** One paper's preferences up to its first break; `null` for a paper without a first one. */
const preferencesOf = (order: readonly (string | null | readonly string[])[]): string[] | null => {
  const kept: string[] = [];
  for (const rank of order) {
    if (typeof rank !== 'string' || kept.includes(rank)) break;
    kept.push(rank);
  }
  return kept.length > 0 ? kept : null;
};

const preferential = (c: Constituency, papers: readonly (readonly string[])[]): Tied => {
  let standing = c.contestants.map(({ id }) => id);
  for (let round = 1; ; round += 1) {
    const piles = new Map(standing.map((id) => [id, 0]));
    let inCount = 0;
    for (const paper of papers) {
      const choice = paper.find((id) => piles.has(id));
      if (choice === undefined) continue;
      piles.set(choice, (piles.get(choice) ?? 0) + 1);
      inCount += 1;
    }
    const figures = [...piles.values()];
    const most = Math.max(...figures);
    const tops = standing.filter((id) => piles.get(id) === most);
    const [top = ''] = tops;
    const elect = { elected: [top], among: [], places: 0 };
    if (standing.length === 1 || 2 * most > inCount) return elect;
    if (tops.length === standing.length) return { elected: [], among: standing, places: 1 };
    if (round === 1 && tops.length === 1 && papers.every((paper) => paper.length === 1)) return elect;
    const fewest = Math.min(...figures);
    standing = standing.filter((id) => piles.get(id) !== fewest);
  }
};

const netSupport = (c: Constituency, reports: readonly StationReport[]): Tied => {
  const nets = c.contestants.map(({ id }) =>
    reports.reduce(
      (net, { choices }) => net + (choices?.[id]?.support ?? 0) - (choices?.[id]?.oppose ?? 0),
      0,
    ),
  );
  const best = Math.max(...nets);
  const tops = c.contestants.filter((_, i) => nets[i] === best);
  const elected = best > 0 && tops.length === 1 ? tops.map(({ id }) => id) : [];
  return { elected, among: [], places: 0 };
};

const decide = (
  c: Constituency,
  {
    reports,
    votes,
    papers,
    rule,
  }: {
    readonly reports: readonly StationReport[];
    readonly votes: Readonly<Record<string, number>>;
    readonly papers: readonly (readonly string[])[];
    readonly rule: 'disregard' | 'keep';
  },
): Tied => {
  if (reports.length === 0) return { elected: [], among: [], places: 0 };
  switch (c.system) {
    case 'list_pr':
      return lists(c, votes, rule);
    case 'first_past_the_post':
      return plurality(c, votes);
    case 'preferential':
      return preferential(c, papers);
    case 'net_support':
      return netSupport(c, reports);
    case 'nomination': {
      const needed = Math.floor((c.electors ?? 0) / 100);
      const elected = c.contestants.filter(({ id }) => (votes[id] ?? 0) >= needed).map(({ id }) => id);
      return { elected, among: [], places: 0 };
    }
  }
};

const countOne = (
  definition: ElectionDefinition,
  c: Constituency,
  all: readonly StationReport[],
): NaiveResult => {
  const reports = definition.stations
    .filter((station) => station.constituency === c.id && station.countedAt === undefined)
    .map((station) => latest(all, station.id))
    .filter((report) => report !== undefined);
  const votes: Record<string, number> = {};
  const papers: (readonly string[])[] = [];
  let rejected = 0;
  let valid = 0;
  for (const { id } of c.contestants) votes[id] = 0;
  for (const report of reports) {
    rejected += sumOf(report.invalid) + sumOf(report.questionable?.rejected);
    for (const { id } of c.contestants) {
      const given = report.votes?.[id] ?? report.choices?.[id]?.support ?? 0;
      votes[id] = (votes[id] ?? 0) + given;
      if (!(c.system === 'first_past_the_post' && c.seats > 1)) valid += report.votes?.[id] ?? 0;
    }
    valid += report.papers ?? 0;
    for (const { order, papers: copies } of report.rankings ?? []) {
      const preferences = preferencesOf(order);
      if (preferences === null) rejected += copies;
      else for (let paper = 0; paper < copies; paper += 1) papers.push(preferences);
    }
  }
  for (const paper of papers) {
    const [first = ''] = paper;
    votes[first] = (votes[first] ?? 0) + 1;
  }
  if (c.system === 'net_support') {
    const marks = c.contestants.map(({ id }) =>
      reports.reduce((total, r) => total + sumOf(r.choices?.[id]), 0),
    );
    valid = Math.max(0, ...marks);
  }
  const rule = definition.rules?.quotaFraction ?? 'disregard';
  return {
    id: c.id,
    stationsReported: reports.length,
    valid: valid + papers.length,
    rejected,
    votes,
    ...decide(c, { reports, votes, papers, rule }),
  };
};

export const naiveCount = (
  definition: ElectionDefinition,
  reports: readonly StationReport[],
): readonly NaiveResult[] =>
  definition.constituencies.map((c) =>
    countOne(
      definition,
      c,
      reports.filter(({ constituency }) => constituency === c.id),
    ),
  );
