/** Figures were parsed at the edges; a broken one here is a bug, and must not become a seat. */
export const requireWhole = (claim: string, figures: Iterable<number>): void => {
  for (const figure of figures) {
    if (!Number.isSafeInteger(figure) || figure < 0) {
      throw new RangeError(`${claim} must be a whole number, 0 or more, not ${figure}`);
    }
  }
};

export const requireSeats = (seats: number): void => {
  if (!Number.isSafeInteger(seats) || seats < 1) {
    throw new RangeError(`Seats to fill must be a whole number, 1 or more, not ${seats}`);
  }
};

/** Two contestants with one name would share their votes. */
export const requireDistinct = (ids: readonly string[]): void => {
  if (new Set(ids).size !== ids.length) throw new RangeError(`Contestants must differ: ${ids.join(', ')}`);
};

export const sumOf = (figures: Iterable<number>): number => {
  let total = 0;
  for (const figure of figures) total += figure;
  requireWhole('A total', [total]);
  return total;
};

/** The figure at a place that is known to exist: indices of piles and candidates are made here, never read from input. */
export const figureAt = (figures: ArrayLike<number>, index: number): number => figures[index] as number;
