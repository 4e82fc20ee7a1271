import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useElsewhere } from '../elsewhere-night.ts';

const { night, here, context } = useElsewhere();
const SCREEN = { viewport: { width: 1920, height: 1080 } };

const hall = (query = '', language = 'en'): string => `${here.portal}/${language}/legco-2012/hall/${query}`;
/** The one heading in sight. */
const title = (page: Page): Promise<string> => page.locator('h2:visible').innerText();

const open = async (query = '') => {
  const screen = await context(SCREEN);
  const page = await screen.newPage();
  return { page, screen, go: () => page.goto(hall(query)) };
};

/** A look at the feed now, as when a connection comes back. */
const look = (page: Page): Promise<unknown> => page.evaluate(() => dispatchEvent(new Event('online')));
const told = (page: Page, what: string | RegExp) => page.locator('.live-alert').getByText(what);
const STALLED = /^No update for \d+ minutes?\.$/;

describe('the screens of a hall', () => {
  test('follow each other as the address says, stop at a key, and turn to a state that changes', async () => {
    const { page, screen, go } = await open('?show=LC1,LC4,progress&every=20');
    await page.clock.install();
    await go();
    expect(await title(page)).toBe('Hong Kong Island');
    await page.clock.runFor(21_000);
    expect(await title(page)).toBe('New Territories West');
    expect(await page.locator('[aria-current]').innerText()).toContain('New Territories West');
    await page.clock.runFor(20_000);
    expect(await title(page)).toBe('Progress of the count');
    await page.keyboard.press('Escape');
    await page.getByText('Stopped by a key.').waitFor();
    await page.clock.runFor(60_000);
    expect(await title(page)).toBe('Progress of the count');
    await page.keyboard.press('ArrowRight');
    expect(await title(page)).toBe('Hong Kong Island');
    await page.keyboard.press('Space');
    Object.assign(night, { version: 11, reported: 164, status: 'declared' });
    await page.clock.runFor(6000);
    await page.clock.resume();
    await page.locator('section:visible .label.filled').waitFor();
    expect(await title(page)).toBe('New Territories West');
    expect(await page.locator('[data-told]').innerText()).toContain('has just changed');
    await screen.close();
  });

  test('say how old their figures are, and when the feed has stopped or nobody answers', async () => {
    night.age = 125_000;
    const { page, screen, go } = await open('?show=LC4');
    await go();
    await page.locator('section:visible').getByText('2 minutes ago').waitFor();
    Object.assign(night, { version: 9 });
    await look(page);
    await told(page, STALLED).waitFor();
    Object.assign(night, { version: 11, reported: 130, age: 5000 });
    await look(page);
    await page.locator('section:visible').getByText('130').first().waitFor();
    await page
      .locator('section:visible')
      .getByText(/\d+ seconds? ago/)
      .waitFor();
    night.isDown = true;
    await look(page);
    await told(page, 'You are offline.').waitFor();
    expect(await page.locator('section:visible .in').innerText()).toContain('130');
    night.isDown = false;
    await look(page);
    await page.locator('.live-alert').waitFor({ state: 'hidden' });
    await screen.close();
  });

  test('open again without a network with the last figures and their time, and never with older ones', async () => {
    const { page, screen, go } = await open('?show=LC4');
    await go();
    await page.evaluate(() => navigator.serviceWorker.ready);
    const keptVersion = () =>
      page.evaluate(async () => {
        const kept = await (await caches.open('open-returns-hall')).match(location.pathname);
        return / data-version="(\d+)"/.exec((await kept?.text()) ?? '')?.[1];
      });
    await expect.poll(keptVersion).toBe('10');
    Object.assign(night, { version: 11, reported: 150 });
    await look(page);
    await expect.poll(keptVersion).toBe('11');
    night.isDown = true;
    await page.reload();
    await look(page);
    await told(page, 'You are offline.').waitFor();
    expect(await page.locator('section:visible .in').innerText()).toContain('150');
    // An edge that has fallen behind answers first.
    Object.assign(night, { version: 10, reported: 121, isDown: false });
    await page.reload();
    expect(await page.locator('html').getAttribute('data-version')).toBe('11');
    await look(page);
    await told(page, STALLED).waitFor();
    Object.assign(night, { version: 12, reported: 160 });
    await look(page);
    await page.locator('section:visible').getByText('160').first().waitFor();
    await screen.close();
  });

  test('tell what an address asks for in vain', async () => {
    const { page, screen, go } = await open('?show=LC4,LC9&every=3');
    await go();
    const said = await page.locator('[data-problem]').innerText();
    expect(said).toContain('screens that do not exist: LC9. Screens are: overview, progress, LC4, LC1.');
    expect(said).toContain('every=3');
    expect(await title(page)).toBe('New Territories West');
    await screen.close();
  });

  test('without scripts are the overview, which says that it does not renew itself', async () => {
    const screen = await context({ ...SCREEN, javaScriptEnabled: false });
    const page = await screen.newPage();
    await page.goto(hall());
    expect(await title(page)).toBe('All constituencies');
    expect(await page.locator('.told:visible').innerText()).toContain('does not renew itself');
    await screen.close();
  });

  test('fill the screen without scrolling, in letters of 26 pixels and more', async () => {
    const { page, screen, go } = await open('?show=overview,progress,LC4,LC1');
    await go();
    for (let turn = 0; turn < 4; turn += 1) {
      const found = await page.evaluate(() => {
        const { documentElement: root, body } = document;
        const main = document.querySelector('main') ?? body;
        const own = [...body.querySelectorAll<HTMLElement>('*')].filter(
          (one) =>
            one.checkVisibility() &&
            one.closest('.vh, svg, noscript') === null &&
            [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
        );
        return {
          scrolls: root.scrollHeight - 1080 + Math.max(0, main.scrollHeight - main.clientHeight),
          small: own
            .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 26)
            .map(({ outerHTML }) => outerHTML),
          links: document.links.length,
        };
      });
      expect(found).toEqual({ scrolls: 0, small: [], links: 0 });
      await page.keyboard.press('ArrowRight');
    }
    await screen.close();
  });
});
