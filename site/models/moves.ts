import type { AdjournmentResult, ConstituencyResult, RelocationResult } from '#shared/recount/results.ts';

/** What officers did to a count besides counting: where it was put off, whether it goes on, and where it moved. */
export interface Moves {
  /** For each place that was ever put off, the last word on it; the newest first. */
  readonly standing: readonly AdjournmentResult[];
  readonly relocations: readonly RelocationResult[];
}

type Told = Pick<ConstituencyResult, 'adjournments' | 'relocations'>;

/** All of a constituency, or what concerns one station of it. */
export const movesOf = ({ adjournments, relocations }: Told, station?: string): Moves => {
  const concerned = adjournments.filter(
    (one) => station === undefined || one.station === null || one.station === station,
  );
  const last = new Map(concerned.map((one) => [one.station, one]));
  return {
    standing: [...last.values()].sort((a, b) => b.entry - a.entry),
    relocations: relocations
      .filter((one) => station === undefined || one.station === station)
      .toSorted((a, b) => b.entry - a.entry),
  };
};
