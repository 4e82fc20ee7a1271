import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ExpectedUpload, Quarantine, UploadOffer } from '#functions/ports.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const expectedOf = (bytes: Uint8Array, key: string = randomUUID()): ExpectedUpload => ({
  key,
  bytes: bytes.length,
  sha256: sha256Of(bytes),
});

export interface QuarantineUnderTest {
  readonly quarantine: Quarantine;
  /** Brings bytes with an offer, as a browser does; whether they were taken. */
  bring(offer: UploadOffer, bytes: Uint8Array): Promise<boolean>;
}

export const quarantineContract = (name: string, open: () => QuarantineUnderTest): void => {
  describe(`quarantine: ${name}`, () => {
    const brought = async (bytes: Uint8Array) => {
      const { quarantine, bring } = open();
      const expected = expectedOf(bytes);
      const offer = await quarantine.offer(expected);
      expect(await bring(offer, bytes)).toBe(true);
      return { ...open(), expected, offer };
    };

    test('what was brought is known by its size, hash and time, and read back whole', async () => {
      const bytes = randomBytes(70_000);
      const before = Math.floor(Date.now() / 1000) * 1000;
      const { quarantine, expected } = await brought(bytes);
      const head = await quarantine.head(expected.key);
      expect(head).toMatchObject({ bytes: bytes.length, sha256: expected.sha256 });
      expect(Date.parse(head?.arrivedAt ?? '')).toBeGreaterThanOrEqual(before);
      expect(Date.parse(head?.arrivedAt ?? '')).toBeLessThanOrEqual(Date.now());
      const read = await quarantine.read(expected.key, head?.version ?? '');
      expect(Buffer.from(read ?? []).equals(bytes)).toBe(true);
    });

    test('a file of one byte is a file; one of none is not offered', async () => {
      const { quarantine, expected } = await brought(new Uint8Array([10]));
      expect(await quarantine.head(expected.key)).toMatchObject({ bytes: 1 });
      await expect(quarantine.offer({ ...expected, bytes: 0 })).rejects.toThrow(RangeError);
    });

    test('what was never brought is null', async () => {
      const { quarantine } = open();
      const expected = expectedOf(randomBytes(10));
      expect(await quarantine.head(expected.key)).toBeNull();
      await quarantine.offer(expected);
      expect(await quarantine.head(expected.key)).toBeNull();
      expect(await quarantine.read(expected.key, 'none')).toBeNull();
    });

    const bytes = Buffer.from('an advertisement');
    const others: readonly (readonly [string, Buffer])[] = [
      ['one byte fewer', bytes.subarray(1)],
      ['one byte more', Buffer.concat([bytes, bytes.subarray(0, 1)])],
      ['as many other bytes', Buffer.from('an Advertisement')],
      ['no byte', Buffer.alloc(0)],
    ];
    test.each(others)('%s: refused, and nothing is left', async (_, other) => {
      const { quarantine, bring } = open();
      const expected = expectedOf(bytes);
      const offer = await quarantine.offer(expected);
      expect(await bring(offer, other)).toBe(false);
      expect(await quarantine.head(expected.key)).toBeNull();
      expect(await bring(offer, bytes)).toBe(true);
    });

    test('brought again, also with a new offer, the first arrival counts', async () => {
      const { quarantine, bring, expected, offer } = await brought(bytes);
      const first = await quarantine.head(expected.key);
      expect(await bring(offer, bytes)).toBe(true);
      expect(await bring(await quarantine.offer(expected), bytes)).toBe(true);
      expect(await quarantine.head(expected.key)).toEqual(first);
    });

    test('other bytes under a key that is taken change nothing of what was received', async () => {
      const { quarantine, bring, expected, offer } = await brought(bytes);
      const first = await quarantine.head(expected.key);
      expect(await bring(offer, Buffer.from('an Advertisement'))).toBe(false);
      expect(await quarantine.head(expected.key)).toEqual(first);
      expect(Buffer.from((await quarantine.read(expected.key, first?.version ?? '')) ?? [])).toEqual(bytes);
    });

    test('what is discarded is gone with all its versions; again is harmless', async () => {
      const { quarantine, bring, expected, offer } = await brought(bytes);
      const first = await quarantine.head(expected.key);
      await bring(offer, bytes);
      await quarantine.discard(expected.key);
      await quarantine.discard(expected.key);
      expect(await quarantine.head(expected.key)).toBeNull();
      expect(await quarantine.read(expected.key, first?.version ?? '')).toBeNull();
    });

    test('a key says whose it is and what it claims to be', async () => {
      const { quarantine, bring } = open();
      const expected = expectedOf(bytes, `legco-2016/list-1/${randomUUID()}.docx`);
      expect(await bring(await quarantine.offer(expected), bytes)).toBe(true);
      expect(await quarantine.head(expected.key)).toMatchObject({ sha256: expected.sha256 });
      await quarantine.discard(expected.key);
      expect(await quarantine.head(expected.key)).toBeNull();
    });

    test('a key that begins like another is another', async () => {
      const { quarantine, bring } = open();
      const key = randomUUID();
      const long = expectedOf(bytes, `${key}0`);
      await bring(await quarantine.offer(long), bytes);
      expect(await quarantine.head(key)).toBeNull();
      await quarantine.discard(key);
      expect(await quarantine.head(long.key)).not.toBeNull();
    });
  });
};
