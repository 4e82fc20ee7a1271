import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atConstituency, atStation, deskAddress, keptOn, lead, openDesk } from '../support/desk-browser.ts';
import {
  formReady,
  stationOf,
  typeFigures,
  useDeskPortal,
  VALID,
  VOTES,
  vote,
} from '../support/desk-portal.ts';
import { isSound } from '../support/soundness.ts';

/** Devices as they are: an older build of the desk in the cache, a clock that is wrong, an officer whose place is not there yet. */
const desk = useDeskPortal();

const HOUR_MS = 3_600_000;
const report = (station: string): string => `#/single/LC1/stations/${station}/report`;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

const openForm = async (context: BrowserContext, station: string): Promise<Page> => {
  const page = await context.newPage();
  await openDesk(page, desk.portal.url, atStation('single', 'LC1', station), report(station));
  await formReady(page);
  return page;
};

const checkAndSend = async (page: Page, station: string): Promise<void> => {
  await page.getByRole('button', { name: 'Check answers' }).click();
  await page.getByRole('button', { name: `Send report of ${station}`, exact: true }).click();
  await heading(page, 'The report is in').waitFor();
};

describe('a new build of the desk', () => {
  const cachesOf = (page: Page): Promise<readonly string[]> =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('open-returns-desk-')));

  /** The same build under another number, as its worker would come with the next one. */
  const publishAnother = (): void => {
    const file = join(desk.portal.dataFolder, 'public', 'desk-worker.js');
    const source = readFileSync(file, 'utf8');
    writeFileSync(file, source.replace(/(open-returns-desk-[^;]*?)\d{10}/, '$19999999999'));
  };

  test('takes the place of the old one under an open form, whose figures stay, also without a network', async () => {
    const context = await desk.device();
    const page = await openForm(context, 'S01');
    await page.evaluate(() => navigator.serviceWorker.ready.then((found) => found.active?.state));
    const [old] = await cachesOf(page);
    await vote(page, 1).focus();
    await typeFigures(page, VOTES.slice(0, 5));
    publishAnother();
    await page.evaluate(async () => {
      const all = await navigator.serviceWorker.getRegistrations();
      await Promise.all(all.map((one) => one.update()));
    });
    await expect.poll(() => cachesOf(page), { timeout: 20_000 }).toEqual(['open-returns-desk-9999999999']);
    expect(old).not.toBe('open-returns-desk-9999999999');
    await typeFigures(page, VOTES.slice(5));
    await expect.poll(() => keptOn(page)).toContain(`"$.votes[\\"22\\"]":"70"`);
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: /^Go on as presiding officer/ }).click();
    await vote(page, 1).waitFor();
    expect(await vote(page, 5).inputValue()).toBe('7');
    expect(await vote(page, 22).inputValue()).toBe('70');
    await context.setOffline(false);
    await page.close();
    const again = await openForm(context, 'S01');
    expect(await vote(again, 22).inputValue()).toBe('70');
    await again.locator('[id="field:%24.validVotes"]').fill(String(VALID));
    await checkAndSend(again, 'S01');
    expect(Object.values((await stationOf(desk, 'single', 'S01')).settled.votes)).toEqual(VOTES);
    await context.close();
  }, 120_000);
});

describe('a device whose clock is wrong by hours', () => {
  test.each([
    ['ahead', 5 * HOUR_MS],
    ['behind', -7 * HOUR_MS],
  ])(
    'and stands %s signs in, and shows the server’s times',
    async (_, wrong) => {
      const station = wrong > 0 ? 'S02' : 'S03';
      const context = await desk.device({ timezoneId: 'America/New_York' });
      await context.clock.install({ time: Date.now() + wrong });
      const page = await openForm(context, station);
      await vote(page, 1).focus();
      await typeFigures(page, [...VOTES, VALID]);
      const hour = (at: number): string =>
        new Date(at).toLocaleTimeString('en-GB', {
          hour: '2-digit',
          minute: '2-digit',
          timeZone: 'Asia/Hong_Kong',
        });
      const now = (): readonly string[] => [Date.now() - 60_000, Date.now()].map(hour);
      await page.getByText(/^Saved on this device/).waitFor();
      expect(now()).toContain(/Kept here (\d\d:\d\d)/.exec(await page.locator('.kept').innerText())?.[1]);
      await checkAndSend(page, station);
      const told = await page.locator('main .good p').first().innerText();
      expect(now()).toContain(/(\d\d:\d\d)\.$/.exec(told)?.[1]);
      expect(await page.locator('dialog').count()).toBe(0);
      await context.close();
    },
    60_000,
  );
});

describe('an officer whose place is in no election yet', () => {
  test('is told so, and whom to ask', async () => {
    const account = {
      id: 'observer-early',
      name: 'Early Observer',
      role: 'observer',
      constituencies: ['LC77'],
      stations: [],
      email: 'early@example.org',
      active: true,
      revision: 1,
    };
    const token = desk.portal.token({ role: 'chief_electoral_officer', account: 'chief-1' });
    const made = await fetch(`${desk.portal.url}/api/accounts/${account.id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(account),
    });
    expect(made.status).toBe(201);
    const page = await (await desk.device()).newPage();
    await openDesk(page, desk.portal.url, { account: account.id });
    await page.getByText('No election is set up for your account yet.').waitFor();
    await page.getByText('Ask the chief electoral officer').waitFor();
    await isSound(page, 'empty home');
    await page.context().close();
  }, 60_000);
});

describe('signing out', () => {
  test('names by kind what it would delete, and nothing of it comes back', async () => {
    const page = await (await desk.device()).newPage();
    const officer = atConstituency('single', 'LC1', 'ro-1');
    await openDesk(page, desk.portal.url, officer, '#/single/LC1/acts/recount');
    await page.getByRole('radio').first().check();
    await lead(page, '#/single/LC1/notices/new/N7');
    await page.getByRole('textbox').first().fill('1');
    await page.getByRole('button', { name: 'Sign out' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign out?' });
    await dialog.getByText('Typed on this device and not sent: 1 act, 1 notice.').waitFor();
    await dialog.getByRole('button', { name: 'Delete and sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.goto(deskAddress(desk.portal.url));
    await openDesk(page, desk.portal.url, officer, '#/single/LC1/acts/recount');
    await page.getByRole('radio').first().waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.context().close();
  }, 60_000);
});
