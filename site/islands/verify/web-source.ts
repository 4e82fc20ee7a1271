import { concatBytes } from '#shared/ledger/bytes.ts';
import { type FileRead, maxFileBytes, type Source, tooLarge } from '#shared/verification/source.ts';

/** A server that says nothing for so long has failed. */
const TIMEOUT_MS = 20_000;
const RETRY_AFTER_MS = 400;

/** Collects what arrives; `null` where it is more than it may be. */
const body = async (response: Response, atMost: number): Promise<Uint8Array | null> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > atMost) {
      await reader?.cancel();
      return null;
    }
    parts.push(read.value);
  }
  return concatBytes(...parts);
};

const read = async (address: string, atMost: number): Promise<FileRead> => {
  try {
    // What the server says now is checked, not what this browser happens to keep.
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(address, { cache: 'no-store', redirect: 'error', signal });
    const { status, ok, headers } = response;
    if (status === 404 || status === 410) return { kind: 'missing' };
    if (!ok)
      return {
        kind: 'failed',
        why: `is answered with status ${status}`,
        unreachable: status >= 500 || status === 429,
      };
    const bytes = await body(response, atMost);
    return bytes ? { kind: 'read', bytes, contentType: headers.get('content-type') } : tooLarge(null, atMost);
  } catch (cause) {
    return { kind: 'failed', why: `could not be fetched: ${String(cause)}`, unreachable: true };
  }
};

/** The published files of the site that served this page. */
export const webSource = (origin: string): Source => ({
  name: origin,
  read: async (key, atMost = maxFileBytes) => {
    const address = `${origin}/${key.split('/').map(encodeURIComponent).join('/')}`;
    const first = await read(address, atMost);
    if (first.kind !== 'failed' || !first.unreachable) return first;
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    return read(address, atMost);
  },
  list: async () => null,
  elections: async () => [],
});
