import { concatBytes } from '../../ledger/bytes.ts';

/** Takes the next piece of a text, of whole characters. */
export type Write = (piece: string) => void;

const utf8 = new TextEncoder();

/** As much text as is turned into bytes at once: many small pieces are slow, one whole text takes room. */
const MOST_TEXT = 65_536;

/** The UTF-8 of a text that is made in pieces: the text itself is never held. */
export const utf8Of = (make: (write: Write) => void): Uint8Array => {
  const parts: Uint8Array[] = [];
  let text = '';
  make((piece) => {
    text += piece;
    if (text.length < MOST_TEXT) return;
    parts.push(utf8.encode(text));
    text = '';
  });
  return concatBytes(...parts, utf8.encode(text));
};
