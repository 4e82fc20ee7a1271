/** Numbers that follow from a seed: the same seed gives the same election and the same night. Never used for lots. */
export interface SeededNumbers {
  /** A whole number from 0 up to, but not including, `limit`. */
  readonly below: (limit: number) => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True in `percent` of a hundred cases. */
  readonly chance: (percent: number) => boolean;
}

/** Mulberry32: 32-bit whole-number arithmetic only, so that every machine draws the same. */
export const seededNumbers = (seed: number): SeededNumbers => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (percent) => below(100) < percent,
  };
};

/** Shares a total out by weights: whole numbers that add up to the total, the first ones taking what division leaves. */
export const shareOut = (total: number, weights: readonly number[]): readonly number[] => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / all));
  const left = total - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => share + (index < left ? 1 : 0));
};
