import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type DrawingFile, FONTS, RASTERIZER } from '../drawing-files.ts';
import type { Pictures } from '../publishing/pictures.ts';

/** A process has one; whoever comes second waits for the first. */
let started: Promise<void> | null = null;

const start = (rasterizer: URL): Promise<void> => {
  started ??= readFile(rasterizer).then(initWasm);
  return started;
};

/** Names that others chose are drawn here: what draws them has no way to a file or an address. */
const drawn = (svg: Uint8Array, fontBuffers: Uint8Array[]): Uint8Array => {
  const drawing = new Resvg(new TextDecoder().decode(svg), {
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Noto Sans HK' },
  });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
};

/** Draws with resvg; its files are read with the first picture, from where they are said to lie. */
export const resvgPictures = (placeOf: (file: DrawingFile) => URL): Pictures => {
  let fonts: Promise<Uint8Array[]> | null = null;
  return {
    draw: async (svg) => {
      fonts ??= Promise.all(FONTS.map((font) => readFile(placeOf(font))));
      await start(placeOf(RASTERIZER));
      return drawn(svg, await fonts);
    },
  };
};
