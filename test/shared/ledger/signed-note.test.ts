import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNote, parseNote } from '#shared/ledger/signed-note.ts';
import { formatVerifierKey, parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { verifyNote } from '#shared/ledger/verify-note.ts';
import { accepted, bytesOf, refusedAs } from './ledger-builders.ts';
import { aSigner } from './test-signer.ts';

const text = 'Seats: 6\n\nQuota: 47252\n';
const ann = aSigner('example.org/ann', 1);
const ben = aSigner('example.org/ben', 2);
const annKey = accepted(parseVerifierKey(ann.vkey));
const benKey = accepted(parseVerifierKey(ben.vkey));
const both = formatNote(text, [ann.line(text), ben.line(text)]);

describe('a signed note', () => {
  test('is the text, a blank line and the signatures', () => {
    expect(both).toBe(`${text}\n${ann.line(text)}${ben.line(text)}`);
  });

  test('is taken apart at its last blank line, and put together again', () => {
    const note = accepted(parseNote(both));
    expect(note.text).toBe(text);
    expect(note.signatures.map(({ name, keyId }) => [name, keyId])).toEqual([
      ['example.org/ann', annKey.keyId],
      ['example.org/ben', benKey.keyId],
    ]);
    expect(formatNote(note.text, note.signatures)).toBe(both);
  });

  test('reads the same from bytes, a byte order mark included', () => {
    const marked = `\ufeff${text}`;
    const note = formatNote(marked, [ann.line(marked)]);
    expect(accepted(verifyNote(bytesOf(note), [annKey])).text).toBe(marked);
  });

  test('is never written in a form that reads back as something else', () => {
    expect(() => formatNote('no newline', [ann.line(text)])).toThrow(RangeError);
    expect(() => formatNote(text, [])).toThrow(RangeError);
    expect(() => formatNote(text, ['— two words\n'])).toThrow(RangeError);
    expect(() => formatNote(text, [`\n${ann.line(text)}`])).toThrow(RangeError);
  });

  const annLine = ann.line(text);
  const note = (signatures: string) => `${text}\n${signatures}`;
  test.each([
    ['only text', text, 'only'],
    ['no blank line', `x\n${annLine}`, 'no blank line'],
    ['no signature', `x\n\n`, 'no signature line'],
    ['no newline at its end', note(annLine.slice(0, -1)), 'newline'],
    ['a blank line at its end', note(`${annLine}\n`), 'no signature line'],
    ['a line that is no signature', note(`${annLine}Unexpected line.\n`), '"Unexpected line."'],
    ['a hyphen for the dash', note(annLine.replace('—', '-')), 'not a signature line'],
    ['two spaces after the dash', note(annLine.replace('— ', '—  ')), 'not a signature line'],
    ['a name of two words', note(annLine.replace('.org/', ' ')), 'not a signature line'],
    ['a name with a plus', note(annLine.replace('.org/', '+')), 'not a signature line'],
    ['a name with a wide space', note(annLine.replace('.org/', '\u3000')), 'not a signature line'],
    ['a signature that is not Base64', note(annLine.replace(/.\n$/, '\n')), 'not Base64'],
    ['Base64 of another alphabet', note('— ann AQID-_8=\n'), 'not Base64'],
    ['Base64 with stray bits', note('— ann AAAAAAE=\n'.replace('AAAAAAE=', 'AAAAAAF=')), 'not Base64'],
    ['a key id without signature', note('— ann AAAAAA==\n'), '4 bytes'],
    ['a carriage return', `a\r\n\n${annLine}`, 'position 1'],
    ['a tab', `a\tb\n\n${annLine}`, '"\\t"'],
    ['a zero byte', `\u0000\n\n${annLine}`, '"\\u0000"'],
    ['a lone surrogate', `\ud800\n\n${annLine}`, 'UTF-8'],
    ['bytes that are not UTF-8', Uint8Array.of(0xff, ...bytesOf(both)), 'UTF-8'],
    ['bytes of an overlong encoding', Uint8Array.of(0xc0, 0xaf, ...bytesOf(both)), 'UTF-8'],
    ['101 signatures', note(annLine.repeat(101)), '101 signatures'],
    ['a million characters', `${'x'.repeat(1_000_000)}\n\n${annLine}`, '1000000'],
    ['a million bytes', `${'香'.repeat(333_400)}\n\n${annLine}`, '1000000'],
    ['nothing', '', 'no blank line'],
  ])('with %s is refused', (_, malformed, message) => {
    const verdict = verifyNote(malformed, [annKey]);
    expect(verdict).toMatchObject(refusedAs('note-malformed'));
    if (message !== 'only')
      expect(verdict).toMatchObject({ problem: { message: expect.stringContaining(message) } });
  });

  test('that is any text at all is read or refused, never thrown over', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant(annLine),
      fc.constant('\n'),
      fc.constant('— '),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const read = parseNote(lines.join(''));
        if (read.ok) expect(formatNote(read.value.text, read.value.signatures)).toBe(lines.join(''));
      }),
    );
  });
});

