import { connect } from 'node:net';
import type { UploadOffer } from '#functions/ports.ts';
import { type FormPart, multipart } from '../support/multipart.ts';

/** The form of an offer, as a page fills it: the fields, then the file. */
export const formOf = ({ fields }: Pick<UploadOffer, 'fields'>, bytes: Uint8Array): FormPart[] => [
  ...Object.entries(fields),
  ['file', bytes],
];

export interface PostAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** S3's code in the error document. */
  readonly code: string | undefined;
  readonly body: string;
}

export const postForm = async (
  url: string,
  form: readonly FormPart[],
  { headers = {} }: { readonly headers?: Record<string, string> } = {},
): Promise<PostAnswer> => {
  const { body: sent, contentType } = multipart(form);
  const response = await fetch(url, {
    method: 'POST',
    body: sent,
    headers: { ...headers, 'content-type': contentType },
  });
  const body = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body,
    code: /<Code>(\w+)<\/Code>/.exec(body)?.[1],
  };
};

export const post = (offer: UploadOffer, bytes: Uint8Array): Promise<PostAnswer> =>
  postForm(offer.url, formOf(offer, bytes));

/** The request as its bytes go over the wire, to cut it or spoil it. */
export const wireOf = async (
  url: string,
  form: readonly FormPart[],
): Promise<{ head: string; body: Buffer }> => {
  const { body, contentType: type } = multipart(form);
  const { host, pathname } = new URL(url);
  const head = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
  return { head, body };
};

/** Sends bytes and hangs up at once, or when the store does; what was answered until then. */
export const sendBytes = (url: string, bytes: Uint8Array, hangUp: 'at once' | 'never'): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes, () => hangUp === 'at once' && socket.end());
    });
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error),
    );
  });
