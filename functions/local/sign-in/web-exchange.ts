import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '#shared/publication/headers.ts';

/** A request to the local sign-in, read. */
export interface SignInRequest {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly query: URLSearchParams;
  /** What a form sent; empty where none did. */
  readonly form: URLSearchParams;
  readonly cookie: string | undefined;
  readonly acceptLanguage: string | undefined;
  /** Whether a page of another website sent it, as far as the browser says. */
  readonly fromElsewhere: boolean;
}

export interface SignInAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const { 'access-control-allow-origin': _everybody, ...HEADERS } = SECURITY_HEADERS;
const NEVER_KEPT = { ...HEADERS, 'cache-control': 'no-store' };

export const page = (status: number, body: string): SignInAnswer => ({
  status,
  headers: { ...NEVER_KEPT, 'content-type': 'text/html; charset=utf-8' },
  body,
});

export const json = (status: number, value: unknown): SignInAnswer => ({
  status,
  headers: { ...NEVER_KEPT, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

export const redirect = (location: string, headers: Readonly<Record<string, string>> = {}): SignInAnswer => ({
  status: 302,
  headers: { ...NEVER_KEPT, ...headers, location },
  body: '',
});

const COOKIE = 'open-returns-sign-in';

/** Read by no script, and sent with no form of another website. */
export const sessionCookie = (secret: string, seconds: number): Readonly<Record<string, string>> => ({
  'set-cookie': `${COOKIE}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`,
});

const cookieOf = (header: string | undefined): string | undefined =>
  (header ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];

/** Longest form, in bytes: names and values of a sign-in take two thousand. */
const MOST_BYTES = 16_384;

const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  return bytes > MOST_BYTES ? null : Buffer.concat(chunks).toString('utf8');
};

/** Reads a request; null where its body is larger than any form of ours. */
export const readRequest = async (request: IncomingMessage): Promise<SignInRequest | null> => {
  const body = await bodyOf(request);
  if (body === null) return null;
  const [path = '/', query = ''] = (request.url ?? '/').split('?');
  const site = request.headers['sec-fetch-site'];
  return {
    method: request.method ?? 'GET',
    path,
    host: request.headers.host ?? '',
    query: new URLSearchParams(query),
    form: new URLSearchParams(body),
    cookie: cookieOf(request.headers.cookie),
    acceptLanguage: request.headers['accept-language'],
    fromElsewhere: site === 'cross-site' || site === 'same-site',
  };
};

export const send = (response: ServerResponse, { status, headers, body }: SignInAnswer): void => {
  response.writeHead(status, headers).end(body);
};
