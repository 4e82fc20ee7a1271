/** Lets calls with the same key follow each other, also after a failure; different keys go side by side. */
export const oneAtATime = <T>(work: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const last = new Map<string, Promise<T>>();
  return (key) => {
    const before: Promise<unknown> = last.get(key) ?? Promise.resolve();
    const now = before.then(
      () => work(key),
      () => work(key),
    );
    last.set(key, now);
    return now;
  };
};
