import { encodeUri, queryPairs } from '../signature-v4.ts';
import type { ObjectFolder } from './object-folder.ts';
import { refuseWhatIsNotUnderstood, type S3Answer, type S3Request } from './operations.ts';
import { notImplemented, S3Problem, xmlText } from './s3-problem.ts';

const understood = [
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
];

const maxPage = 1000;

type Entry = { readonly kind: 'key' | 'prefix'; readonly name: string };

const isAfter = (name: string, mark: string): boolean =>
  Buffer.compare(Buffer.from(name), Buffer.from(mark)) > 0;

const tokenOf = (entry: Entry): string => Buffer.from(JSON.stringify(entry)).toString('base64url');

const entryOfToken = (token: string): Entry => {
  try {
    const entry: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof entry === 'object' && entry !== null && 'name' in entry && 'kind' in entry) {
      const { kind, name } = entry;
      if (typeof name === 'string' && (kind === 'key' || kind === 'prefix')) return { kind, name };
    }
  } catch {
    // told below, like any other token that is not ours
  }
  throw new S3Problem(400, 'InvalidArgument', 'The continuation token provided is incorrect');
};

/** Keys that share their text up to the delimiter become one entry, at the place of the first of them. */
const entriesOf = (keys: readonly string[], prefix: string, delimiter: string): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const key of keys) {
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    if (at < 0) entries.push({ kind: 'key', name: key });
    else {
      const name = key.slice(0, at + delimiter.length);
      if (entries.at(-1)?.name !== name || entries.at(-1)?.kind !== 'prefix')
        entries.push({ kind: 'prefix', name });
    }
  }
  return entries;
};

const isBeyond = (entry: Entry, last: Entry): boolean =>
  isAfter(entry.name, last.name) ||
  (entry.name === last.name && last.kind !== entry.kind && last.kind === 'key');

export const pageSize = (written: string | undefined): number => {
  if (written === undefined) return maxPage;
  if (!/^\d{1,9}$/.test(written))
    throw new S3Problem(400, 'InvalidArgument', 'Provided max-keys is not a whole number');
  return Math.min(maxPage, Number(written));
};

export const element = (name: string, value: string | number | boolean): string =>
  `<${name}>${xmlText(String(value))}</${name}>`;

/** ListObjectsV2. */
export const listObjects = (
  objects: ObjectFolder,
  request: S3Request & { readonly bucket: string },
): S3Answer => {
  refuseWhatIsNotUnderstood(request, understood);
  const query = new Map(queryPairs(request.url));
  if (query.get('list-type') !== '2') throw notImplemented('listing other than ListObjectsV2');
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = pageSize(query.get('max-keys'));
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  const name = (text: string): string => (query.get('encoding-type') === 'url' ? encodeUri(text) : text);

  const keys = objects.keys(prefix).filter((key) => isAfter(key, startAfter));
  const last = token === undefined ? null : entryOfToken(token);
  const open = entriesOf(keys, prefix, delimiter).filter((entry) => last === null || isBeyond(entry, last));
  const page = open.slice(0, limit);
  const end = page.at(-1);
  const isTruncated = end !== undefined && open.length > page.length;

  const contents = page.map((entry) => {
    if (entry.kind === 'prefix')
      return `<CommonPrefixes>${element('Prefix', name(entry.name))}</CommonPrefixes>`;
    const object = objects.look(entry.name);
    if (object === null) return '';
    const known = [
      element('Key', name(entry.name)),
      element('LastModified', object.modifiedAt.toISOString()),
      element('ETag', object.etag),
      element('Size', object.size),
      element('StorageClass', 'STANDARD'),
    ];
    return `<Contents>${known.join('')}</Contents>`;
  });
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    element('Name', request.bucket),
    element('Prefix', name(prefix)),
    delimiter === '' ? '' : element('Delimiter', name(delimiter)),
    element('MaxKeys', limit),
    element('KeyCount', page.length),
    element('IsTruncated', isTruncated),
    isTruncated ? element('NextContinuationToken', tokenOf(end)) : '',
    query.has('encoding-type') ? element('EncodingType', 'url') : '',
    ...contents,
    '</ListBucketResult>',
  ].join('');
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
};
