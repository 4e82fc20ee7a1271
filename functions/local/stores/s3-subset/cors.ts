/** Pages of the portal post to another port, so their browser asks whether they may. */
import type { IncomingMessage } from 'node:http';
import type { S3Answer } from './operations.ts';
import { S3Problem } from './s3-problem.ts';

/** Empty for a page of any other origin: its browser then keeps the answer from it. */
export const corsHeaders = (
  { headers }: IncomingMessage,
  allowedOrigins: ReadonlySet<string>,
): Readonly<Record<string, string>> => {
  const { origin } = headers;
  if (origin === undefined || !allowedOrigins.has(origin)) return { vary: 'origin' };
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'etag, x-amz-version-id',
    vary: 'origin',
  };
};

/** A script that watches the progress of an upload makes the browser ask first. */
export const preflight = (message: IncomingMessage, allowedOrigins: ReadonlySet<string>): S3Answer => {
  const allowed = corsHeaders(message, allowedOrigins);
  const asks = message.headers['access-control-request-method'];
  if (allowed['access-control-allow-origin'] === undefined || asks !== 'POST')
    throw new S3Problem(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  return {
    status: 200,
    headers: {
      ...allowed,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': message.headers['access-control-request-headers'] ?? '',
      'access-control-max-age': '3000',
    },
    body: '',
  };
};
