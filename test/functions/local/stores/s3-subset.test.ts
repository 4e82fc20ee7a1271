import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runningStores, type TestStores } from '../../../contracts/running-stores.ts';
import { type RawRequest, rawS3 } from './raw-s3.ts';

let running: TestStores;
beforeAll(async () => {
  running = await runningStores();
});
afterAll(() => running.end());

const raw = (request: RawRequest) => rawS3(running.stores, request);
const put = (path: string, over: Partial<RawRequest> = {}) =>
  raw({ method: 'PUT', path, body: 'votes', ...over });
const bodyOf = async (path: string): Promise<string> => (await raw({ path })).body;

const crc32Of = (text: string): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(text));
  return sum.toString('base64');
};
const chunked = (text: string, trailer: string): string =>
  `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n${trailer}\r\n\r\n`;
const chunkedHeaders = (length: number): Record<string, string> => ({
  'content-encoding': 'aws-chunked',
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'x-amz-trailer': 'x-amz-checksum-crc32',
  'x-amz-decoded-content-length': String(length),
});

describe('signatures', () => {
  const nobody: readonly (readonly [string, Partial<RawRequest>, string])[] = [
    ['another secret', { secret: 'guess' }, 'SignatureDoesNotMatch'],
    ['a signature for another service', { service: 'dynamodb' }, 'AuthorizationHeaderMalformed'],
    ['no signature', { tamper: ({ headers }) => delete headers['authorization'] }, 'AccessDenied'],
    [
      'a changed path',
      { tamper: (sent) => Object.assign(sent, { path: '/public/tampered-elsewhere' }) },
      'SignatureDoesNotMatch',
    ],
    [
      'an added parameter',
      { tamper: (sent) => Object.assign(sent, { path: `${sent.path}?acl` }) },
      'SignatureDoesNotMatch',
    ],
    [
      'a changed signed header',
      {
        headers: { 'x-amz-meta-version': '1' },
        tamper: ({ headers }) => Object.assign(headers, { 'x-amz-meta-version': '9' }),
      },
      'SignatureDoesNotMatch',
    ],
    [
      'metadata added after signing',
      { tamper: ({ headers }) => Object.assign(headers, { 'x-amz-meta-version': '9' }) },
      'AuthorizationHeaderMalformed',
    ],
    [
      'a changed body of the same length',
      { tamper: (sent) => Object.assign(sent, { body: Buffer.from('VOTES') }) },
      'XAmzContentSHA256Mismatch',
    ],
    ['a request of yesterday', { signedAt: new Date(Date.now() - 86_400_000) }, 'RequestTimeTooSkewed'],
    [
      'garbage for a signature',
      { tamper: ({ headers }) => Object.assign(headers, { authorization: 'AWS4-HMAC-SHA256 x' }) },
      'AuthorizationHeaderMalformed',
    ],
  ];

  test.each(nobody)('%s is refused, and nothing is written', async (_, over, code) => {
    const answer = await put('/public/tampered', over);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.code).toBe(code);
    expect((await raw({ path: '/public/tampered' })).status).toBe(404);
    expect((await raw({ path: '/public/tampered-elsewhere' })).status).toBe(404);
  });
});