describe('verifying a note', () => {
  test('tells the text and who of the known keys signed it', () => {
    const one = accepted(verifyNote(both, [benKey]));
    expect(one.text).toBe(text);
    expect(one.signatures.map(({ name }) => name)).toEqual(['example.org/ben']);
    expect(accepted(verifyNote(both, [benKey, annKey])).signatures).toHaveLength(2);
  });

  test('counts a key once, however often it signed', () => {
    const twice = formatNote(text, [ann.line(text), ann.line(text)]);
    expect(accepted(verifyNote(twice, [annKey])).signatures).toHaveLength(1);
  });

  test('reads at least sixteen signatures, large ones too', () => {
    const stranger = `— example.org/stranger ${Buffer.alloc(5_000, 7).toString('base64')}\n`;
    const note = formatNote(text, [...Array.from({ length: 15 }, () => stranger), ann.line(text)]);
    expect(verifyNote(note, [annKey]).ok).toBe(true);
  });

  test('refuses a note that no known key signed', () => {
    const verdict = verifyNote(formatNote(text, [ann.line(text)]), [benKey]);
    expect(verdict).toMatchObject(refusedAs('signature-missing'));
    expect(verdict).toMatchObject({
      problem: { message: expect.stringContaining(`example.org/ben+${benKey.keyId}`) },
    });
    expect(verifyNote(both, [])).toMatchObject(refusedAs('signature-missing'));
  });

  test('passes over a signature of the same name by another key', () => {
    const impostor = aSigner(ann.name, 9);
    const note = formatNote(text, [impostor.line(text)]);
    expect(verifyNote(note, [annKey])).toMatchObject(refusedAs('signature-missing'));
    expect(verifyNote(formatNote(text, [impostor.line(text), ann.line(text)]), [annKey]).ok).toBe(true);
  });

  test('passes over a signature of the same key id under another name', () => {
    const renamed = formatNote(
      text,
      accepted(parseNote(both)).signatures.map((each) => ({ ...each, name: 'example.org/eve' })),
    );
    expect(verifyNote(renamed, [annKey, benKey])).toMatchObject(refusedAs('signature-missing'));
  });

  test('does not take the key of a witness for that of a ledger', () => {
    const witness = accepted(parseVerifierKey(formatVerifierKey(ann.name, ann.publicKey, 4)));
    expect(verifyNote(both, [witness])).toMatchObject(refusedAs('signature-missing'));
    const collision = { ...witness, keyId: annKey.keyId };
    expect(verifyNote(both, [collision])).toMatchObject(refusedAs('signature-missing'));
  });

  test('refuses the whole note for one bad signature of a known key', () => {
    const other = ann.line('Seats: 7\n');
    const verdict = verifyNote(formatNote(text, [ben.line(text), other]), [annKey, benKey]);
    expect(verdict).toMatchObject(refusedAs('signature-invalid'));
    expect(verdict).toMatchObject({ problem: { message: expect.stringContaining('example.org/ann') } });
    expect(verifyNote(formatNote(text, [ann.line(text), other]), [annKey]).ok).toBe(false);
  });

  test('refuses a signature of the wrong length', () => {
    const line = (bytes: number) =>
      `— ${ann.name} ${Buffer.concat([Buffer.from(annKey.keyId, 'hex'), Buffer.alloc(bytes)]).toString('base64')}\n`;
    for (const bytes of [1, 63, 64, 65]) {
      expect(verifyNote(formatNote(text, [line(bytes)]), [annKey])).toMatchObject(
        refusedAs('signature-invalid'),
      );
    }
  });

  test('refuses a note whose text changed by one character', () => {
    for (let at = 0; at < text.length - 1; at += 1) {
      if (text[at] === '\n') continue;
      const changed = both.slice(0, at) + String.fromCharCode(both.charCodeAt(at) + 1) + both.slice(at + 1);
      expect(verifyNote(changed, [annKey])).toMatchObject(refusedAs('signature-invalid'));
    }
  });

  test('refuses to choose between two keys of one name and id', () => {
    expect(verifyNote(both, [annKey, { ...annKey }])).toMatchObject(refusedAs('key-ambiguous'));
    expect(verifyNote(formatNote(text, [ben.line(text)]), [annKey, annKey, benKey]).ok).toBe(true);
  });
});
