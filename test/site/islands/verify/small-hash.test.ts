import { sha256 as bySha2 } from '@noble/hashes/sha2.js';
import * as utils from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesToHex, concatBytes, hexToBytes, sha256 } from '../../../../site/islands/verify/small-hash.ts';

const hashOf = (text: string): string => bytesToHex(sha256(new TextEncoder().encode(text)));

describe('the hash of the page that checks', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('is that of the published vectors', (text, expected) => {
    expect(hashOf(text)).toBe(expected);
  });

  test('is that of the library, at every length around whole blocks and wherever the bytes stand', () => {
    for (let length = 0; length < 260; length += 1) {
      const bytes = Uint8Array.from({ length: length + 3 }, (_, at) => (at * 89 + length) % 256).subarray(3);
      expect(bytesToHex(sha256(bytes)), `${length} bytes`).toBe(utils.bytesToHex(bySha2(bytes)));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(sha256(bytes)).toEqual(bySha2(bytes));
      }),
    );
  });

  test('comes with the library’s hexadecimal and joined bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 }), (parts) => {
        const whole = concatBytes(...parts);
        expect(whole).toEqual(utils.concatBytes(...parts));
        expect(bytesToHex(whole)).toBe(utils.bytesToHex(whole));
        expect(hexToBytes(bytesToHex(whole))).toEqual(whole);
      }),
    );
  });
});
