/**
 * A file that a browser posts as a form. Fields come first and decide; then the bytes go to disk while they are counted and hashed, and
 * become an object only once the whole request is in. Whatever ends before that, at any byte, leaves nothing.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Credentials } from '../signature-v4.ts';
import type { S3Answer } from './operations.ts';
import { type FormFields, permittedUpload, refuseOtherFields, type SizeRange } from './post-policy.ts';
import { S3Problem, xmlText } from './s3-problem.ts';
import { isPlainKey, type UnfinishedUpload, type UploadFolder, type UploadVersion } from './upload-folder.ts';

/** S3 takes 5 GB; no file of ours may be near this. */
const mostBytes = 64 * 1024 * 1024;
/** What S3 allows before the file. */
const mostFieldBytes = 20_000;

const badRequest = (code: string, message: string): S3Problem => new S3Problem(400, code, message);
const malformed = (): S3Problem =>
  badRequest('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');
const oneFile = (): S3Problem =>
  badRequest('InvalidArgument', 'POST requires exactly one file upload per request.');

/** Reads on so that the sender hears the answer, but not for ever. */
const drain = (message: IncomingMessage): void => {
  let bytes = 0;
  message.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > 2 * mostBytes) message.destroy();
  });
  message.resume();
};

const formParser = (message: IncomingMessage) => {
  const { headers } = message;
  try {
    if (/^multipart\/form-data\b/i.test(headers['content-type'] ?? ''))
      return new Busboy({
        headers: headers as BusboyHeaders,
        isPartAFile: (name) => name === 'file',
        limits: {
          fields: 50,
          files: 1,
          parts: 51,
          fieldSize: mostFieldBytes,
          headerPairs: 20,
          headerSize: 8192,
        },
      });
  } catch {
    // no boundary: told below
  }
  throw new S3Problem(
    412,
    'PreconditionFailed',
    'Bucket POST must be of the enclosure-type multipart/form-data',
  );
};

/** Notes fields in small letters; throws for what no form of ours holds. */
const fieldNotes = (bucket: string) => {
  const fields = new Map<string, string>();
  let bytes = 0;
  return {
    fields,
    add: (name: string, value: string, isCut: boolean): void => {
      const known = name.toLowerCase();
      bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
      if (isCut || bytes > mostFieldBytes)
        throw badRequest(
          'MaxPostPreDataLengthExceeded',
          'Your POST request fields preceding the upload file were too large.',
        );
      if (fields.has(known)) throw badRequest('InvalidArgument', `The field ${known} comes twice.`);
      fields.set(known, value);
    },
    /** The bucket of the address counts as a field, and a field may only say the same. */
    close: (): FormFields => {
      if ((fields.get('bucket') ?? bucket) !== bucket)
        throw badRequest('InvalidArgument', 'The bucket of the form is not the one of the address.');
      return fields.set('bucket', bucket);
    },
  };
};

