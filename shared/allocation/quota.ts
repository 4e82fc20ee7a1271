import { type Fraction, floor, fraction } from '../fraction.ts';
import { sumOf } from './whole-figures.ts';

/** Whether the fraction of the quota is disregarded, as the Ordinance says, or kept. */
export type QuotaFraction = 'disregard' | 'keep';

export interface UsedQuota {
  /** `null` where no valid vote was cast. */
  readonly quota: Fraction | null;
  readonly rule: QuotaFraction;
  /** True where the whole quota is too small to share out the seats, and the exact one was used. */
  readonly overflow: boolean;
  /** Quotas reached by each list: the whole part of votes / quota [2016 ¶2.24]. */
  readonly quotas: readonly number[];
}

const quotasIn = (votes: readonly number[], quota: Fraction): readonly number[] =>
  votes.map((vote) => Number(floor(fraction(BigInt(vote) * quota.denominator, quota.numerator))));

/** Valid votes divided by the seats to fill, exactly; `null` where there are none [2016 ¶2.24, A-3]. */
export const exactQuota = (valid: number, seats: number): Fraction | null =>
  valid === 0 ? null : fraction(valid, seats);

/**
 * The quota by the rule asked for. Where cutting its fraction leaves 0, or makes the lists reach more
 * quotas than there are seats, the fraction is kept after all [2016 ¶2.24, A-1, A-4].
 */
export const quotaOf = (votes: readonly number[], seats: number, rule: QuotaFraction): UsedQuota => {
  const exact = exactQuota(sumOf(votes), seats);
  if (exact === null) return { quota: null, rule, overflow: false, quotas: votes.map(() => 0) };
  const kept: UsedQuota = { quota: exact, rule: 'keep', overflow: false, quotas: quotasIn(votes, exact) };
  if (rule === 'keep') return kept;
  const whole = fraction(floor(exact));
  if (whole.numerator === 0n) return { ...kept, overflow: true };
  const quotas = quotasIn(votes, whole);
  return sumOf(quotas) > seats
    ? { ...kept, overflow: true }
    : { quota: whole, rule: 'disregard', overflow: false, quotas };
};
