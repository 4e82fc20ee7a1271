/** The body of a request: unwrapped from its chunks, and equal to what its headers and trailer promise. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { sha256Hex } from '../signature-v4.ts';
import { notImplemented, S3Problem } from './s3-problem.ts';

const chunkedWithTrailer = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

const badDigest = (name: string): S3Problem =>
  new S3Problem(400, 'BadDigest', `The ${name} you specified did not match what we received.`);
const malformedChunks = (): S3Problem =>
  new S3Problem(400, 'IncompleteBody', 'The request body is not well-formed aws-chunked content.');

export const crc32Base64 = (bytes: Uint8Array): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString('base64');
};

const digests: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'content-md5': (bytes) => createHash('md5').update(bytes).digest('base64'),
  'x-amz-checksum-crc32': crc32Base64,
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
};

/** Names beginning `x-amz-checksum-` that state no checksum. */
const notChecksums = new Set(['x-amz-checksum-mode', 'x-amz-checksum-algorithm']);

const verifyDigest = (name: string, stated: string, bytes: Uint8Array): void => {
  const digest = digests[name];
  if (digest === undefined) throw notImplemented(`the checksum ${name}`);
  if (digest(bytes) !== stated) throw badDigest(name);
};

interface Unchunked {
  readonly bytes: Buffer;
  readonly trailer: ReadonlyMap<string, string>;
}

const lineEnd = (raw: Buffer, from: number): number => {
  const end = raw.indexOf('\r\n', from, 'latin1');
  if (end < 0) throw malformedChunks();
  return end;
};

const readTrailer = (raw: Buffer, from: number): ReadonlyMap<string, string> => {
  const trailer = new Map<string, string>();
  for (let at = from; at < raw.length; ) {
    const end = lineEnd(raw, at);
    const line = raw.toString('latin1', at, end);
    if (line === '') return end + 2 === raw.length ? trailer : fail();
    const colon = line.indexOf(':');
    if (colon < 1) throw malformedChunks();
    trailer.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
    at = end + 2;
  }
  return trailer;
};

const fail = (): never => {
  throw malformedChunks();
};

const unchunk = (raw: Buffer): Unchunked => {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = lineEnd(raw, at);
    const size = raw.toString('latin1', at, end);
    if (!/^[0-9a-fA-F]{1,8}$/.test(size)) throw malformedChunks();
    const from = end + 2;
    const to = from + Number.parseInt(size, 16);
    if (to === from) return { bytes: Buffer.concat(chunks), trailer: readTrailer(raw, from) };
    if (raw.toString('latin1', to, to + 2) !== '\r\n') throw malformedChunks();
    chunks.push(raw.subarray(from, to));
    at = to + 2;
  }
};

const verifyTrailer = (headers: IncomingHttpHeaders, unchunked: Unchunked): void => {
  const announced = headers['x-amz-trailer'];
  if (typeof announced !== 'string' || !unchunked.trailer.has(announced.toLowerCase()))
    throw malformedChunks();
  for (const [name, stated] of unchunked.trailer) verifyDigest(name, stated, unchunked.bytes);
  if (headers['x-amz-decoded-content-length'] !== String(unchunked.bytes.length)) throw malformedChunks();
};

/** The bytes that a request means to send; throws when they are not the ones that it describes. */
export const verifiedPayload = (headers: IncomingHttpHeaders, raw: Buffer): Buffer => {
  const stated = headers['x-amz-content-sha256'];
  if (typeof stated !== 'string')
    throw new S3Problem(400, 'InvalidRequest', 'x-amz-content-sha256 is missing.');
  let bytes = raw;
  if (stated === chunkedWithTrailer) {
    const unchunked = unchunk(raw);
    verifyTrailer(headers, unchunked);
    bytes = unchunked.bytes;
  } else if (stated.startsWith('STREAMING-')) throw notImplemented(`payloads of kind ${stated}`);
  else if (stated !== 'UNSIGNED-PAYLOAD' && stated !== sha256Hex(raw))
    throw new S3Problem(400, 'XAmzContentSHA256Mismatch', 'The body is not the one that was signed.');
  for (const [name, value] of Object.entries(headers)) {
    const statesChecksum = name === 'content-md5' || name.startsWith('x-amz-checksum-');
    if (statesChecksum && !notChecksums.has(name)) verifyDigest(name, String(value), bytes);
  }
  return bytes;
};
