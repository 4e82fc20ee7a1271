/** Files that are read at the same time: more would only be unfriendly to the server. */
const AT_ONCE = 8;
/** Work that may wait for its turn, with the bytes it holds. */
const WAITING = 24;

/** Runs work a few at a time while it is still being handed in; what it gives comes out in the order of handing in. */
export interface Window<T> {
  /** Resolves when there is room for more. */
  add(work: () => Promise<T>): Promise<void>;
  /** Everything that was handed in, once it is done. */
  drain(): Promise<readonly T[]>;
}

export const slidingWindow = <T>(): Window<T> => {
  const all: Promise<T>[] = [];
  const turns: (() => void)[] = [];
  const handers: (() => void)[] = [];
  let running = 0;
  const turn = (): Promise<void> => {
    if (running < AT_ONCE) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => turns.push(resolve));
  };
  const finish = (): void => {
    const next = turns.shift();
    if (next) next();
    else running -= 1;
    if (turns.length < WAITING) handers.shift()?.();
  };
  return {
    add: (work) => {
      all.push(turn().then(work).finally(finish));
      return turns.length < WAITING ? Promise.resolve() : new Promise((resolve) => handers.push(resolve));
    },
    drain: () => Promise.all(all),
  };
};
