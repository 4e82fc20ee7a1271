import sharp from 'sharp';
import { expect, test } from 'vitest';
import { palettePng } from '#functions/adapters/palette-png.ts';

const picture = (width: number, height: number, colourAt: (x: number, y: number) => readonly number[]) => ({
  width,
  height,
  rgba: Uint8Array.from(
    Array.from({ length: width * height }, (_, at) => [
      ...colourAt(at % width, Math.floor(at / width)),
      255,
    ]).flat(),
  ),
});
const readBack = (png: Uint8Array): Promise<Buffer> => sharp(png).ensureAlpha().raw().toBuffer();

test('few colours come out exactly as they went in', async () => {
  const drawn = picture(31, 7, (x, y) => [(x * 36) % 256, y * 36, 240]);
  const png = palettePng(drawn);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 31, height: 7 });
  expect(new Uint8Array(await readBack(png))).toEqual(drawn.rgba);
});

test('of many colours, near ones become one', async () => {
  const drawn = picture(256, 256, (x, y) => [x, y, 255 - x]);
  const back = await readBack(palettePng(drawn));
  const colours = new Set(Array.from({ length: 256 * 256 }, (_, at) => back.readUInt32BE(at * 4)));
  expect(colours.size).toBeLessThanOrEqual(256);
  expect(drawn.rgba.every((value, at) => Math.abs(value - (back[at] ?? 0)) < 64)).toBe(true);
});

test('the same pixels give the same bytes', () => {
  const drawn = picture(50, 50, (x, y) => [x, y, 0]);
  expect(palettePng(drawn)).toEqual(palettePng({ ...drawn, rgba: drawn.rgba.slice() }));
});
