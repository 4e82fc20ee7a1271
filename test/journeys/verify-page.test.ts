import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '#shared/result.ts';
import { type Files, publishNight, votesDefinition } from '../functions/commands/verify-fixture.ts';
import { launchBrowser } from '../support/browser.ts';
import {
  behind,
  changeByte,
  outcome,
  pathIn,
  realPages,
  serveFiles,
  type VerifiedSite,
} from '../support/verified-site.ts';

const ELECTION = 'night-2016';

let [browser, site]: [Browser | null, VerifiedSite | null] = [null, null];
let good: Files;
let earlier: Files;
let page: Page;
const said: string[] = [];

beforeAll(async () => {
  const [night, started] = await Promise.all([
    realPages().then(async (pages) => {
      const { world, snapshots } = await publishNight(undefined, pages, votesDefinition);
      earlier = snapshots[3] ?? new Map();
      await world.bake();
      return world.files('');
    }),
    launchBrowser(),
  ]);
  [browser, good] = [started, night];
  site = await serveFiles(new Map(good));
  page = await browser.newPage();
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(`${site.url}/en/${ELECTION}/verify/`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
});

describe('an election, verified in a real browser', () => {
  test('holds: the verdict takes the focus, and names what was counted again', async () => {
    await page.getByRole('button', { name: 'Check now' }).click();
    expect(await outcome(page)).toBe('holds');
    const heading = page.getByRole('heading', { name: 'The published results follow from the ledger.' });
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
    const text = await page.locator('[data-verdict]').innerText();
    expect(text).toContain('3 station reports · 2 constituencies · 4 seats recounted');
    expect(await page.locator('[data-checks] [data-state="ok"]').count()).toBe(6);
    expect(said).toEqual([]);
  });

  test('with one changed byte names the file, the constituency, the list and both figures', async () => {
    const here = must(site, 'the site is served');
    const path = pathIn(good, ELECTION, 'constituencies/LC1.json');
    here.files = changeByte(good, path, behind(good, path, '"votes":15'));
    await page.getByRole('button', { name: 'Check again' }).click();
    expect(await outcome(page)).toBe('fails');
    const text = await page.locator('[data-findings]').innerText();
    expect(text).toContain(path.split('/').slice(2).join('/'));
    expect(text).toContain('Constituency LC1, list or candidate 1: the file says 150, the recount 151.');
    here.files = new Map(good);
  });

  test('after a rollback says so, from what this browser remembers, and keeps that', async () => {
    const here = must(site, 'the site is served');
    here.files = new Map([...good, ...earlier]);
    here.files.delete(`data/${ELECTION}/heartbeat`);
    await page.getByRole('button', { name: 'Check again' }).click();
    expect(await outcome(page)).toBe('fails');
    expect(await page.locator('[data-verdict]').innerText()).toMatch(
      /The ledger was rolled back\..*It has \d+ entries, but this browser has seen \d+ of them signed\./s,
    );
    expect(await page.evaluate(() => localStorage.getItem('open-returns.seen'))).toContain(ELECTION);
    here.files = new Map(good);
    expect(said).toEqual([]);
  });
});
