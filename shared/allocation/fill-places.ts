export interface FilledPlaces<T> {
  /** Largest figure first; equal figures in the order they were given (ballot order). */
  readonly seated: readonly T[];
  /** The group that does not fit into what is left, in the order given; empty where everybody fits. */
  readonly tied: readonly T[];
  /** Places the tied group draws lots for. */
  readonly places: number;
}

/**
 * Gives places to the largest figures. Equal figures that fit all get a place; only a tie across the
 * last place is left to lots [2016 ¶2.25, ¶3.35, ¶5.99-5.100, A-8].
 */
export const fillPlaces = <T>(
  entries: readonly T[],
  places: number,
  compare: (a: T, b: T) => number,
): FilledPlaces<T> => {
  const ranked = [...entries].sort((a, b) => compare(b, a));
  const last = ranked[places - 1];
  const next = ranked[places];
  if (last === undefined || next === undefined || compare(last, next) !== 0) {
    return { seated: ranked.slice(0, Math.max(places, 0)), tied: [], places: 0 };
  }
  const seated = ranked.filter((entry) => compare(entry, last) > 0);
  return {
    seated,
    tied: entries.filter((entry) => compare(entry, last) === 0),
    places: places - seated.length,
  };
};
