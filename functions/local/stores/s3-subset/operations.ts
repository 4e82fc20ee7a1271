/** The operations on the objects of a bucket, each from a verified request to its answer. */
import type { IncomingHttpHeaders } from 'node:http';
import { queryPairs } from '../signature-v4.ts';
import type { FolderObject, ObjectFolder } from './object-folder.ts';
import { crc32Base64 } from './payload.ts';
import { noSuchKey, notImplemented, preconditionFailed, S3Problem } from './s3-problem.ts';

export interface S3Request {
  readonly method: string;
  readonly url: string;
  readonly key: string;
  readonly headers: IncomingHttpHeaders;
  readonly payload: Buffer;
}
export interface S3Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** What the operations understand. Anything else that could change what a request means is answered with 501. */
const understoodHeaders = new Set([
  'x-amz-date',
  'x-amz-content-sha256',
  'x-amz-user-agent',
  'x-amz-checksum-mode',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-trailer',
  'x-amz-decoded-content-length',
]);
const understoodPrefixes = ['x-amz-meta-', 'x-amz-checksum-'];

const maxKeyBytes = 1024;
const maxUserMetadataBytes = 2048;

export const refuseWhatIsNotUnderstood = (request: S3Request, understoodQuery: readonly string[]): void => {
  for (const name of Object.keys(request.headers)) {
    const understood =
      understoodHeaders.has(name) || understoodPrefixes.some((prefix) => name.startsWith(prefix));
    if (name.startsWith('x-amz-') && !understood) throw notImplemented(`the header ${name}`);
  }
  for (const [name] of queryPairs(request.url))
    if (name !== 'x-id' && !understoodQuery.includes(name)) throw notImplemented(`the parameter ${name}`);
};

const assertKey = (key: string): void => {
  if (Buffer.byteLength(key) > maxKeyBytes)
    throw new S3Problem(400, 'KeyTooLongError', 'Your key is too long.');
};

const userMetadata = (headers: IncomingHttpHeaders): Record<string, string> => {
  const prefix = 'x-amz-meta-';
  const own = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  const user = Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), String(value)]));
  if (Buffer.byteLength(JSON.stringify(user)) > maxUserMetadataBytes)
    throw new S3Problem(
      400,
      'MetadataTooLarge',
      'Your metadata headers exceed the maximum allowed metadata size.',
    );
  return user;
};

const contentEncoding = (headers: IncomingHttpHeaders): string =>
  (headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== 'aws-chunked')
    .join(', ');

const assertWritable = (headers: IncomingHttpHeaders, standing: FolderObject | null): void => {
  const ifNoneMatch = headers['if-none-match'];
  const ifMatch = headers['if-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*')
    throw notImplemented('If-None-Match with an ETag on writes');
  if (ifNoneMatch === '*' && standing !== null) throw preconditionFailed();
  if (ifMatch === undefined) return;
  if (standing === null) throw noSuchKey();
  if (ifMatch !== '*' && unquoted(ifMatch) !== unquoted(standing.etag)) throw preconditionFailed();
};

const unquoted = (etag: string): string => etag.trim().replace(/^(?:W\/)?"?|"$/g, '');

const matches = (list: string, etag: string): boolean =>
  list.trim() === '*' || list.split(',').some((one) => unquoted(one) === unquoted(etag));

export const putObject = (objects: ObjectFolder, request: S3Request): S3Answer => {
  refuseWhatIsNotUnderstood(request, []);
  const { headers, key, payload } = request;
  assertKey(key);
  const user = userMetadata(headers);
  const encoding = contentEncoding(headers);
  const disposition = headers['content-disposition'];
  // From here to the end nothing else can run: reading what stands and replacing it are one step.
  const standing = objects.read(key);
  assertWritable(headers, standing);
  const crc32 = crc32Base64(payload);
  const object = {
    bytes: payload,
    contentType: headers['content-type'] ?? 'application/octet-stream',
    ...(headers['cache-control'] === undefined ? {} : { cacheControl: headers['cache-control'] }),
    ...(encoding === '' ? {} : { contentEncoding: encoding }),
    ...(disposition === undefined ? {} : { contentDisposition: disposition }),
    user,
    crc32,
  };
  const etag = objects.write(key, object, standing);
  return {
    status: 200,
    headers: { etag, 'x-amz-checksum-crc32': crc32, 'x-amz-checksum-type': 'FULL_OBJECT' },
    body: '',
  };
};

const headersOf = (object: FolderObject): Record<string, string> => ({
  etag: object.etag,
  'content-type': object.contentType,
  'last-modified': object.modifiedAt.toUTCString(),
  'accept-ranges': 'bytes',
  ...(object.cacheControl === undefined ? {} : { 'cache-control': object.cacheControl }),
  ...(object.contentEncoding === undefined ? {} : { 'content-encoding': object.contentEncoding }),
  ...(object.contentDisposition === undefined ? {} : { 'content-disposition': object.contentDisposition }),
  ...Object.fromEntries(Object.entries(object.user).map(([name, value]) => [`x-amz-meta-${name}`, value])),
});

interface Span {
  readonly first: number;
  readonly last: number;
}

/** One range of bytes; `null` for none, several or a form that HTTP tells servers to overlook. */
const spanOf = (range: string | undefined, size: number): Span | null => {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < first) return null;
  if (first >= size) throw new S3Problem(416, 'InvalidRange', 'The requested range is not satisfiable');
  return { first, last };
};

export const getObject = (objects: ObjectFolder, request: S3Request): S3Answer => {
  refuseWhatIsNotUnderstood(request, []);
  const { headers, key } = request;
  assertKey(key);
  const object = objects.read(key);
  if (object === null) throw noSuchKey();
  if (headers['if-match'] !== undefined && !matches(headers['if-match'], object.etag))
    throw preconditionFailed();
  const common = headersOf(object);
  if (headers['if-none-match'] !== undefined && matches(headers['if-none-match'], object.etag))
    return { status: 304, headers: common, body: '' };
  const span = spanOf(headers.range, object.bytes.length);
  if (span !== null) {
    const body = object.bytes.subarray(span.first, span.last + 1);
    const range = `bytes ${span.first}-${span.last}/${object.bytes.length}`;
    return { status: 206, headers: { ...common, 'content-range': range }, body };
  }
  const checksum = headers['x-amz-checksum-mode'] === 'ENABLED' ? object.crc32 : undefined;
  return {
    status: 200,
    headers:
      checksum === undefined
        ? common
        : { ...common, 'x-amz-checksum-crc32': checksum, 'x-amz-checksum-type': 'FULL_OBJECT' },
    body: object.bytes,
  };
};

export const deleteObject = (objects: ObjectFolder, request: S3Request): S3Answer => {
  refuseWhatIsNotUnderstood(request, []);
  if (request.headers['if-match'] !== undefined) throw notImplemented('conditional deletes');
  assertKey(request.key);
  objects.remove(request.key);
  return { status: 204, headers: {}, body: '' };
};