describe('checksums', () => {
  const wrong: readonly (readonly [string, Partial<RawRequest>, string])[] = [
    ['a wrong CRC32', { headers: { 'x-amz-checksum-crc32': crc32Of('other') } }, 'BadDigest'],
    ['a wrong SHA-256', { headers: { 'x-amz-checksum-sha256': 'AAAA' } }, 'BadDigest'],
    ['a wrong MD5', { headers: { 'content-md5': 'AAAA' } }, 'BadDigest'],
    ['a checksum it cannot compute', { headers: { 'x-amz-checksum-crc64nvme': 'AAAA' } }, 'NotImplemented'],
    [
      'a wrong CRC32 in the trailer',
      { headers: chunkedHeaders(5), body: chunked('votes', `x-amz-checksum-crc32:${crc32Of('other')}`) },
      'BadDigest',
    ],
    [
      'no CRC32 in the trailer',
      { headers: chunkedHeaders(5), body: chunked('votes', 'x-other:1') },
      'IncompleteBody',
    ],
    [
      'another length than announced',
      { headers: chunkedHeaders(6), body: chunked('votes', `x-amz-checksum-crc32:${crc32Of('votes')}`) },
      'IncompleteBody',
    ],
    ['a broken chunk', { headers: chunkedHeaders(5), body: 'zz\r\nvotes' }, 'IncompleteBody'],
    [
      'a chunk that ends early',
      { headers: chunkedHeaders(5), body: 'ff\r\nvotes\r\n0\r\n\r\n' },
      'IncompleteBody',
    ],
    [
      'signed chunks',
      { headers: { ...chunkedHeaders(5), 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' } },
      'NotImplemented',
    ],
  ];

  test.each(wrong)('%s is refused, and nothing is written', async (_, over, code) => {
    expect((await put('/public/checked', over)).code).toBe(code);
    expect((await raw({ path: '/public/checked' })).status).toBe(404);
  });

  test('a body in chunks is kept as the bytes in them', async () => {
    const body = `2\r\nvo\r\n3\r\ntes\r\n0\r\nx-amz-checksum-crc32:${crc32Of('votes')}\r\n\r\n`;
    const answer = await put('/public/chunks', { headers: chunkedHeaders(5), body });
    expect(answer).toMatchObject({ status: 200, headers: { 'x-amz-checksum-crc32': crc32Of('votes') } });
    const read = await raw({ path: '/public/chunks' });
    expect(read.body).toBe('votes');
    expect(read.headers['content-encoding']).toBeUndefined();
  });

  test('a stream of the SDK arrives whole, and its checksum comes back', async () => {
    const bytes = Buffer.alloc(300_000, 'Hong Kong ');
    const Key = 'streamed';
    await running.s3.send(
      new PutObjectCommand({
        Bucket: 'public',
        Key,
        Body: Readable.from([bytes]),
        ContentLength: bytes.length,
      }),
    );
    const answer = await running.s3.send(new GetObjectCommand({ Bucket: 'public', Key }));
    expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
    expect(answer.ChecksumCRC32).toBeDefined();
  });
});

describe('conditions', () => {
  test('a stale or foreign If-Match is 412 and changes nothing', async () => {
    const first = await put('/public/pointer', { body: 'one' });
    const old = { 'if-match': String(first.headers['etag']) };
    expect((await put('/public/pointer', { body: 'two', headers: old })).status).toBe(200);
    expect(await put('/public/pointer', { body: 'three', headers: old })).toMatchObject({
      status: 412,
      code: 'PreconditionFailed',
    });
    expect(await put('/public/nothing', { headers: old })).toMatchObject({ status: 404, code: 'NoSuchKey' });
    expect(await bodyOf('/public/pointer')).toBe('two');
  });

  test('of fifty racing writes with the same If-Match one wins', async () => {
    const first = await put('/public/race', { body: 'start' });
    const headers = { 'if-match': String(first.headers['etag']) };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => put('/public/race', { body: `racer ${n}`, headers })),
    );
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(await bodyOf('/public/race')).toBe(`racer ${answers.findIndex(({ status }) => status === 200)}`);
  });

  test('If-None-Match answers 304 to who has the object, and refuses to overwrite', async () => {
    const { headers } = await put('/public/cached');
    const etag = String(headers['etag']);
    const answer = await raw({ path: '/public/cached', headers: { 'if-none-match': `"x", W/${etag}` } });
    expect(answer).toMatchObject({ status: 304, body: '', headers: { etag } });
    expect((await raw({ path: '/public/cached', headers: { 'if-none-match': '"x"' } })).status).toBe(200);
    expect((await put('/public/cached', { headers: { 'if-none-match': '*' } })).status).toBe(412);
  });
});

describe('reading', () => {
  test.each([
    ['bytes=0-1', 206, 'vo', 'bytes 0-1/5'],
    ['bytes=3-', 206, 'es', 'bytes 3-4/5'],
    ['bytes=-2', 206, 'es', 'bytes 3-4/5'],
    ['bytes=2-99', 206, 'tes', 'bytes 2-4/5'],
    ['bytes=4-1', 200, 'votes', undefined],
    ['bytes=0-0,2-2', 200, 'votes', undefined],
  ])('the range %s gives %i', async (range, status, body, contentRange) => {
    await put('/public/ranged');
    const answer = await raw({ path: '/public/ranged', headers: { range } });
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([
      status,
      body,
      contentRange,
    ]);
  });

  test('a range beyond the end is 416', async () => {
    await put('/public/ranged');
    for (const range of ['bytes=5-', 'bytes=-0'])
      expect(await raw({ path: '/public/ranged', headers: { range } })).toMatchObject({
        status: 416,
        code: 'InvalidRange',
      });
  });

  test('headers and metadata come back, for HEAD without a body', async () => {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'max-age=1',
      'x-amz-meta-version': '12',
    };
    await put('/public/page/', { headers });
    expect(await raw({ method: 'HEAD', path: '/public/page/' })).toMatchObject({
      status: 200,
      body: '',
      headers: { ...headers, 'content-length': '5' },
    });
    expect(await raw({ path: '/public/page/' })).toMatchObject({ status: 200, body: 'votes', headers });
  });

  test('a deleted object is gone, and deleting again is harmless', async () => {
    await put('/public/doomed');
    for (let round = 0; round < 2; round += 1)
      expect((await raw({ method: 'DELETE', path: '/public/doomed' })).status).toBe(204);
    expect((await raw({ path: '/public/doomed' })).status).toBe(404);
  });
});

