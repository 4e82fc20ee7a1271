import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A call that somebody outside received. */
export interface HeardCall {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface HeardAnswer {
  readonly status: number;
  readonly body?: string;
}

/** Somebody outside who is called: a newsroom's script, a push service. What it answers may change while it runs. */
export const startListener = async (answer: (call: HeardCall) => HeardAnswer) => {
  const heard: HeardCall[] = [];
  const ways = { answer };
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const call = { path: request.url ?? '/', headers, body };
      heard.push(call);
      const { status, body: said = '' } = ways.answer(call);
      response.writeHead(status, { 'content-type': 'text/plain' }).end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    /** From now on it answers so. */
    answers: (next: (call: HeardCall) => HeardAnswer): void => {
      ways.answer = next;
    },
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
