import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  parseAddCheckpoint,
  REFUSAL_STATUS,
  SIZE_TYPE,
  type WitnessRefusal,
} from '#shared/ledger/witness.ts';
import { CannotVerify } from '#shared/verification/source.ts';
import type { Cosigner } from './witness-cosigner.ts';

/** 63 hashes and a note with a hundred signatures; no log sends more. */
const MAX_BODY_BYTES = 64 * 1024;
/** Who sends no faster sends nothing. */
const REQUEST_MS = 10_000;

export interface ListenAt {
  readonly host: string;
  readonly port: number;
}

export interface WitnessServer {
  readonly url: string;
  close(): Promise<void>;
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_BODY_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

const answerRefusal = (response: ServerResponse, { kind, message, size }: WitnessRefusal): void => {
  const status = REFUSAL_STATUS[kind];
  if (kind === 'stale' || kind === 'fork')
    response.writeHead(status, { 'content-type': SIZE_TYPE }).end(`${size}\n`);
  else response.writeHead(status, TEXT).end(`${message}\n`);
};

/** The protocol's one address, `POST add-checkpoint`: the ledger's publisher asks, the answer is the cosignature's line. */
export const serveWitness = async (
  cosigner: Cosigner,
  { host, port }: ListenAt,
  onRefused: (note: string, refusal: WitnessRefusal) => Promise<void>,
): Promise<WitnessServer> => {
  const answer = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (asked.url !== '/add-checkpoint') return void response.writeHead(404, TEXT).end('Not found\n');
    if (asked.method !== 'POST')
      return void response.writeHead(405, { ...TEXT, allow: 'POST' }).end('Send it with POST\n');
    const body = await bodyOf(asked);
    if (body === null)
      return void response
        .writeHead(413, { ...TEXT, connection: 'close' })
        .end(`A request has at most ${MAX_BODY_BYTES} bytes\n`);
    const request = parseAddCheckpoint(body);
    if (!request.ok) return answerRefusal(response, request.problem);
    const added = await cosigner.add(request.value);
    if (!added.ok) {
      await onRefused(request.value.note, added.problem);
      return answerRefusal(response, added.problem);
    }
    response.writeHead(200, TEXT).end(added.value.line);
  };
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
    (request, response) => {
      answer(request, response).catch((cause: unknown) => {
        process.stderr.write(`A request failed: ${cause instanceof Error ? cause.stack : cause}\n`);
        if (!response.headersSent) response.writeHead(500, TEXT);
        response.end();
      });
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new CannotVerify(
          `Nothing can be served at ${host}:${port} (${cause.code}): name another place with --serve.`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shownHost}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
