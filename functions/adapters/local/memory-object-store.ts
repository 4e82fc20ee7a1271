import { createHash } from 'node:crypto';
import type { NewObject, RemovableObjects, StoredObject } from '#functions/ports.ts';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const stored = (object: NewObject, version: number): StoredObject => ({
  bytes: Uint8Array.from(object.bytes),
  etag: `"${createHash('md5').update(object.bytes).digest('hex')}"`,
  contentType: object.contentType,
  version,
});

/** Public files that live as long as this value: for simulations and tests of jobs. */
export const memoryObjectStore = (): RemovableObjects => {
  const objects = new Map<string, StoredObject>();

  return {
    async get(key) {
      const object = objects.get(key);
      return object === undefined ? null : { ...object, bytes: Uint8Array.from(object.bytes) };
    },
    async head(key) {
      const object = objects.get(key);
      if (object === undefined) return null;
      return { etag: object.etag, contentType: object.contentType, version: object.version };
    },
    async putIfAbsent(key, object) {
      if (objects.has(key)) return 'exists';
      objects.set(key, stored(object, 0));
      return 'written';
    },
    async putForward(key, object) {
      const standing = objects.get(key);
      if (standing !== undefined && standing.version > object.version) return 'stale';
      if (standing !== undefined && standing.version === object.version)
        return Buffer.compare(standing.bytes, object.bytes) === 0 ? 'written' : 'stale';
      objects.set(key, stored(object, object.version));
      return 'written';
    },
    async replace(key, object, etag) {
      if (objects.get(key)?.etag !== etag) return 'lost';
      objects.set(key, stored(object, object.version));
      return 'written';
    },
    async list(prefix) {
      return [...objects.keys()].filter((key) => key.startsWith(prefix)).sort(byBytes);
    },
    async remove(key) {
      objects.delete(key);
    },
  };
};
