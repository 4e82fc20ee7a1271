/** What signed callers do with posted files: list their versions, look at one, read it, take it away. */
import { buffer } from 'node:stream/consumers';
import { encodeUri, queryPairs } from '../signature-v4.ts';
import { uploadEtag } from './form-upload.ts';
import { element } from './list-objects.ts';
import { refuseWhatIsNotUnderstood, type S3Answer, type S3Request } from './operations.ts';
import { noSuchKey, notImplemented, S3Problem } from './s3-problem.ts';
import { isPlainKey, type UploadFolder, type UploadVersion } from './upload-folder.ts';

type BucketRequest = S3Request & { readonly bucket: string };

/** No caller of ours meets more versions than fit on a page; one who could would have to be told. */
const maxPage = 1000;

const listVersions = async (uploads: UploadFolder, request: BucketRequest): Promise<S3Answer> => {
  refuseWhatIsNotUnderstood(request, ['versions', 'prefix', 'encoding-type']);
  const query = new Map(queryPairs(request.url));
  if (!query.has('versions')) throw notImplemented(`${request.method} on a bucket of uploads`);
  const prefix = query.get('prefix') ?? '';
  const name = (text: string): string => (query.get('encoding-type') === 'url' ? encodeUri(text) : text);
  const entries: string[] = [];
  for (const key of await uploads.keys(prefix)) {
    const newestFirst = (await uploads.versions(key)).toReversed();
    for (const [index, version] of newestFirst.entries())
      entries.push(
        `<Version>${[
          element('Key', name(key)),
          element('VersionId', version.id),
          element('IsLatest', index === 0),
          element('LastModified', secondOf(version).toISOString()),
          element('ETag', uploadEtag(version.sha256)),
          element('Size', version.size),
          element('StorageClass', 'STANDARD'),
        ].join('')}</Version>`,
      );
  }
  if (entries.length > maxPage) throw notImplemented('lists of more than a page of versions');
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    element('Name', request.bucket),
    element('Prefix', name(prefix)),
    element('MaxKeys', maxPage),
    element('IsTruncated', false),
    query.has('encoding-type') ? element('EncodingType', 'url') : '',
    ...entries,
    '</ListVersionsResult>',
  ].join('');
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
};

/** S3 keeps whole seconds. */
const secondOf = ({ arrivedAt }: UploadVersion): Date =>
  new Date(Math.floor(Date.parse(arrivedAt) / 1000) * 1000);

const noSuchVersion = (): S3Problem =>
  new S3Problem(404, 'NoSuchVersion', 'The specified version does not exist.');

const findVersion = async (
  uploads: UploadFolder,
  { key }: S3Request,
  id: string | undefined,
): Promise<UploadVersion> => {
  const versions = isPlainKey(key) ? await uploads.versions(key) : [];
  const found = id === undefined ? versions.at(-1) : versions.find((version) => version.id === id);
  if (found === undefined) throw id === undefined ? noSuchKey() : noSuchVersion();
  return found;
};

const getVersion = async (
  uploads: UploadFolder,
  request: S3Request,
  id: string | undefined,
): Promise<S3Answer> => {
  if (request.headers.range !== undefined) throw notImplemented('ranges of uploads');
  const version = await findVersion(uploads, request, id);
  const headers = {
    etag: uploadEtag(version.sha256),
    'content-type': version.contentType,
    'last-modified': secondOf(version).toUTCString(),
    'x-amz-version-id': version.id,
    ...(request.headers['x-amz-checksum-mode'] === 'ENABLED'
      ? { 'x-amz-checksum-sha256': version.sha256, 'x-amz-checksum-type': 'FULL_OBJECT' }
      : {}),
  };
  if (request.method === 'HEAD')
    return { status: 200, headers: { ...headers, 'content-length': String(version.size) }, body: '' };
  return { status: 200, headers, body: await buffer(uploads.open(request.key, version.id)) };
};

const deleteVersion = async (
  uploads: UploadFolder,
  { key }: S3Request,
  id: string | undefined,
): Promise<S3Answer> => {
  if (id === undefined) throw notImplemented('delete markers');
  if (isPlainKey(key) && /^[0-9a-z]+$/.test(id)) await uploads.remove(key, id);
  return { status: 204, headers: { 'x-amz-version-id': id }, body: '' };
};

/** A signed request to a bucket of uploads. */
export const operateOnUploads = async (uploads: UploadFolder, request: BucketRequest): Promise<S3Answer> => {
  if (request.key === '') return listVersions(uploads, request);
  refuseWhatIsNotUnderstood(request, ['versionId']);
  const id = new Map(queryPairs(request.url)).get('versionId');
  if (request.method === 'GET' || request.method === 'HEAD') return getVersion(uploads, request, id);
  if (request.method === 'DELETE') return deleteVersion(uploads, request, id);
  throw notImplemented(`${request.method} on an upload; browsers post forms to the bucket`);
};
