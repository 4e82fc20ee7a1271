import { resvgPictures } from '../adapters/resvg-pictures.ts';
import type { Pictures } from '../publishing/pictures.ts';

/** Pictures drawn with what is installed with this project. */
export const installedPictures = (): Pictures =>
  resvgPictures(({ from }) => new URL(`../../${from}`, import.meta.url));
