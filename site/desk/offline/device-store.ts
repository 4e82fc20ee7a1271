import { clear, createStore, del, delMany, entries, get, set } from 'idb-keyval';

/** What this device keeps between visits. Tests bring one in memory. */
export interface DeviceStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Everything whose key begins so. */
  under(prefix: string): Promise<readonly (readonly [key: string, value: unknown])[]>;
  deleteUnder(prefix: string): Promise<void>;
}

/** IndexedDB; rejects where the browser forbids it, as in some private windows. */
export const indexedStore = (): DeviceStore => {
  const store = createStore('open-returns-desk', 'kept');
  const under: DeviceStore['under'] = async (prefix) => {
    const all = await entries<string, unknown>(store);
    return all.filter(([key]) => key.startsWith(prefix));
  };
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    delete: (key) => del(key, store),
    under,
    deleteUnder: async (prefix) => {
      if (prefix === '') return clear(store);
      const found = await under(prefix);
      await delMany(
        found.map(([key]) => key),
        store,
      );
    },
  };
};

export const memoryStore = (): DeviceStore => {
  const kept = new Map<string, string>();
  const read = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
  const under: DeviceStore['under'] = async (prefix) =>
    [...kept].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => [key, read(text)] as const);
  return {
    get: async (key) => read(kept.get(key)),
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
    delete: async (key) => void kept.delete(key),
    under,
    deleteUnder: async (prefix) => {
      for (const [key] of await under(prefix)) kept.delete(key);
    },
  };
};
