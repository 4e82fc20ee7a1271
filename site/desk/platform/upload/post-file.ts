import type { Offer } from '../platform-answers.ts';

/** What became of sending a file: `refused` by the store, or `lost` on the way. */
export type Posted = 'arrived' | 'refused' | 'lost' | 'stopped';

export interface Posting {
  readonly signal: AbortSignal;
  /** Bytes of the file that have left this device. */
  readonly progress: (sent: number) => void;
}

/** No byte moved for so long: the connection is gone, though nobody has said so. */
const SILENT_MS = 30_000;

/** Sends a file as its offer says, fields first. Only this kind of request tells how far an upload is. */
export const postFile = (
  { url, fields }: Offer,
  file: { readonly blob: Blob; readonly name: string },
  { signal, progress }: Posting,
): Promise<Posted> =>
  new Promise((resolve) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file.blob, file.name);
    const request = new XMLHttpRequest();
    let silent = setTimeout(() => request.abort(), SILENT_MS);
    const stop = (): void => request.abort();
    const end = (posted: Posted): void => {
      clearTimeout(silent);
      removeEventListener('offline', stop);
      resolve(signal.aborted ? 'stopped' : posted);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(silent);
      silent = setTimeout(stop, SILENT_MS);
      // Fields and boundaries travel with the file: what is above it is not counted.
      progress(Math.max(0, Math.min(file.blob.size, loaded - (total - file.blob.size))));
    };
    request.onload = () => end(request.status >= 200 && request.status < 300 ? 'arrived' : statusOf(request));
    request.onerror = () => end('lost');
    request.onabort = () => end('lost');
    signal.addEventListener('abort', stop, { once: true });
    // A cable that is pulled: otherwise only the silence would tell.
    addEventListener('offline', stop);
    request.open('POST', url);
    request.send(form);
  });

/** A store that is overloaded will take it later. */
const statusOf = ({ status }: XMLHttpRequest): Posted => (status >= 500 ? 'lost' : 'refused');
