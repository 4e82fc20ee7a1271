import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#shared/result.ts';
import { launchBrowser } from '../support/browser.ts';
import { someNotices } from '../support/notice-views.ts';
import { aHead, views } from '../support/views.ts';
import { builtSite } from './built-site.ts';
import { serveSite } from './site-server.ts';

/** The public register with many notices, as a browser shows it; served as the portal does, without one. */
const MANY = 120;
const PAGE = 50;

let server: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;
let url: string;

const manyNotices = () => {
  const [first] = someNotices(aHead());
  const one = must(first, 'there is a notice');
  return Array.from({ length: MANY }, (_, at) => ({
    ...one,
    id: `e-${MANY - at}`,
    title: { en: `Notice of ${at % 40 === 7 ? 'a lost box' : 'the day'} ${MANY - at}` },
  }));
};

beforeAll(async () => {
  const site = await builtSite();
  const html = await site.render(views('en').notices(manyNotices()));
  server = await serveSite(async () => html);
  url = `${server.url}/en/legco-2012/notices/`;
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const rows = (page: Page) => page.locator('.notices tr[data-type]:visible');
const turnTo = async (page: Page, name: string): Promise<void> => {
  const link = page.getByRole('link', { name });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.locator('.register-page', { hasText: name }).waitFor();
};

test.each([true, false])(
  'the register is read page by page, by keyboard, with scripts or without (%s)',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(url);
    expect(await rows(page).count()).toBe(PAGE);
    await turnTo(page, 'Page 3 of 3');
    expect(await rows(page).count()).toBe(MANY - 2 * PAGE);
    expect(await rows(page).last().innerText()).toContain('Notice of the day 1');
    await turnTo(page, 'Page 1 of 3');
    expect(await rows(page).first().innerText()).toContain('the day 120');
    await context.close();
  },
  60_000,
);

test('a filter looks through all pages, and shows what it found on one', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}#page-2`);
  await page.getByLabel('Words').fill('lost box');
  await page.getByLabel('Words').press('Enter');
  expect(await rows(page).count()).toBe(3);
  expect(await page.getByRole('status').innerText()).toBe('3 of 120 notices shown');
  expect(await page.locator('.register-pages').isVisible()).toBe(false);
  await page.getByLabel('Words').fill('');
  await page.getByLabel('Words').press('Enter');
  await page.locator('.register-pages').waitFor();
  expect(await rows(page).count()).toBe(PAGE);
  await page.close();
}, 60_000);

test('few notices stand on one page, without a way to others', async () => {
  const site = await builtSite();
  const html = await site.render(views('en').notices(manyNotices().slice(0, PAGE)));
  expect(html).not.toMatch(/register-pages|page-1"/);
}, 60_000);
