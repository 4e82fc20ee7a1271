import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atStation, chooseOfficer, deskAddress, keptOn, openDesk } from '../support/desk-browser.ts';
import {
  formReady,
  stationOf,
  typeFigures,
  useDeskPortal,
  VALID,
  VOTES,
  vote,
} from '../support/desk-portal.ts';

const desk = useDeskPortal();

const report = (station: string): string => `#/single/LC1/stations/${station}/report`;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** The desk is kept once its worker has taken over, which it does in the background. */
const workerReady = (page: Page): Promise<unknown> =>
  page.evaluate(() => navigator.serviceWorker.ready.then((found) => found.active?.state));

const openForm = async (context: BrowserContext, station: string): Promise<Page> => {
  const page = await context.newPage();
  await openDesk(page, desk.portal.url, atStation('single', 'LC1', station), report(station));
  await formReady(page);
  await workerReady(page);
  return page;
};

const fillAndSend = async (page: Page, station: string): Promise<void> => {
  await vote(page, 1).focus();
  await typeFigures(page, [...VOTES, VALID]);
  await page.getByRole('button', { name: 'Check answers' }).click();
  await page.getByRole('button', { name: `Send report of ${station}`, exact: true }).click();
};

describe('without a network', () => {
  test('a report is entered and sent later, once: the tab closed in between, and opened again', async () => {
    const context = await desk.device();
    const page = await openForm(context, 'S01');
    await context.setOffline(true);
    await fillAndSend(page, 'S01');
    await heading(page, 'The report is kept on this device').waitFor();
    await page.getByText(/Will be sent once/).waitFor();
    expect(await page.locator('.kept').innerText()).toMatch(
      /^Offline · Kept here \d\d:\d\d · 1 report to send$/,
    );
    await page.close();

    const again = await context.newPage();
    await again.goto(deskAddress(desk.portal.url, report('S01')));
    await again.getByText('You are offline. Signing in needs a network').waitFor();
    await again.getByRole('button', { name: 'Go on as presiding officer of S01, without a network' }).click();
    await heading(again, 'The report is kept on this device').waitFor();
    expect((await stationOf(desk, 'single', 'S01')).row.state).toBe('waiting');
    await again.close();

    await context.setOffline(false);
    const entries: string[] = [];
    context.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/entries')) entries.push(request.url());
    });
    const back = await context.newPage();
    await openDesk(back, desk.portal.url, atStation('single', 'LC1', 'S01'), report('S01'));
    await expect
      .poll(async () => (await stationOf(desk, 'single', 'S01')).row.state, { timeout: 20_000 })
      .toBe('to_confirm');
    expect(entries).toHaveLength(1);
    expect(Object.values((await stationOf(desk, 'single', 'S01')).settled.votes)).toEqual(VOTES);
    await expect.poll(() => keptOn(back)).not.toMatch(/"(draft|outbox)\//);
    await context.close();
  }, 120_000);

  test('what was typed is there again after the tab was closed, and sent by itself when the network returns', async () => {
    const context = await desk.device();
    const page = await openForm(context, 'S02');
    await context.setOffline(true);
    await vote(page, 1).focus();
    await typeFigures(page, [23, 80]);
    await page.getByText(/^Saved on this device \d\d:\d\d:\d\d$/).waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(deskAddress(desk.portal.url, report('S02')));
    await again.getByRole('button', { name: /^Go on as presiding officer/ }).click();
    await formReady(again);
    expect(await vote(again, 1).inputValue()).toBe('23');
    expect(await vote(again, 2).inputValue()).toBe('80');
    await vote(again, 1).fill('');
    await fillAndSend(again, 'S02');
    await heading(again, 'The report is kept on this device').waitFor();
    await context.setOffline(false);
    const dialog = again.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor({ timeout: 20_000 });
    const [popup] = await Promise.all([
      again.waitForEvent('popup'),
      dialog.getByRole('button', { name: 'Sign in again' }).click(),
    ]);
    await chooseOfficer(popup, atStation('single', 'LC1', 'S02'));
    await heading(again, 'The report is in').waitFor({ timeout: 20_000 });
    await context.close();
  }, 120_000);

  test('a network that goes and comes while a tab is open sends once, without a hand', async () => {
    const context = await desk.device();
    const page = await openForm(context, 'S03');
    await context.setOffline(true);
    await fillAndSend(page, 'S03');
    await heading(page, 'The report is kept on this device').waitFor();
    await context.setOffline(false);
    await heading(page, 'The report is in').waitFor({ timeout: 30_000 });
    await context.close();
  }, 120_000);
});

describe('what a device keeps', () => {
  test('holds neither a token nor a name, and nothing of one officer is shown to another', async () => {
    const context = await desk.device();
    const page = await openForm(context, 'S04');
    await vote(page, 1).fill('4321');
    await page.getByText(/^Saved on this device/).waitFor();
    const kept = await keptOn(page);
    expect(kept).toMatch(/4,?321/);
    expect(kept).not.toMatch(/eyJ|Bearer|\+852|@open-returns/);
    await page.goto(deskAddress(desk.portal.url));
    await context.clearCookies();
    const other = await context.newPage();
    await openDesk(other, desk.portal.url, atStation('single', 'LC1', 'S04', 2), report('S04'));
    await vote(other, 1).waitFor();
    expect(await vote(other, 1).inputValue()).toBe('');
    await context.close();
  }, 60_000);

  test('goes when its officer signs out, who is asked first', async () => {
    const context = await desk.device();
    const page = await openForm(context, 'S05');
    await vote(page, 1).fill('4321');
    await page.getByText(/^Saved on this device/).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign out?' });
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    expect(await vote(page, 1).inputValue()).toBe('4,321');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await dialog.getByRole('button', { name: 'Delete and sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    // The way out leads over the sign-in page.
    await expect.poll(() => keptOn(page).catch(() => '4321')).not.toMatch(/4,?321/);
    await context.close();
  }, 60_000);
});
