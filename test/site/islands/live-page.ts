import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { bundleIslands, startLiveSite } from './live-site.ts';
import { firstNight, type NightPage } from './night-page.ts';

/** Gives every test of a file a fresh page of a night that has just begun, in a real browser. */
export const useLivePage = () => {
  let browser: Browser;
  const live = {} as {
    site: Awaited<ReturnType<typeof startLiveSite>>;
    page: Page;
    scripts: Map<string, Uint8Array>;
    /** Everything the console said. */
    complaints: string[];
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    live.scripts = await bundleIslands();
    live.site = await startLiveSite(live.scripts);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await live.site?.close();
  });

  beforeEach(async () => {
    Object.assign(live.site.night, {
      page: firstNight,
      pointerVersion: null,
      heartbeatAge: 0,
      status: 'counting',
      isDown: false,
    });
    const context = await browser.newContext({
      viewport: { width: 1000, height: 700 },
      timezoneId: 'Europe/Lisbon',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(live.site.address);
    Object.assign(live, { page, complaints });
  });
  afterEach(async () => {
    await live.page.context().close();
  });
  return live;
};

type LivePage = ReturnType<typeof useLivePage>;

/** Publishes the next bake and waits until the page shows it. */
export const publish = async ({ site, page }: LivePage, next: NightPage) => {
  site.night.page = next;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset['version'] === String(wanted),
    next.version,
  );
};
