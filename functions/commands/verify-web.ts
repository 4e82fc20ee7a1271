import { dataPaths } from '#shared/publication/paths.ts';
import {
  CannotVerify,
  type FileRead,
  maxFileBytes,
  type Source,
  tooLarge,
} from '#shared/verification/source.ts';

/** A server that says nothing for so long has failed. */
const TIMEOUT_MS = 20_000;
const RETRY_AFTER_MS = 300;

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'no computer has that name',
  EAI_AGAIN: 'the name could not be looked up',
  UND_ERR_SOCKET: 'the connection was cut before the end of the file',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the file ended before its stated length',
  UND_ERR_HEADERS_TIMEOUT: 'the server did not answer in time',
};

const whyOf = (error: unknown): string => {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  const code = cause?.code ?? '';
  return WORDS[code] ?? cause?.message ?? String(error instanceof Error ? error.message : error);
};

const unreachable = (why: string): FileRead => ({ kind: 'failed', why, unreachable: true });

const body = async (response: Response, atMost: number): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > atMost) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const read = async (url: string, atMost: number): Promise<FileRead> => {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const { status, headers } = response;
    if (status === 200) {
      const bytes = await body(response, atMost);
      return bytes === null
        ? tooLarge(null, atMost)
        : { kind: 'read', bytes, contentType: headers.get('content-type') };
    }
    await response.body?.cancel();
    if (status === 404 || status === 410) return { kind: 'missing' };
    const to = headers.get('location');
    if (status >= 300 && status < 400 && to !== null) {
      const why = `is redirected (${status}) to ${new URL(to, url).href}; name that place instead`;
      return { kind: 'failed', why, unreachable: false };
    }
    return {
      kind: 'failed',
      why: `is answered with status ${status}`,
      unreachable: status >= 500 || status === 429,
    };
  } catch (error) {
    return unreachable(`could not be fetched: ${whyOf(error)}`);
  }
};

/** A file by its address, asked for again once where nobody answered; throws nothing. */
export const readAddress = async (url: string, atMost: number): Promise<FileRead> => {
  const first = await read(url, atMost);
  if (first.kind !== 'failed' || !first.unreachable) return first;
  await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
  return read(url, atMost);
};

interface Place {
  /** What public keys are appended to; ends in a slash. */
  readonly base: string;
  readonly election: string | null;
}

/** `…/data/legco-2012`, `…/data`, a page of an election, or a site. */
const placeOf = (from: string): Place => {
  const url = URL.canParse(from) ? new URL(from) : null;
  if (url === null) throw new CannotVerify(`${from} is not an address.`);
  const [, before = '', election] =
    /^(.*?)\/data(?:\/([^/]+).*)?\/?$/.exec(url.pathname) ??
    /^(.*?)\/(?:en|zh-hant|zh-hans)\/([^/]+)\/.*$/.exec(url.pathname) ??
    [];
  const path = before === '' && election === undefined ? url.pathname.replace(/\/data\/?$/, '') : before;
  return {
    base: `${url.origin}${path.replace(/\/*$/, '')}/`,
    election: election ? decodeURIComponent(election) : null,
  };
};

const linkedElections = async (base: string): Promise<readonly string[]> => {
  const index = await readAddress(`${base}en/`, maxFileBytes);
  if (index.kind === 'failed') throw new CannotVerify(`${base}en/ ${index.why}.`);
  const html = index.kind === 'read' ? new TextDecoder().decode(index.bytes) : '';
  const ids = [...html.matchAll(/href=["']?[^"'\s>]*\/en\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})\//g)].map(
    ([, id = '']) => id,
  );
  return [...new Set(ids)];
};

/** Published files behind an address. */
export const webSource = (from: string): Source => {
  const { base, election } = placeOf(from);
  const fetchKey: Source['read'] = (key, atMost = maxFileBytes) =>
    readAddress(base + key.split('/').map(encodeURIComponent).join('/'), atMost);
  return {
    name: base,
    read: fetchKey,
    list: async () => null,
    elections: async () => {
      if (election !== null) return [election];
      const found: string[] = [];
      for (const id of await linkedElections(base)) {
        const checkpoint = await fetchKey(dataPaths.checkpoint(id));
        const pointer = checkpoint.kind === 'missing' ? await fetchKey(dataPaths.latest(id)) : checkpoint;
        if (pointer.kind !== 'missing') found.push(id);
      }
      return found;
    },
  };
};
