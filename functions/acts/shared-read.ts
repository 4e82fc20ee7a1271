/**
 * Lets callers of one moment share a read: who asks while one is under way waits for the next, which begins after the question,
 * so nobody is told what was true before asking. A busy night then costs a few reads at a time, however many ask.
 */
export const sharedRead = <A extends readonly unknown[], T>(
  nameOf: (...of: A) => string,
  read: (...of: A) => Promise<T>,
): ((...of: A) => Promise<T>) => {
  const underWay = new Map<string, { readonly now: Promise<T>; next: Promise<T> | null }>();
  const begin = (of: A): Promise<T> => {
    const name = nameOf(...of);
    const own = { now: read(...of), next: null };
    underWay.set(name, own);
    const forget = (): void => {
      if (own.next === null) underWay.delete(name);
    };
    own.now.then(forget, forget);
    return own.now;
  };
  return (...of) => {
    const before = underWay.get(nameOf(...of));
    if (!before) return begin(of);
    const afterIt = (): Promise<T> => begin(of);
    before.next ??= before.now.then(afterIt, afterIt);
    return before.next;
  };
};
