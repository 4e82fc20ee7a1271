/** Draws pictures beside the publisher: one takes as long as a hundred pages, and no report shall wait for it. */
import { parentPort } from 'node:worker_threads';
import { installedPictures } from '../installed-pictures.ts';

/** What became of a drawing. */
export type Drawn = { readonly png: Uint8Array } | { readonly failure: string };

if (parentPort !== null) {
  const port = parentPort;
  const pictures = installedPictures();
  port.on('message', (svg: Uint8Array) => {
    pictures.draw(svg).then(
      (png) => port.postMessage({ png } satisfies Drawn),
      (cause: unknown) => port.postMessage({ failure: String(cause) } satisfies Drawn),
    );
  });
}
