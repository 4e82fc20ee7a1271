import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8Of } from '#shared/publication/formats/utf8.ts';

const encoder = new TextEncoder();

describe('a text in pieces', () => {
  test('is written as every encoder writes it, half pairs too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 5 }), (pieces) => {
        const bytes = utf8Of((write) => {
          for (const piece of pieces) write(piece);
        });
        expect(bytes).toEqual(encoder.encode(pieces.map((piece) => piece.toWellFormed()).join('')));
      }),
    );
    for (const text of [
      '',
      'a\u007f\u0080\u07ff\u0800\uffff',
      '選舉𠮷😀',
      'a\ud83d',
      '\ude00b',
      '\ud83d\ud83d\ude00',
    ])
      expect(
        utf8Of((write) => write(text)),
        JSON.stringify(text),
      ).toEqual(encoder.encode(text));
  });

  test('takes no byte more than it has', () => {
    expect(utf8Of((write) => write('選舉')).buffer.byteLength).toBe(6);
  });
});
