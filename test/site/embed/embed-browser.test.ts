import type { FrameLocator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useElsewhere } from '../elsewhere-night.ts';

const { night, here, context } = useElsewhere();

const element = (attributes: string): string =>
  `<!doctype html><html lang="en"><title>The Paper</title><script async src="${here.portal}/embed.js"></script>` +
  `<h1>Tonight</h1><open-returns-embed ${attributes}></open-returns-embed>`;
const WEST = 'election="legco-2012" constituency="LC4"';

/** The article as a reader has it open, and the frame in it. */
const read = async (article: string, width = 320) => {
  here.article = article;
  const reader = await context({ viewport: { width, height: 900 } });
  const page = await reader.newPage();
  await page.goto(here.newspaper);
  const frame = page.frameLocator('iframe');
  await frame.locator('h1').waitFor();
  return { page, frame, iframe: page.locator('iframe'), close: () => reader.close() };
};

/** A look at the feed now, as when a connection comes back. */
const look = (frame: FrameLocator): Promise<unknown> =>
  frame.locator('html').evaluate(() => dispatchEvent(new Event('online')));

describe('in the page of a newspaper', () => {
  test('an element takes the height of what it shows, says what it is, and changes with its attributes', async () => {
    const { page, frame, iframe, close } = await read(element(WEST));
    const needed = () =>
      frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    const given = async () => Math.round((await iframe.boundingBox())?.height ?? 0);
    await expect.poll(async () => (await given()) - (await needed())).toBe(0);
    expect(await iframe.getAttribute('title')).toBe(
      '121/164 New Territories West · 2012 Legislative Council General Election',
    );
    const before = await given();
    await frame.locator('summary').click();
    await expect.poll(given).toBeGreaterThan(before + 300);
    await expect.poll(async () => (await given()) - (await needed())).toBe(0);
    // Only the frame has a say.
    await page.evaluate(() => window.postMessage({ type: 'open-returns:height', height: 9 }, '*'));
    await page.evaluate(() => document.querySelector('open-returns-embed')?.setAttribute('show', 'seats'));
    await frame.getByText('9 of 9 seats shown').waitFor({ state: 'attached' });
    expect(await given()).toBeGreaterThan(100);
    await page.evaluate(() => document.querySelector('open-returns-embed')?.setAttribute('language', 'fr'));
    await page.getByText('language="fr" is not known: use en, zh-hant, zh-hans').waitFor();
    await close();
  });

  test('a plain frame reads without any script, with the time of its figures', async () => {
    const reader = await context({ javaScriptEnabled: false });
    const page = await reader.newPage();
    here.article = `<iframe title="x" width="300" height="600" src="${here.portal}/zh-hant/legco-2012/embed/constituencies/LC4/"></iframe>`;
    await page.goto(here.newspaper);
    const text = await page.frameLocator('iframe').locator('body').innerText();
    expect(text).toMatch(/新界西/);
    expect(text).toContain('121 / 164份報告');
    expect(text).toMatch(/所示為\d{4}年\d+月\d+日 \d\d:\d\d的數字。不用程式碼時本框不會自行更新/);
    await reader.close();
  });

  test('no other page of the portal can be framed', async () => {
    here.article = `<iframe title="x" src="${here.portal}/en/legco-2012/hall/"></iframe>`;
    const reader = await context();
    const page = await reader.newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(here.newspaper);
    await refused;
    await reader.close();
  });

  test('a frame renews itself, says when the feed stopped, when nobody answers, and when it goes on', async () => {
    const { frame, close } = await read(element(WEST));
    const alert = frame.locator('.live-alert');
    Object.assign(night, { version: 11, reported: 130 });
    await look(frame);
    await frame.getByText('130 / 164 reports').waitFor();
    Object.assign(night, { version: 12, reported: 164, status: 'declared' });
    await frame.locator('.label').getByText('Declared').waitFor();
    expect(await frame.locator('.sq.solid').count()).toBeGreaterThan(0);
    Object.assign(night, { version: 11, reported: 130, status: 'counting' });
    await alert.getByText(/^No update for \d+ minutes?\.$/).waitFor();
    expect(await frame.locator('html').getAttribute('data-version')).toBe('12');
    Object.assign(night, { version: 13, reported: 140 });
    await alert.waitFor({ state: 'hidden' });
    night.isDown = true;
    await alert.getByText('You are offline.').waitFor();
    night.isDown = false;
    await look(frame);
    await alert.waitFor({ state: 'hidden' });
    await close();
  });

  test('a frame that opens on a dead feed says for how long', async () => {
    night.heartbeatAge = 12 * 60_000;
    const { frame, close } = await read(element(WEST));
    await look(frame);
    await frame.locator('.live-alert').getByText('No update for 12 minutes.').waitFor();
    await close();
  });

  test.each(['light', 'dark'] as const)(
    'a frame is %s where it is asked for, whatever the device prefers',
    async (theme) => {
      here.article = element(`${WEST} theme="${theme}"`);
      const reader = await context({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
      const page = await reader.newPage();
      await page.goto(here.newspaper);
      const body = page.frameLocator('iframe').locator('body');
      await expect
        .poll(() => body.evaluate((one) => getComputedStyle(one).backgroundColor))
        .toBe(theme === 'dark' ? 'rgb(21, 20, 18)' : 'rgb(255, 255, 255)');
      await reader.close();
    },
  );
});

describe('on the page of a constituency', () => {
  test('what is copied has the address that the reader came by', async () => {
    const reader = await context({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await reader.newPage();
    await page.goto(`${here.portal}/en/legco-2012/constituencies/LC4/`);
    await page.getByText('Show what to copy').click();
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `<script async src="${here.portal}/embed.js"></script>\n<open-returns-embed election="legco-2012" constituency="LC4" language="en"></open-returns-embed>`,
    );
    expect(await page.getByText('https://PORTAL').count()).toBe(0);
    await reader.close();
  });
});
