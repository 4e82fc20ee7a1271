import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '#shared/ledger/base64.ts';
import { formatVerifierKey, isKeyName, keyId, parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { accepted, refusedAs } from './ledger-builders.ts';
import { aSigner, parseSignerKey } from './test-signer.ts';

const { name, publicKey, vkey } = aSigner('example.org/log');

const keyText = (bytes: readonly number[], id = keyId(name, 1, Uint8Array.from(bytes.slice(1)))) =>
  `${name}+${id}+${encodeBase64(Uint8Array.from(bytes))}`;

describe('a verifier key', () => {
  test('reads back as it was written', () => {
    const key = accepted(parseVerifierKey(vkey));
    expect(key).toEqual({ name, keyId: keyId(name, 1, publicKey), type: 1, publicKey });
    expect(formatVerifierKey(key.name, key.publicKey)).toBe(vkey);
  });

  test('of a witness has another id than that of a ledger with the same key', () => {
    const witness = accepted(parseVerifierKey(formatVerifierKey(name, publicKey, 4)));
    expect(witness.type).toBe(4);
    expect(witness.keyId).not.toBe(keyId(name, 1, publicKey));
  });

  test('cut at any place is refused', () => {
    for (let start = 0; start <= vkey.length; start += 1) {
      for (let end = start; end <= vkey.length; end += 1) {
        if (end - start === vkey.length) continue;
        expect(parseVerifierKey(vkey.slice(start, end))).toMatchObject(refusedAs('key-malformed'));
      }
    }
  });

  test('with any one character replaced by its successor is refused', () => {
    for (let at = 0; at < vkey.length; at += 1) {
      const successor = String.fromCharCode(vkey.charCodeAt(at) + 1);
      const mangled = vkey.slice(0, at) + successor + vkey.slice(at + 1);
      expect(parseVerifierKey(mangled)).toMatchObject(refusedAs('key-malformed'));
    }
  });

  test.each([
    ['without key', `${name}+01234567+`, 'is not a verifier key'],
    ['with a space in its name', vkey.replace('/', ' '), 'contains a space'],
    ['with a key that is not Base64', `${name}+01234567+!!!!`, 'not Base64'],
    ['of an unknown type', keyText([2, ...publicKey]), 'type 2'],
    ['that is too long', keyText([1, ...publicKey, 0]), 'has 33 bytes'],
    ['with the id of another', keyText([1, ...publicKey], '00000000'), 'says id 00000000'],
    [
      'with an id in capitals',
      vkey.replace(/\+([0-9a-f]{8})\+/, (id) => id.toUpperCase().replace(/\d/g, 'A')),
      'not a verifier',
    ],
  ])('%s is refused', (_, text, message) => {
    const verdict = parseVerifierKey(text);
    expect(verdict).toMatchObject(refusedAs('key-malformed'));
    expect(verdict).toMatchObject({ problem: { message: expect.stringContaining(message) } });
  });

  test('is not written for a name or key that nobody could read', () => {
    expect(() => formatVerifierKey('a+b', publicKey)).toThrow(RangeError);
    expect(() => formatVerifierKey('a', publicKey.slice(1))).toThrow('31 bytes');
  });

  test('of a test signer is read with its private half', () => {
    const skey = `PRIVATE+KEY+${name}+${keyId(name, 1, publicKey)}+${encodeBase64(new Uint8Array(33).fill(1))}`;
    expect(parseSignerKey(skey).vkey).toBe(vkey);
    expect(() => parseSignerKey(skey.replace('example', 'exemple'))).toThrow('Not an Ed25519 signer key');
  });
});

describe('the name of a key', () => {
  test.each(['example.org/log', 'PeterNeumann', '香港', 'a–b', '🗳'])('may be %s', (text) => {
    expect(isKeyName(text)).toBe(true);
  });

  test.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\u3000b', 'a\u0085', 'a\nb', 'a\u0001b', '\ud800'])(
    'may not be %j',
    (text) => {
      expect(isKeyName(text)).toBe(false);
    },
  );
});
