import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy, isFramed, SECURITY_HEADERS } from '#shared/publication/headers.ts';

export interface Served {
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

const HTML = 'text/html; charset=utf-8';

/** Pages and files as the portal serves them, without one: with its headers, and the built site's styles and scripts. */
export const serveSite = async (
  at: (path: string) => Promise<Served | string | null>,
  isDown: () => boolean = () => false,
) => {
  const server = createServer(async (request, response) => {
    // As if there were no network: nobody answers.
    if (isDown()) return void request.socket.destroy();
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    const asset = path.startsWith('/_astro/');
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    const found = asset
      ? { body: readFileSync(`site/dist/client${path}`), contentType: type }
      : await at(path);
    const served = typeof found === 'string' ? { body: found, contentType: HTML } : found;
    response
      .writeHead(served ? 200 : 404, {
        ...SECURITY_HEADERS,
        'content-security-policy': contentSecurityPolicy({ framed: isFramed(path) }),
        'content-type': served?.contentType ?? HTML,
      })
      .end(served?.body ?? 'Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
