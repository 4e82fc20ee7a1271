import { createHash } from 'node:crypto';
import type { Clock, ExpectedUpload, Quarantine } from '#functions/ports.ts';

interface Version {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly arrivedAt: string;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const offerMs = 15 * 60 * 1000;

const wholeSeconds = (at: Date): string => new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString();

export interface MemoryQuarantine extends Quarantine {
  /** What a browser does with an offer; false when the store refuses it. */
  bring(key: string, bytes: Uint8Array): boolean;
}

/** A quarantine that lives as long as this value: for simulations and tests of jobs. */
export const memoryQuarantine = (clock: Clock): MemoryQuarantine => {
  const offers = new Map<string, ExpectedUpload & { readonly expiresAt: number }>();
  const uploads = new Map<string, readonly Version[]>();
  let versions = 0;

  return {
    async offer(upload) {
      if (!Number.isSafeInteger(upload.bytes) || upload.bytes < 1)
        throw new RangeError(`An upload has at least one byte, not ${upload.bytes}.`);
      const expiresAt = clock.now().getTime() + offerMs;
      offers.set(upload.key, { ...upload, expiresAt });
      return {
        url: 'memory:quarantine',
        fields: { key: upload.key },
        expiresAt: new Date(expiresAt).toISOString(),
      };
    },
    bring(key, bytes) {
      const offer = offers.get(key);
      const now = clock.now();
      if (offer === undefined || now.getTime() > offer.expiresAt) return false;
      if (bytes.length !== offer.bytes || sha256Of(bytes) !== offer.sha256) return false;
      versions += 1;
      const version = { id: `v${versions}`, bytes: Uint8Array.from(bytes), arrivedAt: wholeSeconds(now) };
      uploads.set(key, [...(uploads.get(key) ?? []), version]);
      return true;
    },
    async head(key) {
      const first = uploads.get(key)?.[0];
      if (first === undefined) return null;
      const { bytes, id, arrivedAt } = first;
      return { bytes: bytes.length, sha256: sha256Of(bytes), arrivedAt, version: id };
    },
    async read(key, version) {
      const found = uploads.get(key)?.find(({ id }) => id === version);
      return found === undefined ? null : Uint8Array.from(found.bytes);
    },
    async discard(key) {
      uploads.delete(key);
    },
  };
};
