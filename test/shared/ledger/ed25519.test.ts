import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '#shared/ledger/base64.ts';
import { concatBytes, sameBytes } from '#shared/ledger/bytes.ts';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import { verifyByBrowser } from '../../../site/islands/verify/verify-signature.ts';
import { bytesOf } from './ledger-builders.ts';
import { aSigner } from './test-signer.ts';

const { publicKey, sign } = aSigner('example.org/log');
const message = bytesOf('Seats: 6');
const signature = sign(message);

/** By the library, and by what browsers bring: both are strict in the same way. */
describe.each([
  ['by the library', ed25519Verify],
  ['by the browser', verifyByBrowser],
] as const)('an Ed25519 signature, verified %s,', (_, verify) => {
  test('verifies for its message and key only', async () => {
    expect(await verify(publicKey, message, signature)).toBe(true);
    expect(await verify(publicKey, bytesOf('Seats: 7'), signature)).toBe(false);
    expect(await verify(aSigner('example.org/log', 2).publicKey, message, signature)).toBe(false);
  });

  test('of any other length is refused without ado, as is a key', async () => {
    expect(await verify(publicKey, message, signature.slice(1))).toBe(false);
    expect(await verify(publicKey, message, new Uint8Array())).toBe(false);
    expect(await verify(publicKey.slice(1), message, signature)).toBe(false);
    expect(await verify(new Uint8Array(33), message, signature)).toBe(false);
  });

  test('by a key of small order, which fits any message, is refused', async () => {
    const identity = Uint8Array.of(1, ...new Uint8Array(31));
    const anything = Uint8Array.of(...identity, ...new Uint8Array(32));
    expect(await verify(identity, message, anything)).toBe(false);
  });

  test('by a key of small order in any spelling is refused', async () => {
    const small = ['00', '0080', '01', 'ec', 'ed', 'ee'].flatMap((low) => {
      const bytes = new Uint8Array(32).fill(low.startsWith('e') ? 0xff : 0);
      bytes[0] = Number.parseInt(low.slice(0, 2), 16);
      bytes[31] = low.startsWith('e') ? 0x7f : low.endsWith('80') ? 0x80 : 0;
      const signed = Uint8Array.from(bytes);
      signed[31] = (signed[31] ?? 0) ^ 0x80;
      return [bytes, signed];
    });
    const anything = Uint8Array.of(1, ...new Uint8Array(63));
    for (const key of small) expect(await verify(key, message, anything)).toBe(false);
  });

  test('by a key that is no point of the curve is refused', async () => {
    expect(await verify(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
  });
});

describe('Base64', () => {
  test('is read back for every length', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
    }
  });

  test.each(['A', 'AA', 'AAA', 'AA=', 'A===', '====', 'AA==AA==', ' AAAA', 'AAAA\n', 'AB==', 'AAB=', 'AA-_'])(
    '%j is refused',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );
});

describe('byte strings', () => {
  test('are the same only when neither is longer', () => {
    const whole = concatBytes(Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3));
    expect(sameBytes(whole, Uint8Array.of(1, 2, 3))).toBe(true);
    for (const other of [[], [1, 2], [1, 2, 4], [1, 2, 3, 4]]) {
      expect(sameBytes(whole, Uint8Array.from(other))).toBe(false);
      expect(sameBytes(Uint8Array.from(other), whole)).toBe(false);
    }
  });
});
