import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

/** PNG with at most 256 colours (ISO/IEC 15948): a drawing of text and bars takes less than half of what true colours take. */

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const MOST_COLOURS = 256;
/** Bits kept of each channel: colours that agree in them become one. With two there are no more than 64. */
const PRECISIONS = [6, 5, 4, 3, 2];

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
};

const header = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits a pixel, which is a place in the palette.
  bytes.set([8, 3], 8);
  return bytes;
};

/** Opaque pixels, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

interface Indexed {
  /** Red, green and blue of each. */
  readonly palette: readonly number[];
  /** Rows, each after the number of its filter, which is none. */
  readonly rows: Uint8Array;
}

/** A pixel as one number, its red in the lowest byte. */
const asNumbers = (rgba: Uint8Array): Uint32Array => new Uint32Array(rgba.slice().buffer);

/** `null` where there are too many colours at this precision; of those that become one, the first stands for all. */
const indexed = ({ width, height, rgba }: Pixels, bits: number): Indexed | null => {
  const mask = ((0xff << (8 - bits)) & 0xff) * 0x01_01_01;
  const places = new Map<number, number>();
  const palette: number[] = [];
  const rows = new Uint8Array((width + 1) * height);
  const pixels = asNumbers(rgba);
  let before = -1;
  let place = 0;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = pixels[pixel] ?? 0;
    if (colour !== before) {
      before = colour;
      place = places.get(colour & mask) ?? places.size;
      if (place === MOST_COLOURS) return null;
      if (place === places.size) {
        places.set(colour & mask, place);
        palette.push(colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff);
      }
    }
    rows[pixel + Math.floor(pixel / width) + 1] = place;
  }
  return { palette, rows };
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** The same pixels give the same bytes on every machine. */
export const palettePng = (pixels: Pixels): Uint8Array => {
  for (const bits of PRECISIONS) {
    const found = indexed(pixels, bits);
    if (found === null) continue;
    return joined([
      SIGNATURE,
      chunk('IHDR', header(pixels.width, pixels.height)),
      chunk('PLTE', Uint8Array.from(found.palette)),
      chunk('IDAT', zlibSync(found.rows, { level: 6 })),
      chunk('IEND', new Uint8Array()),
    ]);
  }
  throw new RangeError('No precision leaves so few colours');
};
