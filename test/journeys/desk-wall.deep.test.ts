import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK_TOKEN_SECONDS } from '#functions/local/sign-in/desk-token.ts';
import { LANGUAGES, languagePath } from '#shared/election/text.ts';
import { loadWords } from '../../site/desk/words/load.ts';
import { launchBrowser } from '../support/browser.ts';
import { atConstituency, chooseOfficer, type DeskOfficer, openDesk } from '../support/desk-browser.ts';
import { GREAT, type ProgressNight, startProgressNight } from '../support/progress-night.ts';
import { eventually } from '../support/running-portal.ts';
import { isSound } from '../support/soundness.ts';

/** The wall of a hall with 600 stations. Where time passes, the browser's clock runs ahead; everything else is real. */
const STATIONS = 600;
const SESSION = DESK_TOKEN_SECONDS * 1000;
const MINUTE = 60_000;
const PAGE = 20_000;

let folder: string;
let night: ProgressNight;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-returns-wall-'));
  night = await startProgressNight(folder);
  await night.lay(GREAT, STATIONS);
  browser = await launchBrowser();
  await Promise.all(
    LANGUAGES.map((language) =>
      eventually(
        () => fetch(`${night.url}/${languagePath(language)}/desk/`),
        ({ status }) => status === 200,
        60,
      ),
    ),
  );
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await night?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const OBSERVER: DeskOfficer = { account: 'observer-1' };
const WALL = `#/${GREAT}/LC1?view=hall`;

interface Hall {
  readonly width?: number;
  readonly height?: number;
  readonly language?: (typeof LANGUAGES)[number];
  readonly officer?: DeskOfficer;
  readonly reducedMotion?: 'reduce';
}

const openWall = async (hall: Hall = {}): Promise<Page> => {
  const { width = 1920, height = 1080, language = 'en', officer = OBSERVER, reducedMotion } = hall;
  const context = await browser.newContext({
    viewport: { width, height },
    ...(reducedMotion ? { reducedMotion } : {}),
  });
  const page = await context.newPage();
  await page.clock.install();
  await openDesk(page, night.url, officer, WALL, language);
  await page.locator('.hall .tile').first().waitFor();
  return page;
};

const pageNumber = (page: Page) => page.locator('.wall-page span');
const tilesShown = (page: Page) => page.locator('.hall .tile .id').allTextContents();
const waitForPage = (page: Page, text: string): Promise<void> =>
  pageNumber(page).filter({ hasText: text }).waitFor();

/** Which page is shown. */
const numberShown = async (page: Page): Promise<number> =>
  Number(/\d/.exec(await pageNumber(page).innerText())?.[0]);

/** Lets time pass in quarters of a page's time, until the page of this name is there: none is skipped on the way. */
const passUntilPage = (page: Page, text: string): Promise<unknown> =>
  eventually(
    async () => {
      await page.clock.fastForward(PAGE / 4);
      return pageNumber(page).innerText();
    },
    (shown) => shown === text,
    30,
  );

/** What does not lie whole inside the screen, of the wall's parts. */
const outOfSight = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.hall h1, .hall .counters li, .hall .facing > div, .hall .tile, .wall-page',
      ),
    ]
      .filter((part) => {
        const { top, left, right, bottom } = part.getBoundingClientRect();
        return top < 0 || left < 0 || right > innerWidth || bottom > innerHeight;
      })
      .map((part) => part.textContent ?? ''),
  );

describe('600 stations on the wall of a hall', () => {
  test.each([
    [1920, 1080, 26],
    [1280, 720, 17],
  ])(
    'are shown page by page on %i by %i, nothing cut off, and nothing shrinks',
    async (width, height, px) => {
      const page = await openWall({ width, height });
      const all = new Set<string>();
      await waitForPage(page, 'Page 1 of 5');
      for (let at = 1; at <= 5; at += 1) {
        await waitForPage(page, `Page ${at} of 5`);
        for (const id of await tilesShown(page)) all.add(id);
        expect(await outOfSight(page)).toEqual([]);
        await page.keyboard.press('ArrowRight');
      }
      expect(all.size).toBe(STATIONS + 1);
      await waitForPage(page, 'Page 1 of 5');
      const size = await page
        .locator('.hall .tile')
        .first()
        .evaluate((tile) => Number.parseFloat(getComputedStyle(tile).fontSize));
      expect(size).toBeGreaterThanOrEqual(px);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
        ),
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    },
    120_000,
  );

  test('turn by themselves, stop at a key or a button, and go on', async () => {
    const page = await openWall();
    await waitForPage(page, 'Page 1 of 5');
    await passUntilPage(page, 'Page 2 of 5');
    await page.keyboard.press('Space');
    const button = page.locator('.wall-page button');
    await button.filter({ hasText: 'Paused' }).waitFor();
    const paused = await numberShown(page);
    await page.clock.fastForward(3 * PAGE);
    expect(await numberShown(page)).toBe(paused);
    await button.focus();
    await page.keyboard.press('Enter');
    await button.filter({ hasText: 'Turns every 20 seconds' }).waitFor();
    await passUntilPage(page, `Page ${paused + 1} of 5`);
    // Nothing turns while it is looked at.
    await page.keyboard.press('Space');
    await button.filter({ hasText: 'Paused' }).waitFor();
    const next = await numberShown(page);
    await page.keyboard.press('PageUp');
    await waitForPage(page, `Page ${next - 1} of 5`);
    await page.context().close();
  }, 120_000);

  test('come softly, and at once for who wants no motion', async () => {
    const motion = (page: Page) =>
      page.locator('.wall-parts').evaluate((parts) => getComputedStyle(parts).animationName);
    const soft = await openWall();
    expect(await motion(soft)).toBe('wall-comes');
    await soft.context().close();
    const calm = await openWall({ reducedMotion: 'reduce' });
    expect(await motion(calm)).toBe('none');
    await calm.context().close();
  }, 120_000);

  test.each(LANGUAGES)(
    'read well in %s, also for axe and on a narrow screen',
    async (language) => {
      const { progress } = await loadWords(language);
      const page = await openWall({ language, reducedMotion: 'reduce' });
      await waitForPage(page, progress.wall.page(1, 5));
      await isSound(page, 'wall');
      await page.context().close();
    },
    120_000,
  );

  test('show an observer no number and little to press, outlive the network, and say their age', async () => {
    const page = await openWall();
    expect(await page.locator('.hall a').count()).toBe(0);
    expect(await page.locator('.hall button').allTextContents()).toEqual([
      'Turns every 20 seconds · Pause',
      'Leave the projector view',
    ]);
    expect(await page.content()).not.toMatch(/tel:|\+852/);
    await page.context().setOffline(true);
    const stale = page.locator('.stale');
    await page.clock.fastForward(12_000);
    await stale.waitFor({ timeout: 60_000 });
    expect(await stale.innerText()).toMatch(/These are the figures of \d\d:\d\d:\d\d/);
    expect(await page.locator('.hall .tile').count()).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await page.clock.fastForward(12_000);
    await page.locator('.uptodate').waitFor({ timeout: 60_000 });
    expect(await stale.count()).toBe(0);
    await page.context().close();
  }, 120_000);
});

