import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { useAgent } from 'request-filtering-agent';
import type { OutsideAnswer, OutsideCalls } from '../ports.ts';

/** Whoever is slower is called again later. */
const TIMEOUT_MS = 5000;
/** More than this of an answer is not looked at. */
const MOST_TEXT = 1024;
/** Who answers with more than this is not listened to. */
const MOST_BYTES = 64 * 1024;

const limited = async function* (parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of parts) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error(`It answers with more than ${MOST_BYTES} bytes.`);
    yield part;
  }
};

/**
 * Calls addresses that strangers gave. The connection itself is refused where a name leads to this machine or into a private network, whatever
 * the name led to when it was looked at before; redirects are answers like others.
 */
export const outsideCalls = (options: {
  /** On one's own computer the newsroom's script listens on the same one, without encryption. */
  readonly allowsOwnNetwork: boolean;
}): OutsideCalls => {
  const { allowsOwnNetwork } = options;
  const mayCall = (url: string): boolean =>
    url.startsWith('https://') || (allowsOwnNetwork && url.startsWith('http://'));
  return {
    mayCall,
    post: async (url, headers, body) => {
      if (!mayCall(url)) return null;
      const start = url.startsWith('https://') ? requestHttps : requestHttp;
      const agent = useAgent(url, { allowPrivateIPAddress: allowsOwnNetwork, keepAlive: false });
      const bytes = Buffer.from(body as string);
      return new Promise<OutsideAnswer | null>((resolve) => {
        const request = start(url, {
          method: 'POST',
          agent,
          headers: { ...headers, 'content-length': bytes.length, 'user-agent': 'Open-Returns-Alerts' },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        request.on('response', (response) => {
          text(limited(response)).then(
            (said) => resolve({ status: response.statusCode ?? 0, text: said.slice(0, MOST_TEXT) }),
            () => {
              response.destroy();
              resolve(null);
            },
          );
        });
        request.on('error', () => resolve(null));
        request.end(bytes);
      });
    },
  };
};
