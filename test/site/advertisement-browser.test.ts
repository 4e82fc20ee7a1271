import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/election/text.ts';
import { viewsOfFilings } from '../support/advertisement-views.ts';
import { launchBrowser } from '../support/browser.ts';
import { annexTwo } from '../support/filings.ts';
import { isSound } from '../support/soundness.ts';
import { builtSite } from './built-site.ts';
import { serveSite } from './site-server.ts';

/** The register in a real browser, with the scripts that the portal brings. */

let server: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;
const register = (language = 'en') => `${server.url}/${language}/legco-2016/advertisements/`;

beforeAll(async () => {
  const site = await builtSite();
  const { all, published } = viewsOfFilings([
    ...annexTwo(),
    { kind: 'platform-address', account: 'HKI-01', number: 1, address: 'https://example.org/advertisements' },
  ]);
  const pages = new Map(LANGUAGES.flatMap((language) => all(language).map((view) => [view.path, view])));
  const files = new Map(published.files.map((file) => [`/${file.path}`, file]));
  server = await serveSite(async (path) => {
    if (path.endsWith('/latest.json'))
      return { body: published.pointerBytes, contentType: 'application/json' };
    const file = files.get(path);
    if (file) return { body: file.bytes, contentType: file.contentType };
    const view = pages.get(path);
    return view ? site.render(view) : null;
  });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const PAGES = ['', 'of/HKI-01/', 'HKI-01-0002-1/', 'HKI-01-0003-1/', 'HKI-01-0001-1/', 'check/'];

describe.each(LANGUAGES)('the pages of the register in %s', (language) => {
  test('keep every rule that axe knows, and never scroll sideways', async () => {
    const page = await browser.newPage();
    for (const path of PAGES) {
      await page.goto(`${register(language.toLowerCase())}${path}`);
      await isSound(page, path);
    }
    await page.close();
  }, 120_000);
});

const rows = (page: Page) => page.locator('.register tr[data-words]:visible');
const shown = async (page: Page) =>
  (await rows(page).locator('th a').allInnerTexts()).map((text) => text.trim());

describe('the filter', () => {
  test('finds by kind, days and words; what it shows can be sent as an address', async () => {
    const page = await browser.newPage();
    await page.goto(register());
    expect(await shown(page)).toEqual(['Pamphlets', 'Banners', 'Posters', 'Pamphlets']);
    await page.getByLabel('Kind').selectOption('printed matter');
    expect(await shown(page)).toEqual(['Pamphlets', 'Posters', 'Pamphlets']);
    await page.getByLabel('Published from').fill('2016-08-12');
    await page.getByLabel('Published until').fill('2016-08-13');
    expect(await shown(page)).toEqual(['Posters']);
    expect(await page.getByRole('status').first().innerText()).toBe('1 of 4 advertisements shown');
    await page.goto(page.url());
    expect(await shown(page)).toEqual(['Posters']);
    await page.goto(`${register()}?text=${encodeURIComponent('BB 製作')}`);
    expect(await shown(page)).toEqual(['Banners']);
    await page.goto(`${register()}?constituency=LC9`);
    expect(await shown(page)).toEqual([]);
    expect(await page.getByRole('status').first().innerText()).toContain('No advertisement fits');
    await page.close();
  }, 60_000);

  test('is not offered without a script; the register then stands whole', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${register()}?constituency=LC9`);
    expect(await shown(page)).toHaveLength(4);
    expect(await page.getByRole('search').isVisible()).toBe(false);
    await context.close();
  }, 60_000);
});

describe('checking a file', () => {
  const visit = async (language = 'en'): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${register(language)}check/`);
    return page;
  };
  const answers = (page: Page) => page.locator('.answer');
  const choose = (page: Page, name: string, text: string | Buffer) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.from(text) });

  test('says of the very bytes when they were received, under which reference, and where they stand', async () => {
    const page = await visit();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
    await choose(page, 'whatever.jpg', 'File1.jpg');
    await answers(page).waitFor();
    const text = await answers(page).innerText();
    expect(text).toContain('Yes. This is the file that was received.');
    expect(text).toMatch(/EA-16-HKI-01-0005-[0-9A-Z]/);
    expect(text).toContain('15-08-2016 11:02:47');
    expect(await page.getByRole('status').innerText()).toBe(
      'whatever.jpg: Yes. This is the file that was received.',
    );
    expect(sent.every((one) => one === 'GET ')).toBe(true);
    await answers(page).getByRole('link').click();
    expect(page.url()).toBe(`${register()}of/HKI-01/`);
    await page.close();
  }, 60_000);

  test('says that one changed byte is another file, and what that may mean', async () => {
    const page = await visit('zh-hant');
    await choose(page, 'File1.jpg', 'File1.jpg ');
    await answers(page).waitFor();
    expect(await answers(page).innerText()).toMatch(/記錄中沒有這個檔案。[\s\S]*重新儲存/);
    await choose(page, 'same.jpg', 'File1.jpg');
    await answers(page).nth(1).waitFor();
    await isSound(page, 'one file on record, one not');
    await page.close();
  }, 60_000);

  test('tells how far it is with a large file, and stops when told to', async () => {
    const page = await visit();
    const folder = await mkdtemp(join(tmpdir(), 'open-returns-'));
    const path = join(folder, 'large.bin');
    const file = await open(path, 'w');
    await file.truncate(3_000_000_000);
    await file.close();
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0);
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await answers(page).waitFor();
    expect(await answers(page).innerText()).toContain('Cancelled: this file was not checked.');
    expect(await page.locator('progress').isVisible()).toBe(false);
    await rm(folder, { recursive: true });
    await page.close();
  }, 60_000);

  test('takes several files, one after the other', async () => {
    const page = await visit();
    await page.locator('input[type=file]').setInputFiles(
      ['File1.jpg', 'File2.jpg', 'none.jpg'].map((name) => ({
        name,
        mimeType: 'image/jpeg',
        buffer: Buffer.from(name),
      })),
    );
    await answers(page).nth(2).waitFor();
    expect(await answers(page).locator('h3').allInnerTexts()).toEqual([
      'No such file is on record.',
      'Yes. This is the file that was received.',
      'Yes. This is the file that was received.',
    ]);
    await page.close();
  }, 60_000);

  test('answers by keyboard to a reference, to a hash, and to what is neither', async () => {
    const page = await visit();
    const field = page.getByLabel('Reference or SHA-256');
    const ask = async (text: string) => {
      const before = await answers(page).count();
      await field.fill(text);
      await field.press('Enter');
      await answers(page).nth(before).waitFor();
      return answers(page).first().innerText();
    };
    await field.fill('x');
    await field.press('Enter');
    await answers(page).waitFor();
    expect(await answers(page).innerText()).toContain('neither a reference nor a SHA-256');
    const hash = '46210d34daf953dac52096ea05c21dd5bc0786ceef95bc66faa4d2945179df22';
    const byHash = await ask(` ${hash.toUpperCase()} `);
    expect(byHash).toContain('That is the SHA-256 of a file that was received.');
    const reference = /EA-16-HKI-01-0005-[0-9A-Z]/.exec(byHash)?.[0] ?? '';
    const byReference = await ask(reference.toLowerCase());
    expect(byReference).toContain('This reference is on record');
    expect(byReference).toContain(hash);
    expect(await ask(reference.replace('0005', '0006'))).toContain('its last character does not fit');
    expect(await ask('EA-16-HKI-01-0007-T')).toContain('nothing on record has it');
    await page.close();
  }, 60_000);

  test('says what to do without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${register()}check/`);
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('main').innerText()).toContain('sha256sum FILE');
    expect(await page.getByRole('link', { name: 'Register as CSV' }).getAttribute('href')).toMatch(
      /advertisements\.csv$/,
    );
    await context.close();
  }, 60_000);
});
