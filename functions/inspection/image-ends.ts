import type { Format } from '#shared/advertisements/file-rules.ts';
import type { Finding } from '#shared/advertisements/inspection.ts';
import { asBuffer, ascii, isPadding, u16be, u16le, u32be } from './bytes.ts';
import { isForeignAt } from './foreign.ts';
import { finding } from './report.ts';
import { endOfTiff } from './tiff-end.ts';

/** Where a PNG ends by its chunks; -1 when they do not lead to an end. */
const endOfPng = (bytes: Uint8Array): number => {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = ascii(bytes, at + 4, 4);
    at += 12 + u32be(bytes, at);
    if (type === 'IEND') return at;
  }
  return -1;
};

const skipBlocks = (bytes: Uint8Array, from: number): number => {
  let at = from;
  for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) at += size + 1;
  return at + 1;
};

const colourTable = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));

/** Where a GIF ends by its blocks. */
const endOfGif = (bytes: Uint8Array): number => {
  let at = 13 + colourTable(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) return at + 1;
    if (block === 0x21) at = skipBlocks(bytes, at + 2);
    else if (block === 0x2c) at = skipBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    else return -1;
  }
  return -1;
};

const isStandalone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** After a scan's header its data run to the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  const buffer = asBuffer(bytes);
  for (let at = buffer.indexOf(0xff, from); at >= 0; at = buffer.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
};

/** Where the marker after this one stands; -1 when it is lost. */
const nextMarker = (bytes: Uint8Array, at: number): number => {
  const marker = bytes[at + 1] ?? 0;
  if (marker === 0xff) return at + 1;
  if (isStandalone(marker)) return at + 2;
  const next = at + 2 + u16be(bytes, at + 2);
  return marker === 0xda ? endOfScan(bytes, next) : next;
};

/** Where a JPEG that begins here ends by its markers. */
const endOfJpeg = (bytes: Uint8Array, from: number): number => {
  let at = from + 2;
  while (at >= 0 && at + 2 <= bytes.length && bytes[at] === 0xff) {
    if (bytes[at + 1] === 0xd9) return at + 2;
    at = nextMarker(bytes, at);
  }
  return -1;
};

const skipPadding = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (at < bytes.length && isPadding(bytes, at, at + 1) && !(bytes[at] === 0xff && bytes[at + 1] === 0xd8))
    at += 1;
  return at;
};

/** A camera's own trailer: named blocks, a list of them, and a closing mark. */
const isSamsungTrailer = (bytes: Uint8Array): boolean => {
  const tail = ascii(bytes, bytes.length - 4, 4);
  return tail === 'SEFT' || tail === 'SEFH';
};

const filmAt = (bytes: Uint8Array, from: number): number => asBuffer(bytes).indexOf('ftyp', from, 'latin1');

/** A box says its length before its kind; some phones fill up before it. */
const MAX_BEFORE_FILM = 256;

/**
 * Phones put more behind a photograph: further pictures of the same moment, a few seconds of film, a list of both. Whoever files the
 * photograph should know; anything else there is refused.
 */
const afterJpeg = (bytes: Uint8Array, end: number): readonly Finding[] => {
  let at = skipPadding(bytes, end);
  let pictures = 0;
  while (at < bytes.length && bytes[at] === 0xff && bytes[at + 1] === 0xd8 && pictures < 20) {
    const next = endOfJpeg(bytes, at);
    if (next < 0) break;
    pictures += 1;
    at = skipPadding(bytes, next);
  }
  const more = pictures === 0 ? [] : [finding('more-pictures', { count: pictures })];
  if (at >= bytes.length) return more;
  const film = filmAt(bytes, end);
  const isFilm =
    film >= 0 && (film - end < MAX_BEFORE_FILM || film - at < MAX_BEFORE_FILM || isSamsungTrailer(bytes));
  if (isFilm) return [...more, finding('hidden-video')];
  return isSamsungTrailer(bytes) ? more : [finding('data-after-the-end', { bytes: bytes.length - at })];
};

/** Writers may leave anything behind a TIFF, but nothing that another program opens; the end may be filled up to an even place. */
const tiffFindings = (bytes: Uint8Array): readonly Finding[] => {
  // BigTIFF is left to the decoder.
  if ((bytes[0] === 0x49 ? u16le : u16be)(bytes, 2) !== 42) return [];
  const end = endOfTiff(bytes);
  if (end < 0) return [finding('unreadable', { format: 'tiff' })];
  return [0, 1, 2, 3].some((more) => isForeignAt(bytes, end + more))
    ? [finding('data-after-the-end', { bytes: bytes.length - end })]
    : [];
};

/** What stands behind the end of an image, where no viewer looks and other programs may. */
export const endOfImage = (bytes: Uint8Array, format: Format): readonly Finding[] => {
  if (format === 'tiff') return tiffFindings(bytes);
  const end = format === 'png' ? endOfPng(bytes) : format === 'gif' ? endOfGif(bytes) : endOfJpeg(bytes, 0);
  if (end < 0 || end > bytes.length) return [finding('unreadable', { format })];
  if (format === 'jpeg') return afterJpeg(bytes, end);
  return isPadding(bytes, end) ? [] : [finding('data-after-the-end', { bytes: bytes.length - end })];
};
