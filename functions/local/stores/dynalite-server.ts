/**
 * DynamoDB on disk: dynalite behind a guard that checks signatures, which dynalite does not (any page in a browser could write to it), and
 * that hands it whole requests, because dynalite ends the process when a caller hangs up in the middle of one.
 * A put is with the operating system before it is acknowledged: it outlives this process, not a loss of power.
 */
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import dynalite from 'dynalite';
import { create } from 'dynalite/db/index.js';
import { readBody } from './s3-subset/s3-server.ts';
import { type Credentials, sha256Hex, signatureOf, verifySignature } from './signature-v4.ts';
import { errorCode, StoreProblem } from './store-problem.ts';

export const recordsTable = 'open-returns';
/** Who wants to be told of results. */
export const alertsTable = 'open-returns-alerts';

/** DynamoDB's own limit of a request. */
const maxRequestBytes = 16 * 1024 * 1024;

const region = 'local';

/** What opening or reading the database says, in words for the person at the keyboard. */
export const problemOfRecords = (path: string, error: unknown): StoreProblem => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = errorCode(cause) ?? 'unknown';
  // dynalite says no more than that it is closed; it was just open to us, so somebody else was faster.
  if (code === 'LEVEL_LOCKED' || String(cause).includes('Database is closed'))
    return new StoreProblem(
      'locked',
      `The data folder is in use by another process (${path}): stop it, or choose another folder with --data.`,
      error,
    );
  if (['EACCES', 'EEXIST', 'ENOTDIR', 'EPERM', 'EROFS', 'ENOSPC'].includes(code))
    return new StoreProblem(
      'unreadable',
      `The records in ${path} cannot be opened (${code}): make the folder readable and writable, or choose another with --data.`,
      error,
    );
  return new StoreProblem(
    'damaged',
    `The records in ${path} are damaged (${code}): restore the data folder from a copy, or start over with --fresh.`,
    error,
  );
};

/** Opens the database once and reads all of it: dynalite would only tell of damage by ending the process, later. */
export const assertReadableRecords = async (path: string): Promise<void> => {
  try {
    const { db } = create({ path });
    await db.open();
    try {
      for await (const [, value] of db.iterator())
        if (typeof value !== 'object') throw new Error('not an item');
    } finally {
      await db.close();
    }
  } catch (error) {
    throw problemOfRecords(path, error);
  }
};

const refusal = JSON.stringify({
  __type: 'com.amazon.coral.service#InvalidSignatureException',
  message: 'The request signature we calculated does not match the signature you provided.',
});

const wholeRequest = (message: IncomingMessage, body: Buffer): IncomingMessage => {
  const { method, url, headers } = message;
  return Object.assign(Readable.from([body]), { method, url, headers }) as unknown as IncomingMessage;
};

const guarded =
  (handle: RequestListener, credentials: Credentials): RequestListener =>
  (message, response) => {
    const serve = async (): Promise<void> => {
      const body = await readBody(message, maxRequestBytes);
      if (body === null) return void response.writeHead(413).end();
      const { method = '', url = '', headers } = message;
      const request = { method, url, headers, payloadHash: sha256Hex(body) };
      if (verifySignature(request, credentials, 'dynamodb') === 'valid')
        return handle(wholeRequest(message, body), response);
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(refusal);
    };
    serve().catch(() => response.destroy()); // the caller has gone, or sent no readable URL
  };

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const createTable = async (port: number, credentials: Credentials, table: string): Promise<void> => {
  const body = JSON.stringify({
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'PK', KeyType: 'HASH' },
      { AttributeName: 'SK', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'PK', AttributeType: 'S' },
      { AttributeName: 'SK', AttributeType: 'S' },
    ],
  });
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    host: `127.0.0.1:${port}`,
    'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
    'x-amz-target': 'DynamoDB_20120810.CreateTable',
  };
  const scope = { region, service: 'dynamodb', signedHeaders: Object.keys(headers) };
  const request = { method: 'POST', url: '/', headers, payloadHash: sha256Hex(body) };
  const signature = signatureOf(request, credentials.secretAccessKey, scope);
  const credential = `${credentials.accessKeyId}/${headers['x-amz-date'].slice(0, 8)}/${region}/dynamodb/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${scope.signedHeaders.join(';')}, Signature=${signature}`;
  const answer = await fetch(`http://${headers.host}/`, {
    method: 'POST',
    headers: { ...headers, authorization },
    body,
  });
  const text = await answer.text();
  if (!answer.ok && !text.includes('ResourceInUseException'))
    throw new Error(`The table ${table} could not be made: ${answer.status} ${text}`);
};

export interface ListeningStore {
  readonly port: number;
  close(): Promise<void>;
}

export const startDynalite = async (options: {
  readonly path: string;
  readonly credentials: Credentials;
}): Promise<ListeningStore> => {
  const { path, credentials } = options;
  const server = dynalite({ path, createTableMs: 0 });
  const handle = server.listeners('request')[0] as RequestListener;
  server.removeAllListeners('request').on('request', guarded(handle, credentials));
  server.keepAliveTimeout = 120_000;
  const port = await listen(server);
  for (const table of [recordsTable, alertsTable]) await createTable(port, credentials, table);
  return {
    port,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
};
