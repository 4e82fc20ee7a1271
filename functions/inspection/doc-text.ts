import { u16le, u32le, utf16From } from './bytes.ts';

/** Where the pieces of a Word document's text lie; text that was deleted but not removed lies beside them. */
const CLX = 0x01a2;
const MAX_PIECES = 200_000;

const cp1252 = new TextDecoder('windows-1252');

interface Pieces {
  readonly at: number;
  readonly count: number;
}

/** The piece table stands behind any number of property blocks. */
const findPieces = (table: Uint8Array, start: number, length: number): Pieces | null => {
  let at = start;
  const end = Math.min(start + length, table.length);
  while (at < end && table[at] === 1) at += 3 + u16le(table, at + 1);
  if (at >= end || table[at] !== 2) return null;
  const bytes = u32le(table, at + 1);
  const count = Math.floor((bytes - 4) / 12);
  return count < 1 || count > MAX_PIECES || at + 5 + bytes > table.length ? null : { at: at + 5, count };
};

/** The text in the order of reading: body, notes, headers, comments and text boxes; `null` when the table is broken. [MS-DOC 2.4.1] */
export const textOfPieces = (document: Uint8Array, table: Uint8Array): string | null => {
  const pieces = findPieces(table, u32le(document, CLX), u32le(document, CLX + 4));
  if (!pieces) return null;
  let text = '';
  for (let index = 0; index < pieces.count; index += 1) {
    const characters = u32le(table, pieces.at + 4 * (index + 1)) - u32le(table, pieces.at + 4 * index);
    const where = u32le(table, pieces.at + 4 * (pieces.count + 1) + 8 * index + 2);
    const narrow = (where & 0x40000000) !== 0;
    const from = narrow ? (where & 0x3fffffff) >>> 1 : where & 0x3fffffff;
    const to = from + (narrow ? characters : 2 * characters);
    if (characters < 0 || to > document.length) return null;
    const piece = document.subarray(from, to);
    text += narrow ? cp1252.decode(piece) : utf16From(piece, 0);
  }
  return text;
};
