import { floor, fraction, parse, subtract } from '#shared/fraction.ts';
import type { CandidateResult, ConstituencySummary, ContestantResult } from '#shared/recount/results.ts';
import { count, exact } from '../words/format.ts';
import type { Ladder, LadderRow } from './ladder.ts';
import { electedIds } from './sentence.ts';
import { byNumber, isDeclared } from './subject.ts';

/** Votes divided by seats: the whole part and, where there is one, the fraction. */
export const quotaParts = (
  result: ConstituencySummary,
): { readonly whole: string; readonly part: string | null } | null => {
  if (result.quotaExact === null) return null;
  const value = parse(result.quotaExact);
  const rest = subtract(value, fraction(floor(value)));
  return {
    whole: count(floor(value)),
    part: rest.numerator === 0n ? null : `${rest.numerator}/${rest.denominator}`,
  };
};

export interface QuotaStep {
  readonly contestant: ContestantResult;
  readonly rows: readonly LadderRow[];
  /** All of the list's quotas as one bar. */
  readonly whole: LadderRow;
  readonly times: number;
  readonly quota: string;
  readonly rest: string | null;
}

export const quotaSteps = (result: ConstituencySummary, ladder: Ladder): readonly QuotaStep[] => {
  const lists = [...new Set(ladder.byQuota.map(({ contestant }) => contestant))];
  return lists.flatMap((contestant): QuotaStep[] => {
    const rows = ladder.byQuota.filter((row) => row.contestant === contestant);
    const last = rows.at(-1);
    if (last === undefined || result.quota === null) return [];
    const quota = parse(result.quota);
    const times = Number(floor(fraction(BigInt(contestant.votes) * quota.denominator, quota.numerator)));
    return [
      {
        contestant,
        rows,
        whole: { ...last, from: 0 },
        times,
        quota: exact(result.quota),
        rest: contestant.remainder === null ? null : exact(contestant.remainder),
      },
    ];
  });
};

export interface ListNames {
  readonly contestant: ContestantResult;
  readonly names: readonly (CandidateResult & { readonly seated: boolean })[];
}

/** Lists with a seat: their names with a seat, those passed over and why, and the one that was next. [2016 ¶2.30] */
export const listNames = (result: ConstituencySummary): readonly ListNames[] => {
  const declared = isDeclared(result) ? new Set(electedIds(result)) : null;
  return [...result.contestants].sort(byNumber).flatMap((contestant): ListNames[] => {
    const seated = declared ?? new Set(contestant.elected);
    const names = contestant.candidates.map((candidate) => ({
      ...candidate,
      seated: seated.has(candidate.id),
    }));
    const lastSeat = names.findLastIndex((name) => name.seated);
    if (lastSeat < 0) return [];
    const next = names.findIndex((name, index) => index > lastSeat && name.event === undefined);
    const shown = names.filter(
      (name, index) => index <= lastSeat || index === next || (name.event !== undefined && index < next),
    );
    return [{ contestant, names: shown }];
  });
};
