import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ed25519Verify } from '#shared/ledger/ed25519.ts';
import { formatNote, noteSignatureLine } from '#shared/ledger/signed-note.ts';
import { formatVerifierKey } from '#shared/ledger/verifier-key.ts';
import { chooseKey, readHeartbeat, readPublishedKey } from '#shared/verification/signed-files.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const raw = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
const name = 'returns.example/night';
const vkey = formatVerifierKey(name, raw);
const signed = (text: string): Uint8Array =>
  utf8(formatNote(text, [noteSignatureLine(name, raw, new Uint8Array(sign(null, utf8(text), privateKey)))]));

describe('a heartbeat', () => {
  const read = (bytes: Uint8Array, key = vkey) =>
    readHeartbeat('night', { bytes, vkey: key, verify: ed25519Verify });
  const at = '2016-09-04T15:00:00.000Z';

  test('tells version and time', async () => {
    const value = { version: 7, at };
    expect(await read(signed(`open-returns/heartbeat\nnight\n7\n${at}\n`))).toEqual({ ok: true, value });
  });

  test.each([
    ['another heading', `open-returns/other\nnight\n7\n${at}\n`],
    ['another election', `open-returns/heartbeat\nday\n7\n${at}\n`],
    ['no version', `open-returns/heartbeat\nnight\n07\n${at}\n`],
    ['no time', 'open-returns/heartbeat\nnight\n7\nnow\n'],
    ['a line too many', `open-returns/heartbeat\nnight\n7\n${at}\nmore\n`],
  ])('with %s is refused', async (_, text) => {
    expect((await read(signed(text))).ok).toBe(false);
  });

  test('that nobody signed is refused', async () => {
    expect((await read(utf8(`open-returns/heartbeat\nnight\n7\n${at}\n`))).ok).toBe(false);
    expect((await read(signed('x\n'), 'no key')).ok).toBe(false);
  });
});

describe('a published key', () => {
  test('is one line that names a ledger of the election', () => {
    expect(readPublishedKey('night', utf8(`${vkey}\n`))).toEqual({ ok: true, value: vkey });
  });

  test.each([
    ['of another election', 'day', `${vkey}\n`],
    ['without its line end', 'night', vkey],
    ['with more behind it', 'night', `${vkey}\n\n`],
    ['that is none', 'night', 'hello\n'],
  ])('%s is refused', (_, election, text) => {
    expect(readPublishedKey(election, utf8(text)).ok).toBe(false);
  });

  test('gives way to the key that the reader brings', () => {
    const other = formatVerifierKey(name, new Uint8Array(32).fill(9));
    expect(chooseKey('night', vkey, [])).toEqual({ vkey, findings: [] });
    expect(chooseKey('night', vkey, [vkey])).toEqual({ vkey, findings: [] });
    expect(chooseKey('night', null, [vkey])).toEqual({ vkey, findings: [] });
    expect(chooseKey('night', vkey, [other])).toMatchObject({
      vkey: other,
      findings: [{ kind: 'signature' }],
    });
    expect(chooseKey('day', vkey, [vkey])).toMatchObject({ vkey: null, findings: [{ kind: 'signature' }] });
  });
});
