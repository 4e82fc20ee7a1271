import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LANGUAGES, languagePath } from '#shared/election/text.ts';
import {
  APP_FOLDERS,
  contentSecurityPolicy,
  isFramed,
  isOpenData,
  OPEN_DATA_HEADERS,
  PREFLIGHT_HEADERS,
  SECURITY_HEADERS,
} from '#shared/publication/headers.ts';
import { type PublicObject, publicObjects } from './stores/public-folder.ts';

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

/** Nothing but reading; a browser may ask whether a script of another site may read data. */
const answerOther = (request: IncomingMessage, response: ServerResponse): void => {
  const isAsking = request.method === 'OPTIONS' && isOpenData(pathOf(request));
  if (isAsking) response.writeHead(204, PREFLIGHT_HEADERS).end();
  else response.writeHead(405, { allow: 'GET, HEAD' }).end();
};

/** Whether the reader has these bytes already (RFC 9110 section 13.1.2): one of the tags it lists is this one, or any will do. */
const isKnown = (listed: string | undefined, etag: string): boolean =>
  (listed ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);

const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);

/** Below this, compressing costs more than it saves; CloudFront draws the same line. */
const MIN_COMPRESSED_BYTES = 1000;
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|atom\+xml)|image\/svg)/;

type Encoding = 'br' | 'gzip' | 'identity';

const encodingFor = (accept: string | undefined, { contentType, bytes }: PublicObject): Encoding => {
  if (!COMPRESSIBLE.test(contentType) || bytes.length < MIN_COMPRESSED_BYTES) return 'identity';
  if (/\bbr\b/.test(accept ?? '')) return 'br';
  return /\bgzip\b/.test(accept ?? '') ? 'gzip' : 'identity';
};

const compress = async (bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> => {
  if (encoding === 'br') {
    return compressWithBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }
  return encoding === 'gzip' ? compressWithGzip(bytes) : bytes;
};

/** Compressed bytes of recent objects, as an edge keeps them. */
const MAX_KEPT = 500;

/** The object behind an address: a page's is its `index.html`; null for what cannot be an address. */
const keyOf = (url: string): string | null => {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '/');
    if (!path.startsWith('/') || path.includes('\0')) return null;
    return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
  } catch {
    return null;
  }
};

const notFoundKey = (url: string): string => {
  const language = LANGUAGES.find((known) => url.startsWith(`/${languagePath(known)}/`)) ?? 'en';
  return `${languagePath(language)}/404/index.html`;
};

export interface SiteOrigins {
  /** Of candidates' files; the links below `/files/` lead there. */
  readonly files: string;
  /** Where browsers bring them. */
  readonly uploads: string;
}

/** What pages may show and reach of other origins, by their address. */
const policyFor = (origins: SiteOrigins | undefined): ((url: string) => string) => {
  const folders = LANGUAGES.flatMap((language) =>
    APP_FOLDERS.map((folder) => `/${languagePath(language)}/${folder}/`),
  );
  const files = origins === undefined ? {} : { files: origins.files };
  const page = contentSecurityPolicy(files);
  const framed = contentSecurityPolicy({ ...files, framed: true });
  const app = contentSecurityPolicy({ ...files, reached: origins === undefined ? [] : [origins.uploads] });
  return (url) => {
    if (folders.some((folder) => url.startsWith(folder))) return app;
    return isFramed(url) ? framed : page;
  };
};

const FILES = '/files/';

export type PublicSite = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Stands where CloudFront stands: public objects with the same headers, compressed, with their ETags; nothing else. */
export const publicSite = (dataFolder: string, origins?: SiteOrigins): PublicSite => {
  const read = publicObjects(dataFolder);
  const policyOf = policyFor(origins);
  const kept = new Map<string, Uint8Array>();

  const encoded = async (object: PublicObject, encoding: Encoding): Promise<Uint8Array> => {
    if (encoding === 'identity') return object.bytes;
    const name = `${encoding} ${object.etag}`;
    const known = kept.get(name);
    if (known) return known;
    const bytes = await compress(object.bytes, encoding);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(name, bytes);
    return bytes;
  };

  const headersOf = (request: IncomingMessage, { contentType, cacheControl }: PublicObject) => ({
    ...SECURITY_HEADERS,
    ...(isOpenData(pathOf(request)) ? OPEN_DATA_HEADERS : {}),
    'content-security-policy': policyOf(request.url ?? '/'),
    'content-type': contentType,
    'cache-control': cacheControl ?? 'public, max-age=1',
    vary: 'accept-encoding',
  });

  const send = async (
    request: IncomingMessage,
    response: ServerResponse,
    object: PublicObject,
    status: number,
  ): Promise<void> => {
    const encoding = encodingFor(request.headers['accept-encoding'], object);
    const etag = encoding === 'identity' ? object.etag : `W/${object.etag}`;
    const headers = { ...headersOf(request, object), etag };
    if (status === 200 && isKnown(request.headers['if-none-match'], object.etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    const bytes = await encoded(object, encoding);
    response.writeHead(status, {
      ...headers,
      'content-length': bytes.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };

  const find = async (request: IncomingMessage, response: ServerResponse, key: string): Promise<void> => {
    const url = request.url ?? '/';
    const object = read(key);
    if (object) return send(request, response, object, 200);
    if (read(`${key}/index.html`)) {
      response.writeHead(301, { location: `${url.split('?')[0]}/` }).end();
      return;
    }
    const missing = read(notFoundKey(url));
    if (missing) return send(request, response, { ...missing, cacheControl: 'public, max-age=1' }, 404);
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
  };

  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answerOther(request, response);
    const url = request.url ?? '/';
    if (origins !== undefined && url.startsWith(FILES)) {
      const location = `${origins.files}/${url.slice(FILES.length)}`;
      response.writeHead(302, { ...SECURITY_HEADERS, location, 'cache-control': 'public, max-age=60' }).end();
      return;
    }
    const key = keyOf(url);
    if (key === null)
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('Bad address\n');
    else await find(request, response, key);
  };
};
