import type { Contestant } from '#shared/election/definition.ts';
import type { Ranking } from '#shared/election/report.ts';
import { figureIn } from '../forms/read-figure.ts';

/** A row of the rankings as typed: `3 1` → papers. */
export interface RankingRow {
  readonly order: string;
  readonly papers: string;
}

export type ReadRanking =
  | { readonly ok: true; readonly ranking: Ranking }
  | {
      readonly ok: false;
      readonly code: 'ranking-unclear' | 'ranking-stranger' | 'figure-missing';
      readonly found: string;
    };

/** `3 1`, `3,1`, `3>1`; `-` is a rank that was skipped, `2=4` one that was given twice. Full-width signs mean the same. */
const ranksIn = (order: string): readonly string[] =>
  order
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .split(/[\s,;>、]+/)
    .filter((rank) => rank !== '');

type Order = Ranking['order'];

const isOrder = (ranks: readonly unknown[]): ranks is Order =>
  ranks.every((rank) => rank !== undefined && (!Array.isArray(rank) || !rank.includes(undefined)));

export const readRanking = (row: RankingRow, contestants: readonly Contestant[]): ReadRanking => {
  const idOf = new Map(contestants.map(({ id, number }) => [number, id]));
  const ranks = ranksIn(row.order);
  if (ranks.length === 0) return { ok: false, code: 'ranking-unclear', found: row.order };
  const order = ranks.map((rank) => {
    if (/^[-–—_]$/.test(rank)) return null;
    const shared = rank.split('=');
    return shared.length > 1 ? shared.map((number) => idOf.get(number)) : idOf.get(rank);
  });
  if (!isOrder(order)) {
    const stranger = ranks
      .flatMap((rank) => rank.split('='))
      .find((rank) => !/^[-–—_]$/.test(rank) && !idOf.has(rank));
    return { ok: false, code: 'ranking-stranger', found: stranger ?? row.order };
  }
  const papers = figureIn(row.papers);
  if (papers === null) return { ok: false, code: 'figure-missing', found: row.order };
  return { ok: true, ranking: { order, papers } };
};

/** A ranking as people write it, with the numbers of the ballot paper. */
export const writtenRanking = (order: Order, contestants: readonly Contestant[]): string => {
  const numberOf = new Map(contestants.map(({ id, number }) => [id, number]));
  return order
    .map((rank) => {
      if (rank === null) return '–';
      return [rank]
        .flat()
        .map((id) => numberOf.get(id) ?? id)
        .join('=');
    })
    .join(' ');
};

/** Rows copied from a spreadsheet: the last column holds the papers, all before it the ranking. */
export const pastedRankings = (text: string): readonly RankingRow[] => {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length < 2 && !text.includes('\t')) return [];
  return lines.map((line) => {
    const cells = line.includes('\t')
      ? line.split('\t')
      : (/^(.*?)[\s:：→]+(\S+)$/.exec(line)?.slice(1) ?? [line]);
    return {
      order: cells.slice(0, -1).join(' ').trim() || line.trim(),
      papers: (cells.length > 1 ? cells.at(-1) : '')?.trim() ?? '',
    };
  });
};
