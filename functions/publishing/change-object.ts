import type { NewObject, ObjectStore, StoredObject } from '../ports.ts';

/** Each lost round means that another writer won one; more is a fault, not a race. */
const MAX_ROUNDS = 8;

/**
 * Changes an object from what stands there, however many change it at once: each change is made of what was read, or made again. It keeps its
 * version. `change` answers `null` where nothing is to be done; the outcome is whether something was written.
 */
export const changeObject = async (
  files: ObjectStore,
  key: string,
  change: (standing: StoredObject | null) => NewObject | null,
): Promise<boolean> => {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const standing = await files.get(key);
    const next = change(standing);
    if (next === null) return false;
    const outcome =
      standing === null
        ? await files.putIfAbsent(key, next)
        : await files.replace(key, { ...next, version: standing.version }, standing.etag);
    if (outcome === 'written') return true;
  }
  throw new Error(`Could not change ${key}: other writers were faster ${MAX_ROUNDS} times.`);
};
