import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Pictures } from '../../publishing/pictures.ts';
import type { Drawn } from './drawing-thread.ts';

/** Pictures drawn one after the other in a thread of their own, which starts with the first one and keeps nobody from ending. */
export const threadedPictures = (): Pictures => {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const drawNow = async (svg: Uint8Array): Promise<Uint8Array> => {
    worker ??= new Worker(new URL('./drawing-thread.ts', import.meta.url), { execArgv: [] });
    worker.unref();
    const answer = once(worker, 'message');
    worker.postMessage(svg);
    const [drawn] = (await answer) as [Drawn];
    if ('png' in drawn) return drawn.png;
    throw new Error(`A picture could not be drawn: ${drawn.failure}`);
  };
  const draw = async (svg: Uint8Array): Promise<Uint8Array> => {
    try {
      return await drawNow(svg);
    } catch (cause) {
      // Whatever became of the thread, the next picture has a new one.
      void worker?.terminate();
      worker = null;
      throw cause;
    }
  };
  return {
    draw: (svg) => {
      const now = last.then(
        () => draw(svg),
        () => draw(svg),
      );
      last = now;
      return now;
    },
  };
};