/** Resolves when the whole request has been read; `take` is given the file once all fields before it are known. */
const readForm = <T>(
  message: IncomingMessage,
  bucket: string,
  take: (fields: FormFields, file: Readable) => Promise<T>,
): Promise<T> => {
  const parser = formParser(message);
  const notes = fieldNotes(bucket);
  return new Promise<T>((resolve, reject) => {
    let file: Readable | undefined;
    let taken: Promise<T> | undefined;
    let isParsed = false;
    let isWhole = false;
    let isOver = false;
    const fail = (cause: unknown): void => {
      if (isOver) return;
      isOver = true;
      message.unpipe(parser);
      drain(message);
      reject(cause);
      file?.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    };
    const end = (): void => {
      if (!isParsed || !isWhole) return;
      if (taken === undefined) fail(oneFile());
      else taken.then(resolve, fail);
    };
    parser.on('field', (name, value, _nameIsCut, isCut) => {
      try {
        if (taken !== undefined)
          throw badRequest('InvalidArgument', 'The file must be the last field of the form.');
        notes.add(name, value, isCut);
      } catch (problem) {
        fail(problem);
      }
    });
    parser.on('file', (_name, stream) => {
      file = stream;
      stream.on('error', () => {}); // told by what reads it
      try {
        taken = take(notes.close(), stream);
        taken.catch(fail);
      } catch (problem) {
        fail(problem);
      }
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      parser.on(limit, () => fail(limit === 'fieldsLimit' ? malformed() : oneFile()));
    parser.on('error', () => fail(malformed()));
    parser.on('finish', () => {
      isParsed = true;
      end();
    });
    message.on('end', () => {
      isWhole = true;
      end();
    });
    message.on('error', fail);
    message.on('close', () => {
      if (!isWhole) fail(new Error('The sender hung up.'));
    });
    message.pipe(parser);
  });
};

interface Taken {
  readonly fields: FormFields;
  readonly size: number;
  /** Base64. */
  readonly sha256: string;
}

const tooSmall = (): S3Problem =>
  badRequest('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed object size.');
const tooLarge = (): S3Problem =>
  badRequest('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');

/** To disk, never more than is permitted. */
const writeFile = async (file: Readable, upload: UnfinishedUpload, { least, most }: SizeRange) => {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    file,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > most) throw tooLarge();
        hash.update(chunk);
        yield chunk;
      }
    },
    upload.bytes,
  );
  if (size < least) throw tooSmall();
  return { size, sha256: hash.digest('base64') };
};

const assertKeyAndChecksum = ({ fields, sha256 }: Taken): void => {
  if (!isPlainKey(fields.get('key') ?? ''))
    throw new S3Problem(501, 'NotImplemented', 'This store takes uploads under plain keys only.');
  const stated = fields.get('x-amz-checksum-sha256');
  if (stated !== undefined && stated !== sha256)
    throw badRequest('BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
};

const created = (bucket: string, { fields }: Taken, { id, sha256 }: UploadVersion): S3Answer => {
  const status = Number(fields.get('success_action_status') ?? 204);
  const key = fields.get('key') ?? '';
  const etag = uploadEtag(sha256);
  const headers = { etag, location: `/${bucket}/${key}`, 'x-amz-version-id': id };
  if (status !== 200 && status !== 201) return { status: 204, headers, body: '' };
  if (status === 200) return { status, headers, body: '' };
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<PostResponse><Location>/${bucket}/${xmlText(key)}</Location><Bucket>${bucket}</Bucket><Key>${xmlText(key)}</Key><ETag>${xmlText(etag)}</ETag></PostResponse>`;
  return { status, headers: { ...headers, 'content-type': 'application/xml' }, body };
};

/** Any text that says the content will do; S3's is an MD5. */
export const uploadEtag = (sha256: string): string =>
  `"${Buffer.from(sha256, 'base64').toString('hex').slice(0, 32)}"`;

/** Takes one posted file, or throws an `S3Problem` and has kept nothing. */
export const receiveForm = async (
  message: IncomingMessage,
  to: { readonly bucket: string; readonly uploads: UploadFolder; readonly credentials: Credentials },
): Promise<S3Answer> => {
  let upload: UnfinishedUpload | undefined;
  try {
    const taken = await readForm(message, to.bucket, async (fields, file): Promise<Taken> => {
      const range = permittedUpload(fields, { credentials: to.credentials, now: new Date(), mostBytes });
      refuseOtherFields(fields);
      upload = to.uploads.begin();
      return { fields, ...(await writeFile(file, upload, range)) };
    });
    assertKeyAndChecksum(taken);
    if (upload === undefined) throw oneFile();
    const { size, sha256, fields } = taken;
    const contentType = fields.get('content-type') ?? 'binary/octet-stream';
    const version = await upload.keep(fields.get('key') ?? '', { size, sha256, contentType });
    return created(to.bucket, taken, version);
  } catch (problem) {
    await upload?.abandon();
    throw problem;
  }
};
