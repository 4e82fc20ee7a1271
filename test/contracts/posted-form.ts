import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
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

/**
 * Posts a form on a connection of its own. Not by `fetch`: an answer that comes before the request has ended, as refusals do, can leave the
 * next ones of the process waiting for ever.
 */
export const postForm = (
  url: string,
  form: readonly FormPart[],
  { headers = {} }: { readonly headers?: Record<string, string> } = {},
): Promise<PostAnswer> => {
  const { body: sent, contentType } = multipart(form);
  // Kept open until the answer was read: a connection that ends with the answer can take it along while the form is still on its way.
  const agent = new Agent({ keepAlive: true });
  const answered = new Promise<PostAnswer>((resolve, reject) => {
    const posted = request(url, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-type': contentType, 'content-length': sent.length },
    });
    posted.on('response', (response) => {
      text(response).then(
        (body) =>
          resolve({
            status: response.statusCode ?? 0,
            headers: new Headers(response.headers as Record<string, string>),
            body,
            code: /<Code>(\w+)<\/Code>/.exec(body)?.[1],
          }),
        reject,
      );
    });
    posted.on('error', reject);
    posted.end(sent);
  });
  return answered.finally(() => agent.destroy());
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
