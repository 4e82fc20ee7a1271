import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gateway } from './gateway.ts';
import type { PublicSite } from './public-site.ts';
import type { LocalSignIn } from './sign-in/local-sign-in.ts';

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A port somebody else listens on; the message says what to do. */
export class PortProblem extends Error {
  override readonly name = 'PortProblem';
}

const answerApi = async (
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { statusCode, headers, body, isBase64Encoded } = await gateway(request);
  response.writeHead(statusCode, headers).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
};

const listen = (server: Server, port: number, option: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        taken
          ? new PortProblem(
              `Port ${port} is taken or not allowed (${error.code}). Stop what listens there, or start with ${option} and another number.`,
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });

/** Starts on this computer only; `option` is how another port would be asked for. */
export const serveOn = async (server: Server, port: number, option: string): Promise<RunningServer> => {
  // Longer than clients keep their connections, so that none is closed while a request is on its way.
  server.keepAliveTimeout = 75_000;
  await listen(server, port, option);
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export interface WebServerParts {
  readonly gateway: Gateway;
  readonly site: PublicSite;
  readonly signIn?: LocalSignIn;
}

/** API, sign-in and public files on one port, on this computer only. */
export const startWebServer = async (
  port: number,
  { gateway, site, signIn }: WebServerParts,
): Promise<RunningServer> => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if ((request.url ?? '/').startsWith('/api/')) return answerApi(gateway, request, response);
    if (await signIn?.(request, response)) return;
    await site(request, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${JSON.stringify({ level: 'error', cause: String(error) })}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return serveOn(server, port, '--port');
};
