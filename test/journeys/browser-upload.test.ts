import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3ObjectStore } from '#functions/adapters/aws/s3-object-store.ts';
import { startFilesOrigin } from '#functions/local/files-origin.ts';
import { localPlatformPorts } from '#functions/local/platform-ports.ts';
import { publicSite } from '#functions/local/public-site.ts';
import { type RunningServer, startWebServer } from '#functions/local/web-server.ts';
import type { PlatformPorts } from '#functions/ports.ts';
import { runningStores, type TestStores } from '../contracts/running-stores.ts';
import { launchBrowser } from '../support/browser.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const clock = { now: () => new Date() };
let folder: string;
let running: TestStores;
let ports: PlatformPorts;
let files: RunningServer;
let portal: RunningServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-returns-upload-'));
  running = await runningStores(folder);
  const { s3Endpoint, credentials } = running.stores;
  const aws = { region: 'ap-east-1', s3Endpoint, credentials };
  ports = localPlatformPorts({ aws, dataFolder: folder, clock });
  files = await startFilesOrigin(folder, { port: 0, orAnother: false });
  portal = await startWebServer(0, {
    gateway: async () => ({ statusCode: 200, headers: {}, body: '' }),
    site: publicSite(folder, { files: files.url, uploads: s3Endpoint }),
  });
  running.stores.allowPosts([portal.url]);
  const pages = s3ObjectStore({ client: running.s3, bucket: 'public' });
  const page = (text: string) => ({
    bytes: Buffer.from(`<!doctype html><title>x</title>${text}`),
    contentType: 'text/html; charset=utf-8',
    cacheControl: 'no-store',
  });
  await pages.putIfAbsent('en/desk/index.html', page(''));
  await pages.putIfAbsent(
    'en/index.html',
    page('<img src="/files/previews/1.png"><a href="/files/a.html">a</a>'),
  );
  await ports.uploads.putIfAbsent('previews/1.png', {
    bytes: PIXEL,
    contentType: 'image/png',
    downloadName: '1.png',
  });
  await ports.uploads.putIfAbsent('a.html', {
    bytes: Buffer.from('<script>document.title = "it ran"</script>'),
    contentType: 'text/html',
    downloadName: '單張.html',
  });
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([files.close(), portal.close(), running.end()]);
  await rm(folder, { recursive: true });
});

interface Brought {
  readonly status: number;
  /** How often the page was told how far it is. */
  readonly progress: number;
}

/** What a page does with an offer: fields, then the file, watched on its way. */
const bring = async (page: Page, expected: { key: string; bytes: number; sha256: string }, fill: number) => {
  const offer = await ports.quarantine.offer(expected);
  return page.evaluate(
    ({ url, fields, size, byte }) =>
      new Promise<Brought>((resolve) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) form.append(name, value);
        form.append('file', new Blob([new Uint8Array(size).fill(byte)]), '單張.pdf');
        const request = new XMLHttpRequest();
        let progress = 0;
        request.upload.onprogress = () => {
          progress += 1;
        };
        request.onloadend = () => resolve({ status: request.status, progress });
        request.open('POST', url);
        request.send(form);
      }),
    { url: offer.url, fields: offer.fields, size: expected.bytes, byte: fill },
  );
};
const expectedOf = (bytes: number, fill: number) => ({
  key: randomUUID(),
  bytes,
  sha256: createHash('sha256').update(new Uint8Array(bytes).fill(fill)).digest('hex'),
});

describe('in a real browser', () => {
  test('an app brings 45 MB straight to the quarantine and sees how far it is', async () => {
    const page = await browser.newPage();
    await page.goto(`${portal.url}/en/desk/`);
    const expected = expectedOf(45_000_000, 7);
    const brought = await bring(page, expected, 7);
    expect(brought.status).toBe(204);
    expect(brought.progress).toBeGreaterThan(1);
    expect(await ports.quarantine.head(expected.key)).toMatchObject({ sha256: expected.sha256 });
    await page.close();
  }, 60_000);

  test('an app is told when the store refuses', async () => {
    const page = await browser.newPage();
    await page.goto(`${portal.url}/en/desk/`);
    const expected = { ...expectedOf(1_000_000, 7), sha256: randomBytes(32).toString('hex') };
    expect((await bring(page, expected, 7)).status).toBe(400);
    expect(await ports.quarantine.head(expected.key)).toBeNull();
    await page.close();
  });

  test('no other page of the portal reaches the store', async () => {
    const page = await browser.newPage();
    await page.goto(`${portal.url}/en/`);
    expect((await bring(page, expectedOf(10, 7), 7)).status).toBe(0);
    await page.close();
  });

  test('a page shows a picture of a file, and a page among the files is saved and never run', async () => {
    const page = await browser.newPage();
    await page.goto(`${portal.url}/en/`);
    const width = await page.evaluate(() => document.querySelector('img')?.naturalWidth);
    expect(width).toBe(1);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a')]);
    expect(download.suggestedFilename()).toBe('單張.html');
    expect(await page.title()).toBe('x');
    await page.close();
  });
});
