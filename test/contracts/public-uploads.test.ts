import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { publicUploads } from '#functions/adapters/public-uploads.ts';
import { startFilesOrigin } from '#functions/local/files-origin.ts';
import { publicSite } from '#functions/local/public-site.ts';
import { PortProblem, type RunningServer, startWebServer } from '#functions/local/web-server.ts';
import type { PublicUploads } from '#functions/ports.ts';
import { attachment, UPLOAD_CACHE } from '#shared/publication/headers.ts';
import { runningStores, type TestStores } from './running-stores.ts';

const bucket = 'files';
const inMemory = publicUploads(memoryObjectStore());
let folder: string;
let running: TestStores;
let inBucket: PublicUploads;
let origin: RunningServer;
let portal: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-returns-uploads-'));
  running = await runningStores(folder);
  inBucket = publicUploads(s3ObjectStore({ client: running.s3, bucket }));
  origin = await startFilesOrigin(folder, { port: 0, orAnother: false });
  portal = await startWebServer(0, {
    gateway: async () => ({ statusCode: 200, headers: {}, body: '' }),
    site: publicSite(folder, { files: origin.url, uploads: running.stores.s3Endpoint }),
  });
});
afterAll(async () => {
  await Promise.all([origin.close(), portal.close(), running.end()]);
  await rm(folder, { recursive: true });
});

const key = (name = '單張 1.pdf'): string => `legco-2016/A-1/${'a'.repeat(64)}/${name}`;
const aFile = (text = '%PDF-1.7', downloadName = '單張 1.pdf') => ({
  bytes: new TextEncoder().encode(text),
  contentType: 'application/pdf',
  downloadName,
});
const address = (of: string, base = origin.url): string =>
  `${base}/${of.split('/').map(encodeURIComponent).join('/')}`;

describe.each([
  ['memory', () => inMemory],
  ['S3', () => inBucket],
])('public uploads: %s', (_, open) => {
  test('are written once, listed by their beginning, and removed for good', async () => {
    const at = key('once.pdf');
    expect(await open().putIfAbsent(at, aFile('first'))).toBe('written');
    expect(await open().putIfAbsent(at, aFile('second'))).toBe('exists');
    expect(new TextDecoder().decode((await open().get(at))?.bytes)).toBe('first');
    expect(await open().list('legco-2016/A-1/')).toContain(at);
    await open().remove(at);
    await open().remove(at);
    expect([await open().get(at), await open().head(at)]).toEqual([null, null]);
    expect(await open().list('legco-2016/A-1/')).not.toContain(at);
  });
});

describe('in the bucket', () => {
  test('a file is a download that an edge keeps for a minute', async () => {
    await inBucket.putIfAbsent(key('head.pdf'), aFile());
    const head = await running.s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key('head.pdf') }));
    expect(head).toMatchObject({
      ContentType: 'application/pdf',
      ContentDisposition: attachment('單張 1.pdf'),
      CacheControl: UPLOAD_CACHE,
    });
  });
});

describe('the origin of files', () => {
  test('answers with a sandboxed download, its exact bytes and nothing else', async () => {
    await inBucket.putIfAbsent(key(), aFile());
    const response = await fetch(address(key()));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': attachment('單張 1.pdf'),
      'content-length': '8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'cache-control': UPLOAD_CACHE,
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toBe('%PDF-1.7');
    const head = await fetch(address(key()), { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['8', '']);
    const etag = response.headers.get('etag') ?? '';
    expect((await fetch(address(key()), { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('sends a file that is not read at once', async () => {
    const bytes = new Uint8Array(45_000_000).fill(7);
    await inBucket.putIfAbsent(key('large.avi'), {
      bytes,
      contentType: 'video/x-msvideo',
      downloadName: 'a.avi',
    });
    const sent = new Uint8Array(await (await fetch(address(key('large.avi')))).arrayBuffer());
    expect(Buffer.compare(sent, bytes)).toBe(0);
  });

  test('says at once that a file was removed', async () => {
    await inBucket.putIfAbsent(key('gone.pdf'), aFile());
    expect((await fetch(address(key('gone.pdf')))).status).toBe(200);
    await inBucket.remove(key('gone.pdf'));
    const gone = await fetch(address(key('gone.pdf')));
    expect([gone.status, gone.headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);
  });

  test.each([
    '/',
    '/legco-2016',
    '/legco-2016/',
    '/..%2fstores.json',
    '/%2e%2e/keys',
    '/%00',
    '/../records/CURRENT',
  ])('shows no folder and nothing outside for %s', async (path) => {
    expect((await fetch(`${origin.url}${path}`)).status).toBe(404);
  });

  test('shows nothing of the other buckets', async () => {
    const pages = s3ObjectStore({ client: running.s3, bucket: 'vault' });
    await pages.putIfAbsent('only-in-the-vault', { ...aFile(), cacheControl: 'no-store' });
    expect((await fetch(`${origin.url}/only-in-the-vault`)).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not written to with %s', async (method) => {
    expect((await fetch(address(key()), { method })).status).toBe(405);
  });

  test('a broken address is told as one', async () => {
    expect((await fetch(`${origin.url}/%ff`)).status).toBe(400);
  });

  test('takes another port only where none was asked for', async () => {
    const port = Number(new URL(origin.url).port);
    await expect(startFilesOrigin(folder, { port, orAnother: false })).rejects.toThrow(PortProblem);
    await expect(startFilesOrigin(folder, { port, orAnother: false })).rejects.toThrow('--files-port');
    const other = await startFilesOrigin(folder, { port, orAnother: true });
    expect(other.url).not.toBe(origin.url);
    await other.close();
  });
});

describe('the portal beside it', () => {
  test('sends readers of a link on to the file', async () => {
    await inBucket.putIfAbsent(key('link.pdf'), aFile());
    const link = address(key('link.pdf'), `${portal.url}/files`);
    const there = await fetch(link, { redirect: 'manual' });
    expect([there.status, there.headers.get('location')]).toEqual([302, address(key('link.pdf'))]);
    expect(await (await fetch(link)).text()).toBe('%PDF-1.7');
  });

  test.each([
    '//elsewhere.example',
    '/%2f%2felsewhere.example',
    '/@elsewhere.example',
    '/..//elsewhere.example',
  ])('sends nobody elsewhere with /files%s', async (path) => {
    const there = await fetch(`${portal.url}/files${path}`, { redirect: 'manual' });
    const location = there.headers.get('location');
    if (location !== null) expect(new URL(location).origin).toBe(origin.url);
  });

  test('lets its pages show pictures of files, and only its apps bring files', async () => {
    const policy = async (path: string) =>
      (await fetch(`${portal.url}${path}`)).headers.get('content-security-policy') ?? '';
    await s3ObjectStore({ client: running.s3, bucket: 'public' }).putIfAbsent('en/desk/index.html', {
      ...aFile('<p>'),
      cacheControl: 'no-store',
    });
    await s3ObjectStore({ client: running.s3, bucket: 'public' }).putIfAbsent('en/index.html', {
      ...aFile('<p>'),
      cacheControl: 'no-store',
    });
    for (const path of ['/en/', '/en/desk/'])
      expect(await policy(path), path).toContain(`img-src 'self' data: ${origin.url};`);
    expect(await policy('/en/')).toContain("connect-src 'self';");
    expect(await policy('/en/desk/')).toContain(`connect-src 'self' ${running.stores.s3Endpoint};`);
  });
});
