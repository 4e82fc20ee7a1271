import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCheckpoint, parseCheckpoint } from '#shared/ledger/checkpoint.ts';
import { emptyRoot, treeRoot } from '#shared/ledger/merkle.ts';
import { openCheckpoint } from '#shared/ledger/open-checkpoint.ts';
import { formatNote } from '#shared/ledger/signed-note.ts';
import { accepted, bytesOf, refusedAs, someLeaves } from './ledger-builders.ts';
import { aSigner } from './test-signer.ts';

const log = aSigner('example.org/legco-2012');
const root = treeRoot(someLeaves(3));
const text = formatCheckpoint({ origin: log.name, size: 3, root });
const rootText = Buffer.from(root).toString('base64');

describe('a checkpoint', () => {
  test('is origin, size and root, one a line', () => {
    expect(text).toBe(`example.org/legco-2012\n3\n${rootText}\n`);
  });

  test('reads back as it was written', () => {
    const origin = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'é', '香', ' ', '.', '/') });
    const extensions = fc.array(origin, { maxLength: 3 });
    fc.assert(
      fc.property(origin, fc.maxSafeNat(), extensions, (name, size, lines) => {
        const checkpoint = { origin: name, size, root: emptyRoot, extensions: lines };
        expect(accepted(parseCheckpoint(formatCheckpoint(checkpoint)))).toEqual(checkpoint);
      }),
    );
  });

  test.each([
    { origin: '' },
    { origin: 'a\n5' },
    { origin: 'tab\there' },
    { size: -1 },
    { size: 1.5 },
    { size: 2 ** 53 },
    { root: root.slice(1) },
    { extensions: [''] },
    { extensions: ['a\nb'] },
  ])('is never written from %j', (part) => {
    expect(() => formatCheckpoint({ origin: 'o', size: 1, root, ...part })).toThrow(RangeError);
  });

  test.each<readonly [string, string]>([
    ['no newline at its end', text.slice(0, -1)],
    ['two lines', 'o\n3\n'],
    ['no line', '\n'],
    ['an empty origin', `\n3\n${rootText}\n`],
    ['a blank line at its end', `${text}\n`],
    ['an empty extension', `${text}\nx\n`],
    ...[
      '',
      '03',
      '00',
      '-1',
      '+1',
      '1.0',
      '1e3',
      ' 3',
      '3 ',
      '0x3',
      '٣',
      '9007199254740992',
      '99999999999999999999',
    ].map((size) => [`the size ${JSON.stringify(size)}`, `o\n${size}\n${rootText}\n`] as const),
    ['a root that is too short', `o\n3\n${Buffer.alloc(31).toString('base64')}\n`],
    ['a root in hexadecimal', `o\n3\n${Buffer.from(root).toString('hex')}\n`],
    ['a root with stray bits', `o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n`],
    ['a root without padding', `o\n3\n${rootText.replace('=', '')}\n`],
  ])('with %s is refused', (_, malformed) => {
    expect(parseCheckpoint(malformed)).toMatchObject(refusedAs('checkpoint-malformed'));
  });

  test('with a carriage return is refused as a note', () => {
    expect(parseCheckpoint(text.replace('\n', '\r\n'))).toMatchObject(refusedAs('note-malformed'));
  });
});

describe('opening a checkpoint', () => {
  const note = formatNote(text, [log.line(text)]);

  test('gives what the ledger signed, from text or bytes', () => {
    const expected = { origin: log.name, size: 3, root, extensions: [] };
    expect(accepted(openCheckpoint(note, log.vkey))).toEqual(expected);
    expect(accepted(openCheckpoint(bytesOf(note), log.vkey))).toEqual(expected);
  });

  test('refuses a changed size, a key that is none, and the signature of another', () => {
    expect(openCheckpoint(note.replace('\n3\n', '\n2\n'), log.vkey)).toMatchObject(
      refusedAs('signature-invalid'),
    );
    expect(openCheckpoint(note, 'key')).toMatchObject(refusedAs('key-malformed'));
    expect(openCheckpoint(note, aSigner(log.name, 2).vkey)).toMatchObject(refusedAs('signature-missing'));
  });

  test('refuses what the right key signed in the name of another ledger', () => {
    const foreign = formatCheckpoint({ origin: 'example.org/legco-2016', size: 3, root });
    const verdict = openCheckpoint(formatNote(foreign, [log.line(foreign)]), log.vkey);
    expect(verdict).toMatchObject(refusedAs('origin-mismatch'));
  });

  test('refuses a signed note that is no checkpoint', () => {
    const letter = 'Dear reader\n';
    const verdict = openCheckpoint(formatNote(letter, [log.line(letter)]), log.vkey);
    expect(verdict).toMatchObject(refusedAs('checkpoint-malformed'));
  });
});
