import { startSha256 } from '#shared/hash.ts';

/** Computes the SHA-256 of a file beside the page, piece by piece; answers with how far it is, then with the hash. */

/** Not more often than a reader can see. */
const TELL_EVERY_MS = 100;

const compute = async (file: Blob): Promise<string> => {
  const running = startSha256();
  const reader = file.stream().getReader();
  let done = 0;
  let told = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    running.update(read.value);
    done += read.value.length;
    if (Date.now() - told < TELL_EVERY_MS) continue;
    told = Date.now();
    postMessage({ done });
  }
  return running.hex();
};

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  compute(data).then(
    (sha256) => postMessage({ sha256 }),
    () => postMessage({ failed: true }),
  );
});
