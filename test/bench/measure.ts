/** The middle of several timings, and how far they lie apart. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What a figure is held against, taken in the same run: a plain way to do the same work. */
export interface Yardstick {
  readonly what: string;
  readonly value: number;
}

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'MB' | 'kB' | 'of 600';
  readonly measured: Spread;
  /** `null` where nothing was promised. */
  readonly target: { readonly relation: '≤' | '<' | '='; readonly value: number } | null;
  readonly yardstick: Yardstick | null;
}

/** The value that `share` of all lie at or below; the nearest one, never between two. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const spreadOf = (values: readonly number[]): Spread => ({
  median: percentile(values, 0.5),
  least: Math.min(...values),
  most: Math.max(...values),
});

export const only = (value: number): Spread => ({ median: value, least: value, most: value });

/** Milliseconds that one run of the work takes. */
export const millisecondsOf = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

interface Runs {
  /** Not counted: the first runs of a program are compiled on the way. */
  readonly warmUp: number;
  readonly counted: number;
}

/** Timings of the same work, done again and again, in milliseconds. */
export const timings = async (runs: Runs, work: () => unknown): Promise<readonly number[]> => {
  for (let run = 0; run < runs.warmUp; run += 1) await work();
  const taken: number[] = [];
  for (let run = 0; run < runs.counted; run += 1) taken.push(await millisecondsOf(work));
  return taken;
};

export const spreadOfRuns = async (runs: Runs, work: () => unknown): Promise<Spread> =>
  spreadOf(await timings(runs, work));

/** Numbers from a seed, the same on every machine. */
export const numbersFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