describe('listing', () => {
  const page = async (ContinuationToken?: string) =>
    running.s3.send(
      new ListObjectsV2Command({
        Bucket: 'public',
        Prefix: 'tree/',
        Delimiter: '/',
        MaxKeys: 2,
        ContinuationToken,
      }),
    );

  test('folders are one entry each, over all pages, and nothing comes twice', async () => {
    for (const key of ['a/1', 'a/2', 'b', 'c/1', 'c/2', 'd & <e>', '香/1', '香/2'])
      await put(`/public/tree/${key.split('/').map(encodeURIComponent).join('/')}`);
    const found: string[] = [];
    let token: string | undefined;
    do {
      const answer = await page(token);
      const names = [
        ...(answer.Contents ?? []).map(({ Key }) => Key ?? ''),
        ...(answer.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? ''),
      ];
      expect(names.length).toBeLessThanOrEqual(2);
      found.push(...names.sort());
      token = answer.NextContinuationToken;
    } while (token !== undefined);
    expect(found).toEqual(['tree/a/', 'tree/b', 'tree/c/', 'tree/d & <e>', 'tree/香/']);
  });

  test('a token or page size that is not ours is refused', async () => {
    for (const query of ['continuation-token=x', 'max-keys=-1'])
      expect(await raw({ path: `/public?list-type=2&${query}` })).toMatchObject({
        status: 400,
        code: 'InvalidArgument',
      });
  });
});

describe('everything else', () => {
  const unknown: readonly RawRequest[] = [
    { method: 'PUT', path: '/public' },
    { method: 'POST', path: '/public?delete' },
    { method: 'POST', path: '/public/x?uploads' },
    { path: '/public/x?acl' },
    { path: '/public?list-type=1' },
    { path: '/public?versions' },
    { method: 'PUT', path: '/public/x', headers: { 'x-amz-copy-source': '/public/y' } },
    { method: 'PUT', path: '/public/x', headers: { 'x-amz-object-lock-mode': 'GOVERNANCE' } },
    { method: 'PUT', path: '/public/x', headers: { 'if-none-match': '"etag"' } },
    { method: 'PATCH', path: '/public/x' },
  ];

  test.each(unknown)('$method $path is 501 and says so in XML', async (request) => {
    expect(await raw(request)).toMatchObject({
      status: 501,
      code: 'NotImplemented',
      headers: { 'content-type': 'application/xml' },
    });
  });

  test('a path that climbs stays inside, however it is spelled', async () => {
    for (const path of [
      '/public/../../x',
      '/public/%2e%2e/%2e%2e/x',
      '/public/..%2f..%2fx',
      '/public/%00',
      '/public/..%5c..%5cx',
    ])
      expect((await put(path)).status, path).toBe(200);
    const listed = await running.s3.send(new ListObjectsV2Command({ Bucket: 'public', Prefix: '..' }));
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual(['../../x', '..\\..\\x']);
  });

  test('broken escapes, long keys and much metadata are refused', async () => {
    expect(
      (await raw({ path: '/public/x', tamper: (sent) => Object.assign(sent, { path: '/public/%zz' }) })).code,
    ).toBe('InvalidURI');
    expect((await put(`/public/${'k'.repeat(1025)}`)).code).toBe('KeyTooLongError');
    expect((await put('/public/x', { headers: { 'x-amz-meta-a': 'a'.repeat(3000) } })).code).toBe(
      'MetadataTooLarge',
    );
    expect((await raw({ path: '/elsewhere/x' })).code).toBe('NoSuchBucket');
  });
});
