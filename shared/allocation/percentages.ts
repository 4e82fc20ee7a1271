import { requireWhole, sumOf } from './whole-figures.ts';

const HUNDRED_PERCENT = 10_000n;

const shown = (hundredths: bigint): string =>
  `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;

interface Share {
  readonly count: number;
  readonly hundredths: bigint;
  readonly remainder: bigint;
}

const byRemainder = (a: Share, b: Share): number => {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  return b.count - a.count;
};

/** Counts whose share is rounded up: largest remainders first, equal counts together or not at all. */
const roundedUp = (shares: readonly Share[], left: number): ReadonlySet<number> => {
  const up = new Set<number>();
  let places = left;
  for (const { count } of [...shares].sort(byRemainder)) {
    if (up.has(count)) continue;
    const group = shares.filter((share) => share.count === count).length;
    // Going on to smaller remainders would show the fewer votes as the greater share.
    if (group > places) break;
    up.add(count);
    places -= group;
  }
  return up;
};

/**
 * Percentages of a whole, in hundredths that add up to 100.00 as in the printed tables; equal counts are
 * shown equal, even where the sum then stays below. Nothing is ever decided by them [App.3 annex, A-7].
 */
export const sharesOf = (counts: readonly number[]): readonly string[] => {
  requireWhole('Votes', counts);
  const total = BigInt(sumOf(counts));
  if (total === 0n) return counts.map(() => shown(0n));
  const shares = counts.map((count) => ({
    count,
    hundredths: (BigInt(count) * HUNDRED_PERCENT) / total,
    remainder: (BigInt(count) * HUNDRED_PERCENT) % total,
  }));
  const given = shares.reduce((sum, { hundredths }) => sum + hundredths, 0n);
  const up = roundedUp(shares, Number(HUNDRED_PERCENT - given));
  return shares.map(({ count, hundredths }) => shown(up.has(count) ? hundredths + 1n : hundredths));
};

/** One share alone, to the nearest unit of the last place, halves away from 0; for sums that are not 100, and for nets. */
export const percentOf = (part: number, whole: number, places = 2): string => {
  requireWhole('A whole and its places', [whole, places, Math.abs(part)]);
  const unit = 10n ** BigInt(places);
  const size = BigInt(Math.abs(part)) * 100n * unit;
  const rounded = whole === 0 ? 0n : (2n * size + BigInt(whole)) / (2n * BigInt(whole));
  const sign = part < 0 && rounded > 0n ? '-' : '';
  if (places === 0) return `${sign}${rounded}`;
  return `${sign}${rounded / unit}.${String(rounded % unit).padStart(places, '0')}`;
};
