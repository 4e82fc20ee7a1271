import { describe, expect, test } from 'vitest';
import { formatCheckpoint } from '#shared/ledger/checkpoint.ts';
import { cosignatureLine, cosignatureMessage } from '#shared/ledger/cosignature.ts';
import { emptyRoot } from '#shared/ledger/merkle.ts';
import { formatNote } from '#shared/ledger/signed-note.ts';
import { formatVerifierKey, parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { verifyCosignatures } from '#shared/ledger/verify-cosignatures.ts';
import { accepted, refusedAs } from './ledger-builders.ts';
import { aSigner, type TestSigner } from './test-signer.ts';

const log = aSigner('example.org/log', 1);
const witness = aSigner('example.org/witness', 2);
const keyOf = ({ name, publicKey }: TestSigner) =>
  accepted(parseVerifierKey(formatVerifierKey(name, publicKey, 4)));
const text = formatCheckpoint({ origin: log.name, size: 0, root: emptyRoot });

const seenAt = (timeSeconds: number, { signer = witness, statedSeconds = timeSeconds } = {}): string =>
  cosignatureLine(signer.name, signer.publicKey, {
    timeSeconds: statedSeconds,
    signature: signer.sign(cosignatureMessage(timeSeconds, text)),
  });

describe('a cosignature', () => {
  test('covers the time and the whole text of the checkpoint', () => {
    const message = new TextDecoder().decode(cosignatureMessage(1_679_315_147, text));
    expect(message).toBe(`cosignature/v1\ntime 1679315147\n${text}`);
  });

  test('tells who saw which checkpoint when, beside the signature of the ledger', () => {
    const seen = verifyCosignatures(formatNote(text, [log.line(text), seenAt(1_700_000_000)]), [
      keyOf(witness),
    ]);
    const { checkpoint, cosignatures } = accepted(seen);
    expect(checkpoint.size).toBe(0);
    expect(cosignatures).toEqual([
      { name: witness.name, keyId: keyOf(witness).keyId, timeSeconds: 1_700_000_000 },
    ]);
  });

  test('counts once for each witness, with its latest time', () => {
    const other = aSigner('example.org/other', 3);
    const note = formatNote(text, [seenAt(20), seenAt(30), seenAt(10), seenAt(0, { signer: other })]);
    const { cosignatures } = accepted(verifyCosignatures(note, [keyOf(witness), keyOf(other)]));
    expect(cosignatures.map(({ name, timeSeconds }) => [name, timeSeconds])).toEqual([
      [witness.name, 30],
      [other.name, 0],
    ]);
  });

  test('with another time than the one signed is refused', () => {
    const note = formatNote(text, [seenAt(20, { statedSeconds: 21 })]);
    expect(verifyCosignatures(note, [keyOf(witness)])).toMatchObject(refusedAs('signature-invalid'));
  });

  test('of a time no clock will show is refused', () => {
    const note = formatNote(text, [seenAt(2 ** 53)]);
    expect(verifyCosignatures(note, [keyOf(witness)])).toMatchObject(refusedAs('cosignature-malformed'));
  });

  test('of the wrong length is refused', () => {
    const line = cosignatureLine(witness.name, witness.publicKey, {
      timeSeconds: 1,
      signature: new Uint8Array(63),
    });
    const verdict = verifyCosignatures(formatNote(text, [line]), [keyOf(witness)]);
    expect(verdict).toMatchObject(refusedAs('cosignature-malformed'));
    expect(verdict).toMatchObject({ problem: { message: expect.stringContaining('71 bytes') } });
  });

  test('is missing where no given witness signed', () => {
    const note = formatNote(text, [log.line(text), seenAt(20)]);
    expect(verifyCosignatures(note, [keyOf(log)])).toMatchObject(refusedAs('signature-missing'));
  });

  test('is only for checkpoints', () => {
    expect(verifyCosignatures('x', [])).toMatchObject(refusedAs('note-malformed'));
    const letter = formatNote('Dear reader\n', [seenAt(20)]);
    expect(verifyCosignatures(letter, [keyOf(witness)])).toMatchObject(refusedAs('checkpoint-malformed'));
  });
});
