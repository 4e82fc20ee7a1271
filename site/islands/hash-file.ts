/** What the worker says: how many bytes are done, the hash, or that the file cannot be read. */
type Said = { readonly done: number } | { readonly sha256: string } | { readonly failed: true };

/** The file cannot be read on this device: it moved, or is not there yet. */
export class Unreadable extends Error {}

export interface Hashing {
  readonly signal: AbortSignal;
  readonly progress: (bytes: number) => void;
}

/** SHA-256 of a file, computed in a worker so that the page answers meanwhile. Nothing leaves the device. */
export const hashFile = (file: Blob, { signal, progress }: Hashing): Promise<string> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' });
    const end = (act: () => void) => {
      worker.terminate();
      act();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if ('done' in data) progress(data.done);
      else if ('sha256' in data) end(() => resolve(data.sha256));
      else end(() => reject(new Unreadable()));
    });
    worker.addEventListener('error', () => end(() => reject(new Unreadable())));
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true });
    worker.postMessage(file);
  });
