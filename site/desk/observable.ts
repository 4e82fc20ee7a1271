import { useEffect, useState } from 'preact/hooks';

/** A value that changes, and whoever wants to know of it. */
export interface Observable<T> {
  get(): T;
  /** Called with each new value until the returned function is called. */
  subscribe(listener: (value: T) => void): () => void;
}

export interface Source<T> extends Observable<T> {
  set(value: T): void;
}

export const source = <T>(first: T): Source<T> => {
  let value = first;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

/** Draws the component anew whenever the value changes. */
export const useObserved = <T>(observed: Observable<T>): T => {
  const [value, setValue] = useState(observed.get());
  useEffect(() => {
    setValue(observed.get());
    return observed.subscribe(setValue);
  }, [observed]);
  return value;
};
