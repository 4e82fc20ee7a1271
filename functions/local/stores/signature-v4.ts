/** AWS Signature Version 4 in the Authorization header: the same check for both embedded stores. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface SignedRequest {
  readonly method: string;
  /** Path and query as they came over the wire. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** What the signature covers in place of the body: its SHA-256 in hexadecimal, or the name of an unsigned mode. */
  readonly payloadHash: string;
}

export type SignatureVerdict = 'valid' | 'missing' | 'malformed' | 'unknown-key' | 'expired' | 'mismatch';

/** AWS refuses what is older or newer than a quarter of an hour. */
const toleranceMs = 15 * 60 * 1000;

const header = (headers: IncomingHttpHeaders, name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replace(/ +/g, ' ');
};

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The key of a day, region and service, kept: every request of a day is signed with it. */
const signingKeys = new Map<string, Buffer>();
const MOST_KEPT = 100;

const signingKey = (secretAccessKey: string, scope: readonly string[]): Buffer => {
  const name = [secretAccessKey, ...scope].join('/');
  const kept = signingKeys.get(name);
  if (kept) return kept;
  const [day = '', ...rest] = scope;
  const key = rest.reduce(hmac, hmac(`AWS4${secretAccessKey}`, day));
  if (signingKeys.size >= MOST_KEPT) signingKeys.clear();
  signingKeys.set(name, key);
  return key;
};

export const sha256Hex = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Percent-encoding by AWS's rule: everything but letters, digits and `-_.~`. */
export const encodeUri = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The name and value pairs of a query, decoded; throws URIError on a broken escape. */
export const queryPairs = (url: string): readonly (readonly [string, string])[] => {
  const at = url.indexOf('?');
  if (at < 0) return [];
  return url
    .slice(at + 1)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const name = equals < 0 ? part : part.slice(0, equals);
      return [
        decodeURIComponent(name),
        equals < 0 ? '' : decodeURIComponent(part.slice(equals + 1)),
      ] as const;
    });
};

/** The path as it came, decoded once and never normalised: `..` stays two dots. */
export const decodedPath = (url: string): string => decodeURIComponent(url.split('?', 1)[0] ?? '');

const canonicalQuery = (url: string): string =>
  queryPairs(url)
    .map(([name, value]) => `${encodeUri(name)}=${encodeUri(value)}`)
    .sort()
    .join('&');

const canonicalRequest = (request: SignedRequest, signedHeaders: readonly string[]): string =>
  [
    request.method,
    decodedPath(request.url).split('/').map(encodeUri).join('/'),
    canonicalQuery(request.url),
    ...signedHeaders.map((name) => `${name}:${header(request.headers, name)}`),
    '',
    signedHeaders.join(';'),
    request.payloadHash,
  ].join('\n');

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

const instantOf = (amzDate: string): number => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate);
  if (parts === null) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

/** The signature that a holder of the secret gives to a text, such as a policy; the scope is day, region and service. */
export const signatureOfText = (text: string, secretAccessKey: string, scope: readonly string[]): string =>
  hmac(signingKey(secretAccessKey, [...scope, 'aws4_request']), text).toString('hex');

/** Whether two signatures in hexadecimal are one, in a time that says nothing of where they differ. */
export const sameSignature = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The signature that a holder of the secret gives to this request. */
export const signatureOf = (
  request: SignedRequest,
  secretAccessKey: string,
  scope: { readonly region: string; readonly service: string; readonly signedHeaders: readonly string[] },
): string => {
  const amzDate = header(request.headers, 'x-amz-date');
  const path = [amzDate.slice(0, 8), scope.region, scope.service, 'aws4_request'];
  const canonical = sha256Hex(canonicalRequest(request, scope.signedHeaders));
  const text = ['AWS4-HMAC-SHA256', amzDate, path.join('/'), canonical].join('\n');
  return signatureOfText(text, secretAccessKey, path.slice(0, 3));
};

/** Headers that change what a request means must be under the signature. */
const mustBeSigned = (name: string): boolean => name === 'host' || name.startsWith('x-amz-');

/** Whether the holder of the one credential signed just this request, lately. */
export const verifySignature = (
  request: SignedRequest,
  credentials: Credentials,
  service: 's3' | 'dynamodb',
): SignatureVerdict => {
  const written = request.headers.authorization;
  if (written === undefined) return 'missing';
  const [, keyId = '', day = '', region = '', signedService, names = '', signature = ''] =
    authorization.exec(written) ?? [];
  const amzDate = header(request.headers, 'x-amz-date');
  const signedHeaders = names.split(';');
  if (signature === '' || signedService !== service || day !== amzDate.slice(0, 8)) return 'malformed';
  if (Object.keys(request.headers).some((name) => mustBeSigned(name) && !signedHeaders.includes(name)))
    return 'malformed';
  if (keyId !== credentials.accessKeyId) return 'unknown-key';
  if (!(Math.abs(Date.now() - instantOf(amzDate)) <= toleranceMs)) return 'expired';
  const expected = signatureOf(request, credentials.secretAccessKey, { region, service, signedHeaders });
  return sameSignature(expected, signature) ? 'valid' : 'mismatch';
};
