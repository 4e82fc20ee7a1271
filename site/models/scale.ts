import { parse } from '#shared/fraction.ts';

/** Lengths on a page; rounding here never decides anything. */

/** An exact figure as a length: three decimals are finer than any screen. */
export const lengthOf = (exact: string | null): number => {
  if (exact === null) return 0;
  const { numerator, denominator } = parse(exact);
  return Number((numerator * 1000n) / denominator) / 1000;
};

/** Percent of the scale with two decimals; anything above zero can be seen, zero cannot. */
export const percent = (value: number, scale: number): number =>
  scale <= 0 || value <= 0 ? 0 : Math.max(0.4, Math.round((value / scale) * 10_000) / 100);

export interface Tick {
  readonly at: number;
  readonly value: number;
}

/** Round values along the scale; none where the quota's own label stands. */
export const ticksOf = (scale: number, quota: number): readonly Tick[] => {
  const rough = scale / 4;
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? magnitude;
  const quotaAt = percent(quota, scale);
  return Array.from({ length: Math.floor(scale / step) + 1 }, (_, index) => index * step)
    .map((value) => ({ value, at: percent(value, scale) }))
    .filter(({ at }) => Math.abs(at - quotaAt) > 14 && at < 92);
};
