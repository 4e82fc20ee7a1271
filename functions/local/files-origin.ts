import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { UPLOAD_CACHE, UPLOAD_HEADERS } from '#shared/publication/headers.ts';
import { filesBucket } from './stores/buckets.ts';
import { type StoredFile, storedFiles } from './stores/public-folder.ts';
import { PortProblem, type RunningServer, serveOn } from './web-server.ts';

const refuse = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { ...UPLOAD_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(text);
};

const keyOf = (url: string): string | null => {
  try {
    return decodeURIComponent((url.split('?', 1)[0] ?? '').slice(1));
  } catch {
    return null;
  }
};

const headersOf = ({ size, record }: StoredFile): Record<string, string> => ({
  ...UPLOAD_HEADERS,
  'content-type': record?.contentType ?? 'application/octet-stream',
  'content-disposition': record?.contentDisposition ?? 'attachment',
  'content-length': String(size),
  'cache-control': record?.cacheControl ?? UPLOAD_CACHE,
  ...(record === undefined ? {} : { etag: record.etag }),
});

const send = async (request: IncomingMessage, response: ServerResponse, file: StoredFile): Promise<void> => {
  const headers = headersOf(file);
  const isKnown = file.record !== undefined && request.headers['if-none-match'] === file.record.etag;
  if (isKnown) {
    const { 'content-length': _length, ...rest } = headers;
    response.writeHead(304, rest).end();
    return;
  }
  response.writeHead(200, headers);
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
};

/**
 * Candidates' files, where their distribution stands on AWS: an origin of its own, so that nothing in a file could reach the portal, its
 * sign-in or its pages even if a browser ran it. Read only, no cookies, every answer a download. A port that was not asked for may be
 * another one when it is taken.
 */
export const startFilesOrigin = async (
  dataFolder: string,
  { port, orAnother }: { readonly port: number; readonly orAnother: boolean },
): Promise<RunningServer> => {
  const find = storedFiles(dataFolder, filesBucket);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'Files are only read here.\n');
    }
    const key = keyOf(request.url ?? '/');
    if (key === null) return refuse(response, 400, 'Bad address\n');
    const file = await find(key);
    if (file === null) return refuse(response, 404, 'Not found\n');
    await send(request, response, file);
  };
  const server = createServer((request, response) => {
    // A reader who hangs up is no failure; a file that is removed meanwhile ends the answer.
    answer(request, response).catch(() => response.destroy());
  });
  try {
    return await serveOn(server, port, '--files-port');
  } catch (problem) {
    if (!orAnother || !(problem instanceof PortProblem)) throw problem;
    return serveOn(server, 0, '--files-port');
  }
};
