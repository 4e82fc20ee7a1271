import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicSite } from '#functions/local/public-site.ts';
import { objectFolder } from '#functions/local/stores/s3-subset/object-folder.ts';
import { type RunningServer, startWebServer } from '#functions/local/web-server.ts';
import { CONTENT_SECURITY_POLICY, contentSecurityPolicy } from '#shared/publication/headers.ts';
import { CACHE } from '#shared/publication/paths.ts';

let folder: string;
let server: RunningServer;

const put = (key: string, text: string, contentType: string, cacheControl: string): void => {
  objectFolder({ folder: join(folder, 'public'), unfinishedFolder: join(folder, 'new') }).write(key, {
    bytes: Buffer.from(text),
    contentType,
    cacheControl,
    user: {},
    crc32: '',
  });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'public-site-'));
  mkdirSync(join(folder, 'new'));
  writeFileSync(join(folder, 'secret.txt'), 'the key');
  put('data/e/latest.json', '{"version":1}', 'application/json; charset=utf-8', CACHE.pointer);
  put('en/e/index.html', `<p>${'票'.repeat(2000)}</p>`, 'text/html; charset=utf-8', CACHE.page);
  put('en/e/embed/seats/index.html', '<p>seats</p>', 'text/html; charset=utf-8', CACHE.page);
  put('en/404/index.html', '<p>nothing here</p>', 'text/html; charset=utf-8', CACHE.page);
  put('zh-hant/404/index.html', '<p>沒有</p>', 'text/html; charset=utf-8', CACHE.page);
  put('data/e/log/tile/0/000', 'x'.repeat(5000), 'application/octet-stream', CACHE.immutable);
  server = await startWebServer(0, {
    gateway: async () => ({ statusCode: 200, headers: {}, body: '' }),
    site: publicSite(folder),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { redirect: 'manual', ...init });

/** A path as it stands, which fetch would tidy up first. */
const raw = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });

describe('the public site', () => {
  test('lets other websites show what is made for frames, and nothing else', async () => {
    const policy = async (path: string) => (await get(path)).headers.get('content-security-policy');
    expect(await policy('/en/e/embed/seats/')).toBe(contentSecurityPolicy({ framed: true }));
    expect(await policy('/en/e/')).toContain("frame-ancestors 'self'");
  });

  test('serves an object with the headers of the edge', async () => {
    const response = await get('/data/e/latest.json?now=1');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': CACHE.pointer,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      etag: expect.stringMatching(/^"/),
    });
    expect(await response.json()).toEqual({ version: 1 });
  });

  test('serves a page at its folder, and sends a reader without the slash there', async () => {
    expect((await get('/en/e/')).status).toBe(200);
    const response = await get('/en/e?x=1');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/en/e/']);
  });

  test.each(['br', 'gzip'])('compresses text with %s, and only text', async (encoding) => {
    const page = await get('/en/e/', { headers: { 'accept-encoding': encoding } });
    expect([page.headers.get('content-encoding'), page.headers.get('vary')]).toEqual([
      encoding,
      'accept-encoding',
    ]);
    expect(Number(page.headers.get('content-length'))).toBeLessThan(1000);
    expect(await page.text()).toContain('票票');
    const tile = await get('/data/e/log/tile/0/000', { headers: { 'accept-encoding': encoding } });
    expect(tile.headers.get('content-encoding')).toBeNull();
    const small = await get('/data/e/latest.json', { headers: { 'accept-encoding': encoding } });
    expect(small.headers.get('content-encoding')).toBeNull();
  });

  test('says that nothing has changed, compressed or not', async () => {
    for (const encoding of ['identity', 'br']) {
      const first = await get('/en/e/', { headers: { 'accept-encoding': encoding } });
      const etag = first.headers.get('etag') ?? '';
      const again = await get('/en/e/', { headers: { 'accept-encoding': encoding, 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await get('/en/e/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('answers a question for the head only with the head', async () => {
    const response = await get('/en/e/', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('shows its own page where nothing is, in the language of the address', async () => {
    const english = await get('/en/nothing/');
    expect([english.status, await english.text()]).toEqual([404, '<p>nothing here</p>']);
    const chinese = await get('/zh-hant/nothing');
    expect([chinese.status, await chinese.text()]).toEqual([404, '<p>沒有</p>']);
    const none = await get('/zh-hans/nothing');
    expect([none.status, await none.text()]).toEqual([404, 'Not found\n']);
  });

  test.each(['POST', 'PUT', 'DELETE'])('is not written to with %s', async (method) => {
    const response = await get('/en/e/', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/data/../../secret.txt',
    '/data/e/..%5c..%5csecret.txt',
    '//secret.txt',
    '/%00secret.txt',
    '/%ff',
    '/%',
    `/${'x'.repeat(3000)}`,
  ])('never leaves its folder for path %#', async (path) => {
    const answer = await raw(path);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /);
    expect(answer).not.toContain('the key');
  });

  test('sends nobody to another site', async () => {
    const answer = await raw('//en/e');
    expect(answer).not.toMatch(/location: \/\//i);
  });
});
