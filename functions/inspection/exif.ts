import { ascii, u16be, u16le, u32be, u32le } from './bytes.ts';

const GPS = 0x8825;
const LATITUDE = 2;
const LONGITUDE = 4;

/** Whether a picture's EXIF data says where it was taken: a table of positions with a latitude or longitude in it. */
export const hasLocation = (exif: Uint8Array | undefined): boolean => {
  if (!exif) return false;
  const start = ascii(exif, 0, 4) === 'Exif' ? 6 : 0;
  const tiff = exif.subarray(start);
  const little = ascii(tiff, 0, 2) === 'II';
  const [u16, u32] = little ? [u16le, u32le] : [u16be, u32be];
  const entriesAt = (at: number): readonly number[] =>
    Array.from({ length: Math.min(u16(tiff, at), 500) }, (_, index) => at + 2 + 12 * index);
  const gps = entriesAt(u32(tiff, 4)).find((at) => u16(tiff, at) === GPS);
  if (gps === undefined) return false;
  return entriesAt(u32(tiff, gps + 8)).some((at) => [LATITUDE, LONGITUDE].includes(u16(tiff, at)));
};
