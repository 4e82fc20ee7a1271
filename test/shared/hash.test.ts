import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash, sha256, sha256Hex } from '#shared/hash.ts';

describe('a content hash', () => {
  test('is SHA-256, as the machine has it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const expected = createHash('sha256').update(bytes).digest();
        expect(sha256Hex(bytes)).toBe(expected.toString('hex'));
        expect(Buffer.from(sha256(bytes))).toEqual(expected);
      }),
    );
  });

  test('does not depend on the order of keys, and does on every figure', () => {
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
    expect(contentHash({ a: 1, b: 2 })).not.toBe(contentHash({ a: 2, b: 1 }));
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
