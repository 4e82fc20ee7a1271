import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TakenRequest {
  readonly resource: string;
  readonly authorization: string;
  readonly body: unknown;
}

/** What a fake API does with the n-th request: answers it, or fails before or after having taken it. */
export type Fault = 'none' | 'unavailable' | 'reset' | 'taken-then-reset';

export interface FakeApi {
  readonly origin: string;
  /** Every request that took effect, the first time it did. */
  readonly accepted: TakenRequest[];
  /** Requests that took effect already and were sent again. */
  readonly replayed: TakenRequest[];
  readonly close: () => Promise<void>;
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

export interface FakeApiOptions {
  readonly fault?: (request: number) => Fault;
  readonly refuse?: (taken: TakenRequest) => { readonly status: number; readonly body: unknown } | null;
  /** Published files by path. */
  readonly files?: Readonly<Record<string, unknown>>;
}

/** Keeps what it acknowledges, by content, as the real API does by place; nothing else. */
export const startFakeApi = async (options: FakeApiOptions = {}): Promise<FakeApi> => {
  const accepted: TakenRequest[] = [];
  const replayed: TakenRequest[] = [];
  const seen = new Set<string>();
  let requests = 0;

  const take = (taken: TakenRequest): 'accepted' | 'replayed' => {
    const key = JSON.stringify([taken.resource, taken.body]);
    const outcome = seen.has(key) ? 'replayed' : 'accepted';
    seen.add(key);
    (outcome === 'accepted' ? accepted : replayed).push(taken);
    return outcome;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    if (request.method === 'GET') {
      const file = options.files?.[path];
      return file === undefined ? answer(response, 404, {}) : answer(response, 200, file);
    }
    const taken: TakenRequest = {
      resource: path.replace(/^\/api\/elections\/[^/]+\//, ''),
      authorization: request.headers.authorization ?? '',
      body: JSON.parse(await textOf(request)) as unknown,
    };
    requests += 1;
    const fault = options.fault?.(requests) ?? 'none';
    if (fault === 'unavailable') return answer(response, 503, { title: 'Try again' });
    if (fault === 'reset') return void request.socket.destroy();
    const refused = options.refuse?.(taken);
    if (refused) return answer(response, refused.status, refused.body);
    const outcome = take(taken);
    if (fault === 'taken-then-reset') return void request.socket.destroy();
    answer(response, outcome === 'accepted' ? 201 : 200, { outcome });
  };

  const server: Server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    replayed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
