import { gzipSync } from 'node:zlib';
import {
  type Keys,
  maxRecordBytes,
  type Records,
  RecordTooLarge,
  type StoredAct,
  type StoredBatch,
} from '#functions/ports.ts';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const placeOf = (...parts: readonly string[]): string => JSON.stringify(parts);

const isAmong = (key: string, keys: Keys | undefined): boolean => {
  if (keys === undefined) return true;
  if ('prefix' in keys) return key.startsWith(keys.prefix);
  return 'below' in keys ? byBytes(key, keys.below) < 0 : byBytes(key, keys.from) >= 0;
};

const assertFits = (key: string, body: string): void => {
  if (body.length <= maxRecordBytes / 4) return;
  const bytes = gzipSync(body).length;
  if (bytes > maxRecordBytes) throw new RecordTooLarge(key, bytes);
};

/** Records that live as long as this value: for simulations and tests of jobs. */
export const memoryRecords = (): Records => {
  const acts = new Map<string, StoredAct>();
  const order = new Map<string, StoredBatch>();
  const known = new Set<string>();

  return {
    async accept(act) {
      assertFits(act.key, act.body);
      const place = placeOf(act.election, act.partition, act.key);
      const standing = acts.get(place);
      if (standing !== undefined)
        return { kind: standing.sha256 === act.sha256 ? 'replayed' : 'conflict', act: standing };
      acts.set(place, { ...act });
      return { kind: 'accepted' };
    },
    async find(election, partition, key) {
      return acts.get(placeOf(election, partition, key)) ?? null;
    },
    async list(election, partition, keys) {
      return [...acts.values()]
        .filter((act) => act.election === election && act.partition === partition)
        .filter((act) => isAmong(act.key, keys))
        .sort((a, b) => byBytes(a.key, b.key));
    },
    async appendBatch(batch) {
      if (!Number.isSafeInteger(batch.version) || batch.version < 1)
        throw new RangeError(`Not a version: ${batch.version}`);
      assertFits(String(batch.version), batch.body);
      const place = placeOf(batch.election, String(batch.version));
      const standing = order.get(place);
      if (standing !== undefined) return standing.body === batch.body ? 'appended' : 'taken';
      order.set(place, { ...batch });
      return 'appended';
    },
    async batches(election, afterVersion = 0) {
      const found = [...order.values()]
        .filter((batch) => batch.election === election && batch.version > afterVersion)
        .sort((a, b) => a.version - b.version);
      found.forEach((batch, index) => {
        const expected = afterVersion + index + 1;
        if (batch.version !== expected)
          throw new Error(`The order of ${election} misses version ${expected}.`);
      });
      return found;
    },
    async registerElection(election) {
      known.add(election);
    },
    async elections() {
      return [...known].sort(byBytes);
    },
  };
};
