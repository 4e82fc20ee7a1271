import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { bundleIslands, startLiveSite } from './live-site.ts';
import { afterReports, firstNight } from './night-page.ts';

const eventually = (read: () => Promise<number>) => expect.poll(read, { timeout: 10_000 });

let browser: Browser;
let site: Awaited<ReturnType<typeof startLiveSite>>;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await startLiveSite(await bundleIslands());
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const withPage = async (
  run: (page: Page, complaints: string[]) => Promise<void>,
  { prepare = '', ...options }: BrowserContextOptions & { prepare?: string } = {},
) => {
  site.night.page = firstNight;
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  if (prepare) await page.addInitScript(prepare);
  const complaints: string[] = [];
  page.on('console', (message) => message.text().includes('readback') || complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await page.goto(site.address);
    await run(page, complaints);
  } finally {
    await context.close();
  }
};

/** How many pixels are painted, and the strongest of them. */
const ink = (page: Page, chart: string) =>
  page.$eval(`figure[data-chart="${chart}"] canvas`, (element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let painted = 0;
    let darkest = 255;
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at + 3] ?? 0) < 200) continue;
      painted += 1;
      darkest = Math.min(darkest, data[at] ?? 255);
    }
    return { painted, darkest };
  });

test('seats are drawn outlined in their box, and filled once declared', async () => {
  await withPage(async (page, complaints) => {
    const canvas = page.locator('figure[data-chart="seats"] canvas');
    const box = page.locator('figure[data-chart="seats"] .chart-box');
    const before = await box.boundingBox();
    await canvas.waitFor();
    expect(await box.boundingBox()).toEqual(before);
    expect(await canvas.getAttribute('role')).toBe('img');
    expect(await canvas.getAttribute('aria-label')).toBe('2, 1, 1, 0 seats');
    expect(await box.locator('p').isVisible()).toBe(false);
    const outlined = await ink(page, 'seats');
    expect(outlined.painted).toBeGreaterThan(500);
    site.night.page = afterReports(firstNight, { state: 'declared' });
    await eventually(async () => (await ink(page, 'seats')).painted).toBeGreaterThan(outlined.painted * 2);
    expect(complaints).toEqual([]);
  });
});

test('a patched table is drawn anew, with its finding', async () => {
  await withPage(async (page) => {
    await page.locator('figure[data-chart="seats"] canvas').waitFor();
    const before = await ink(page, 'seats');
    site.night.page = afterReports(firstNight, { seats: { 1: 3, 2: 2, 3: 2, 4: 1 } });
    await eventually(async () => (await ink(page, 'seats')).painted).not.toBe(before.painted);
    expect(await page.locator('figure[data-chart="seats"] canvas').getAttribute('aria-label')).toBe(
      '3, 2, 2, 1 seats',
    );
    expect(await page.locator('figure[data-chart="seats"] canvas').count()).toBe(1);
  });
});

test('a chart far below is neither loaded nor drawn until it comes near', async () => {
  await withPage(async (page, complaints) => {
    await page.locator('figure[data-chart="seats"] canvas').waitFor();
    const canvas = page.locator('figure[data-chart="progress"] canvas');
    expect(await canvas.count()).toBe(0);
    await page.locator('figure[data-chart="progress"]').scrollIntoViewIfNeeded();
    await canvas.waitFor();
    expect((await ink(page, 'progress')).painted).toBeGreaterThan(500);
    expect(complaints).toEqual([]);
  });
});

test('colours follow the theme', async () => {
  await withPage(
    async (page) => {
      await page.locator('figure[data-chart="seats"] canvas').waitFor();
      expect((await ink(page, 'seats')).darkest).toBeLessThan(60);
      await page.emulateMedia({ colorScheme: 'dark' });
      await eventually(async () => (await ink(page, 'seats')).darkest).toBeGreaterThan(180);
    },
    { colorScheme: 'light' },
  );
});

test('with Save-Data no chart is loaded and the baked text stays', async () => {
  await withPage(
    async (page) => {
      const asked = site.requests.length;
      await page.waitForResponse(/latest\.json/);
      expect(await page.locator('canvas').count()).toBe(0);
      expect(await page.locator('.chart-box p').first().isVisible()).toBe(true);
      expect(site.requests.slice(asked).filter((path) => path.includes('chart-drawing'))).toEqual([]);
    },
    { prepare: "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })" },
  );
});
