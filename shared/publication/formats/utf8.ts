/** Takes the next piece of a text. */
export type Write = (piece: string) => void;

const utf8 = new TextEncoder();

/** Of a code unit in a text of whole characters: a pair of them takes four bytes. */
const bytesOf = (unit: number): number => {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit & 0xf800) === 0xd800 ? 2 : 3;
};

/** The UTF-8 of a text that is made in pieces, and made twice: measured, then written. So neither the text is ever held nor room for more. */
export const utf8Of = (make: (write: Write) => void): Uint8Array => {
  let length = 0;
  make((piece) => {
    const text = piece.toWellFormed();
    for (let index = 0; index < text.length; index += 1) length += bytesOf(text.charCodeAt(index));
  });
  const bytes = new Uint8Array(length);
  let at = 0;
  make((piece) => {
    for (let index = 0; index < piece.length; index += 1) {
      const unit = piece.charCodeAt(index);
      if (unit > 0x7f) {
        at += utf8.encodeInto(piece.slice(index), bytes.subarray(at)).written;
        return;
      }
      bytes[at] = unit;
      at += 1;
    }
  });
  return bytes;
};