const tokensKept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...Object.values(localStorage), ...Object.values(sessionStorage)].filter((text) => /eyJ/.test(text)),
  );

describe('when a session ends on the wall', () => {
  test('an observer’s renews itself while the sign-in page knows the observer; nobody touches it, and no token is kept', async () => {
    const page = await openWall();
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/oauth2/token')) posts.push(request.url());
    });
    for (const renewed of [1, 2]) {
      await page.clock.fastForward(SESSION - 2 * MINUTE + 10_000);
      await eventually(
        async () => posts.length,
        (count) => count === renewed,
        60,
      );
      await page.locator('.hall .uptodate').waitFor();
      expect(new URL(page.url()).hash).toBe(WALL);
      expect(new URL(page.url()).search).toBe('');
      expect(await tokensKept(page)).toEqual([]);
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    }
    expect(await page.locator('dialog').count()).toBe(0);
    await page.context().close();
  }, 180_000);

  test('it stays up with its last figures and their time where nobody is known any more, and somebody signs in there', async () => {
    const page = await openWall();
    const confirmed = await page.locator('.counters .big').first().innerText();
    await page.context().clearCookies();
    await page.clock.fastForward(SESSION - 2 * MINUTE + 10_000);
    const stale = page.locator('.hall .stale');
    await stale.filter({ hasText: 'You are signed out.' }).waitFor({ timeout: 60_000 });
    expect(await stale.innerText()).toMatch(/These are the figures of \d\d:\d\d:\d\d/);
    expect(await page.locator('.counters .big').first().innerText()).toBe(confirmed);
    expect(await page.locator('.hall .tile').count()).toBeGreaterThan(100);
    expect(await outOfSight(page)).toEqual([]);
    expect(await page.locator('dialog').count()).toBe(0);
    const opened = page.context().waitForEvent('page');
    await stale.getByRole('button', { name: 'Sign in again' }).click();
    await chooseOfficer(await opened, OBSERVER);
    await page.locator('.hall .uptodate').waitFor();
    expect(await stale.count()).toBe(0);
    await page.context().close();
  }, 180_000);

  test('it takes no other officer’s session, who signed in beside it', async () => {
    const page = await openWall();
    const beside = await page.context().newPage();
    await openDesk(beside, night.url, atConstituency(GREAT, 'LC1', 'ro-1'));
    await page.clock.fastForward(SESSION - 2 * MINUTE + 10_000);
    await page
      .locator('.hall .stale')
      .filter({ hasText: 'You are signed out.' })
      .waitFor({ timeout: 60_000 });
    await page.context().close();
  }, 180_000);

  test('a returning officer’s is not renewed, and stays up with its figures', async () => {
    const page = await openWall({ officer: atConstituency(GREAT, 'LC1', 'ro-1') });
    const left: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/oauth2/')) left.push(request.url());
    });
    await page.clock.fastForward(SESSION + 10_000);
    const stale = page.locator('.hall .stale');
    await stale.filter({ hasText: 'You are signed out.' }).waitFor({ timeout: 60_000 });
    expect(await stale.getByRole('button', { name: 'Sign in again' }).count()).toBe(1);
    expect(left).toEqual([]);
    expect(await page.locator('dialog').count()).toBe(0);
    await page.context().close();
  }, 180_000);

  test('without a network it does not leave, and renews itself once the network is back', async () => {
    const page = await openWall();
    await page.context().setOffline(true);
    await page.clock.fastForward(SESSION + MINUTE);
    await page.locator('.hall .stale').waitFor({ timeout: 60_000 });
    expect(await page.locator('.hall .tile').count()).toBeGreaterThan(100);
    await page.context().setOffline(false);
    await page.clock.fastForward(30_000);
    await page.locator('.hall .uptodate').waitFor({ timeout: 60_000 });
    await page.context().close();
  }, 180_000);
});
