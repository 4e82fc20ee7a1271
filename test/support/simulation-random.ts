/** Numbers that a seed decides, so that a failing schedule can be run again (mulberry32). */
export interface SeededRandom {
  /** From 0 up to, not including, `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

export const seededRandom = (seed: number): SeededRandom => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[int(items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
    shuffled: (items) => {
      const rest = [...items];
      for (let at = rest.length - 1; at > 0; at -= 1) {
        const other = int(at + 1);
        const [a, b] = [rest[at], rest[other]];
        if (a !== undefined && b !== undefined) [rest[at], rest[other]] = [b, a];
      }
      return rest;
    },
  };
};
