/** A small part of S3 on disk: it verifies signatures, checksums and conditions, and answers 501 to whatever it does not do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  type Credentials,
  decodedPath,
  queryPairs,
  type SignatureVerdict,
  verifySignature,
} from '../signature-v4.ts';
import { corsHeaders, preflight } from './cors.ts';
import { receiveForm } from './form-upload.ts';
import { listObjects } from './list-objects.ts';
import type { ObjectFolder } from './object-folder.ts';
import { deleteObject, getObject, putObject, type S3Answer, type S3Request } from './operations.ts';
import { verifiedPayload } from './payload.ts';
import { notImplemented, problemXml, S3Problem } from './s3-problem.ts';
import type { UploadFolder } from './upload-folder.ts';
import { operateOnUploads } from './upload-operations.ts';

export interface Buckets {
  readonly objects: ReadonlyMap<string, ObjectFolder>;
  /** Versioned; browsers post files to these. */
  readonly uploads: ReadonlyMap<string, UploadFolder>;
  /** Whose pages may post there; grows once the portal listens. */
  readonly postingOrigins: ReadonlySet<string>;
}

/** No published file is near this; S3 itself takes 5 GB in one request. */
const maxBodyBytes = 64 * 1024 * 1024;

const refusals: Readonly<Record<Exclude<SignatureVerdict, 'valid'>, S3Problem>> = {
  missing: new S3Problem(403, 'AccessDenied', 'Access Denied'),
  malformed: new S3Problem(
    400,
    'AuthorizationHeaderMalformed',
    'The authorization header you provided is invalid.',
  ),
  'unknown-key': new S3Problem(
    403,
    'InvalidAccessKeyId',
    'The access key ID you provided does not exist here.',
  ),
  expired: new S3Problem(
    403,
    'RequestTimeTooSkewed',
    'The time of the request differs too much from our clock.',
  ),
  mismatch: new S3Problem(403, 'SignatureDoesNotMatch', 'The signature we calculated does not match yours.'),
};

export const readBody = async (request: IncomingMessage, maxBytes: number): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes <= maxBytes) chunks.push(chunk as Buffer);
  }
  return bytes > maxBytes ? null : Buffer.concat(chunks);
};

const addressOf = (url: string): { readonly bucket: string; readonly key: string } => {
  try {
    queryPairs(url);
    const [, bucket = '', ...rest] = decodedPath(url).split('/');
    return { bucket, key: rest.join('/') };
  } catch {
    throw new S3Problem(400, 'InvalidURI', 'Could not parse the specified URI.');
  }
};

const operate = (objects: ObjectFolder, request: S3Request & { readonly bucket: string }): S3Answer => {
  if (request.key === '') {
    if (request.method === 'GET') return listObjects(objects, request);
    throw notImplemented(`${request.method} on a bucket`);
  }
  if (request.method === 'PUT') return putObject(objects, request);
  if (request.method === 'GET' || request.method === 'HEAD') return getObject(objects, request);
  if (request.method === 'DELETE') return deleteObject(objects, request);
  throw notImplemented(`${request.method} on an object`);
};

interface ServerOptions {
  readonly buckets: Buckets;
  readonly credentials: Credentials;
}

const answerTo = async (
  { buckets, credentials }: ServerOptions,
  message: IncomingMessage,
): Promise<S3Answer> => {
  const raw = await readBody(message, maxBodyBytes);
  const { method = '', url = '', headers } = message;
  const address = addressOf(url);
  const payloadHash = String(headers['x-amz-content-sha256'] ?? '');
  const verdict = verifySignature({ method, url, headers, payloadHash }, credentials, 's3');
  if (verdict !== 'valid') throw refusals[verdict];
  if (raw === null)
    throw new S3Problem(400, 'EntityTooLarge', `At most ${maxBodyBytes} bytes are taken at once.`);
  const request = { method, url, headers, ...address, payload: verifiedPayload(headers, raw) };
  const uploads = buckets.uploads.get(address.bucket);
  if (uploads !== undefined) return operateOnUploads(uploads, request);
  const objects = buckets.objects.get(address.bucket);
  if (objects === undefined) throw new S3Problem(404, 'NoSuchBucket', 'The specified bucket does not exist');
  return operate(objects, request);
};

/** A form has its signature within, so it is not read like the rest; `null` for what is no form. */
const formTarget = (buckets: Buckets, { method, url = '' }: IncomingMessage) => {
  if (method !== 'POST' && method !== 'OPTIONS') return null;
  const { bucket, key } = addressOf(url);
  const uploads = buckets.uploads.get(bucket);
  return uploads === undefined || key !== '' || url.includes('?') ? null : { bucket, uploads };
};

const answerToForm = async (
  { buckets, credentials }: ServerOptions,
  message: IncomingMessage,
  target: { readonly bucket: string; readonly uploads: UploadFolder },
): Promise<S3Answer> => {
  if (message.method === 'OPTIONS') return preflight(message, buckets.postingOrigins);
  const answer = await receiveForm(message, { ...target, credentials }).catch((problem: unknown) =>
    answerOfProblem(problem, message.url ?? ''),
  );
  return { ...answer, headers: { ...answer.headers, ...corsHeaders(message, buckets.postingOrigins) } };
};

const answer = async (options: ServerOptions, message: IncomingMessage): Promise<S3Answer> => {
  const target = formTarget(options.buckets, message);
  return target === null ? answerTo(options, message) : answerToForm(options, message, target);
};

const answerOfProblem = (error: unknown, url: string): S3Answer => {
  const problem =
    error instanceof S3Problem
      ? error
      : new S3Problem(500, 'InternalError', `The store failed: ${String(error)}`);
  return {
    status: problem.status,
    headers: { 'content-type': 'application/xml' },
    body: problemXml(problem, url),
  };
};

const send = (message: IncomingMessage, response: ServerResponse, answer: S3Answer): void => {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const bare = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, {
    ...(bare ? {} : { 'content-length': body.length }),
    ...answer.headers,
  });
  response.end(bare || message.method === 'HEAD' ? undefined : body);
};

/** An hour for a whole request: 50 MB on a slow line. */
const requestMs = 60 * 60 * 1000;

export const s3Server = (options: ServerOptions): Server => {
  const server = createServer({ requestTimeout: requestMs }, (message, response) => {
    answer(options, message)
      .catch((error: unknown) => answerOfProblem(error, message.url ?? ''))
      .then((given) => send(message, response, given))
      .catch(() => response.destroy()); // the caller has gone
  });
  // Longer than any client keeps an idle connection: a server that hangs up first makes the client's next request fail.
  server.keepAliveTimeout = 120_000;
  return server;
};
