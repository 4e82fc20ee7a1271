/** A ranking as written: element i is rank i + 1; `null` is a skipped rank, an array a rank given to several. */
export type WrittenRanking = readonly (string | null | readonly string[])[];

export type InvalidRanking = 'unmarked' | 'no_first' | 'multiple_first' | 'not_arabic';

export type EffectivePreferences<R extends InvalidRanking = Exclude<InvalidRanking, 'not_arabic'>> =
  | { readonly valid: true; readonly order: readonly string[] }
  | { readonly valid: false; readonly reason: R };

type Rank = WrittenRanking[number];

const isSkipped = (rank: Rank | undefined): boolean =>
  rank === undefined || rank === null || (typeof rank !== 'string' && rank.length === 0);

/** The one candidate whom a rank names; two marks of one rank are a break even where they name the same. */
const onlyName = (rank: Rank | undefined): string | null => {
  if (typeof rank === 'string') return rank;
  const [name = null, second] = rank ?? [];
  return second === undefined ? name : null;
};

/** True where a paper counts at all: one candidate, and only one, is given the first preference [2016 ¶5.89]. */
export const hasFirstPreference = (ranking: WrittenRanking): boolean => onlyName(ranking[0]) !== null;

/** Length of the ranking up to its first break: a gap, a double rank, or a candidate ranked before. */
const unbrokenLength = (ranking: WrittenRanking): number => {
  for (let index = 0; index < ranking.length; index += 1) {
    const name = onlyName(ranking[index]);
    if (name === null) return index;
    for (let earlier = 0; earlier < index; earlier += 1) {
      if (onlyName(ranking[earlier]) === name) return index;
    }
  }
  return ranking.length;
};

/** One of 32 bits for a name: names with different bits differ, and need not be compared. */
const bitOf = (name: string): number => 1 << (name.charCodeAt(name.length - 1) + 7 * name.length);

/** Names only and none of them twice, as on almost every paper; told quickly, for there can be a million. */
const isPlain = (ranking: WrittenRanking): ranking is readonly string[] => {
  let seen = 0;
  for (let index = 0; index < ranking.length; index += 1) {
    const name = ranking[index];
    if (typeof name !== 'string') return false;
    const bit = bitOf(name);
    if ((seen & bit) !== 0 && ranking.indexOf(name) < index) return false;
    seen |= bit;
  }
  return ranking.length > 0;
};

/**
 * Preferences that count: 1, 2, 3 … up to the first break; earlier ones stay valid [2016 ¶5.89(h)-(j), ¶5.91].
 * A candidate given two numbers keeps the better one; the text is silent, and the second is read as the break.
 */
export const effectivePreferences = (ranking: WrittenRanking): EffectivePreferences => {
  if (isPlain(ranking)) return { valid: true, order: ranking };
  const length = unbrokenLength(ranking);
  if (length === 0) {
    if (ranking.every(isSkipped)) return { valid: false, reason: 'unmarked' };
    return { valid: false, reason: isSkipped(ranking[0]) ? 'no_first' : 'multiple_first' };
  }
  const unbroken = ranking.slice(0, length);
  return { valid: true, order: unbroken.map(onlyName).filter((name) => name !== null) };
};

const ARABIC = /^\d+$/;

/** A mark's rank; `null` where it is no Arabic numeral. */
const rankOf = (mark: string | number): number | null => (ARABIC.test(`${mark}`) ? Number(mark) : null);

/**
 * The same from the marks beside the candidates. A paper without any Arabic numeral is set aside; beside
 * numerals another mark is no preference, and left to the decision on questionable papers [2016 ¶5.89(h), ¶5.90].
 */
export const effectivePreferencesOfMarks = (
  marks: Readonly<Record<string, string | number>>,
): EffectivePreferences<InvalidRanking> => {
  const given = Object.entries(marks);
  if (given.length === 0) return { valid: false, reason: 'unmarked' };
  const byRank = new Map<number, string[]>();
  for (const [candidate, mark] of given) {
    const rank = rankOf(mark);
    if (rank !== null) byRank.set(rank, [...(byRank.get(rank) ?? []), candidate]);
  }
  if (byRank.size === 0) return { valid: false, reason: 'not_arabic' };
  // One rank more than there are marks is enough to meet the first gap, whatever number was written.
  const ranking = Array.from({ length: given.length + 1 }, (_, index) => byRank.get(index + 1) ?? null);
  const effective = effectivePreferences(ranking);
  if (effective.valid || effective.reason !== 'unmarked') return effective;
  return { valid: false, reason: 'no_first' };
};
