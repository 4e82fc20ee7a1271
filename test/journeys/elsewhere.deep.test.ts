import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, languagePath } from '#shared/election/text.ts';
import { eventually } from '../support/running-portal.ts';
import { sideways, violations } from '../support/soundness.ts';
import { usePortal } from '../support/use-portal.ts';

/** The night of 2012 in a newspaper and in a hall, from a real portal; its last test ends the portal. */
const here = usePortal([
  '--replay',
  'legco-2012',
  '--speed',
  'max',
  '--origin',
  'https://returns.example.hk',
]);

const FRAMES = ['constituencies/LC4/', 'constituencies/DC2/', 'seats/', 'progress/'];
/** One constituency of each system that 2012 does not have. */
const OTHERS = [
  ['legco-2016-rehearsal', 'INS'],
  ['legco-2016-rehearsal', 'LAB'],
  ['legco-2016-rehearsal', 'FIN'],
  ['popvote-2017', 'NOMINATION'],
  ['popvote-2017', 'VOTE'],
  ['popvote-2017', 'SYSTEM'],
] as const;
const THEMES = ['light', 'dark'] as const;

const there = (address: string) =>
  eventually(
    () => fetch(address),
    ({ ok }) => ok,
    120,
  );

describe('the night in a newspaper', () => {
  test('ends in the declared result, in an element on another origin, without a reload', async () => {
    await there(`${here.portal.url}/en/legco-2012/embed/constituencies/LC2/`);
    // The first heartbeat follows the first page.
    await there(`${here.portal.url}/data/legco-2012/heartbeat`);
    const newspaper = createServer((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="en"><title>P</title><script async src="${here.portal.url}/embed.js"></script>` +
            '<open-returns-embed election="legco-2012" constituency="LC2"></open-returns-embed>',
        ),
    );
    await new Promise<void>((resolve) => newspaper.listen(0, '127.0.0.1', resolve));
    const page = await here.browser.newPage({ viewport: { width: 360, height: 800 } });
    const said: string[] = [];
    page.on('console', (message) => said.push(`${message.text()} ${message.location().url}`));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(`http://127.0.0.1:${(newspaper.address() as AddressInfo).port}/`);
    const html = page.frameLocator('iframe').locator('html');
    let shown = 0;
    await eventually(
      async () => {
        const version = Number(await html.getAttribute('data-version'));
        expect(version).toBeGreaterThanOrEqual(shown);
        shown = version;
        return html.getAttribute('data-state');
      },
      (state) => state === 'declared',
      240,
    );
    expect(said).toEqual([]);
    expect(await page.locator('iframe').getAttribute('title')).toContain('Kowloon West');
    await page.close();
    newspaper.close();
  }, 300_000);
});

describe('frames and screens', () => {
  test('are free of accessibility violations and of sideways scrolling, in both themes and three languages', async () => {
    const found: string[] = [];
    const context = await here.browser.newContext();
    const page = await context.newPage();
    const look = async (path: string, width: number, height: number) => {
      await page.setViewportSize({ width, height });
      await page.goto(`${here.portal.url}${path}`);
      found.push(...(await violations(page)).map((fault) => `${path}, ${width} px: ${fault}`));
      const wide = await sideways(page);
      if (wide > 0) found.push(`${path}, ${width} px: scrolls sideways by ${wide} px`);
    };
    for (const language of LANGUAGES) {
      const base = `/${languagePath(language)}/legco-2012`;
      for (const theme of THEMES) {
        for (const frame of FRAMES) {
          await there(`${here.portal.url}${base}/embed/${frame}`);
          await look(`${base}/embed/${frame}?theme=${theme}`, 280, 800);
        }
        for (const show of ['overview', 'progress', 'LC4']) {
          await look(`${base}/hall/?show=${show}&theme=${theme}`, 1920, 1080);
          await look(`${base}/hall/?show=${show}&theme=${theme}`, 320, 800);
        }
      }
    }
    for (const [election, id] of OTHERS) {
      await there(`${here.portal.url}/en/${election}/embed/constituencies/${id}/`);
      await look(`/en/${election}/embed/constituencies/${id}/`, 280, 800);
      await look(`/en/${election}/hall/?show=${id}`, 1920, 1080);
    }
    await context.close();
    expect(found).toEqual([]);
  }, 600_000);

  test('search engines are led to real elections only, under the site’s own address', async () => {
    const text = async (path: string) => (await there(`${here.portal.url}${path}`)).text();
    expect(await text('/robots.txt')).toContain('Sitemap: https://returns.example.hk/sitemap.xml');
    const index = await text('/sitemap.xml');
    expect(index).toContain('https://returns.example.hk/sitemaps/legco-2012.xml');
    expect(index).not.toMatch(/rehearsal|popvote|training/);
    const pages = [...(await text('/sitemaps/legco-2012.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address = '']) => new URL(address).pathname,
    );
    expect(pages.length).toBeGreaterThan(1000);
    for (const path of pages.filter((_, index) => index % 97 === 0)) {
      const html = await text(path);
      expect(html).toContain(`<link rel="canonical" href="https://returns.example.hk${path}">`);
      expect(html).not.toContain('noindex');
    }
    expect(await text('/en/legco-2016-rehearsal/')).toContain('noindex');
  }, 120_000);

  test('survive the end of the portal: the last figures stand with their time, also after the screen was opened anew', async () => {
    const context = await here.browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    const frame = await context.newPage();
    await page.goto(`${here.portal.url}/en/legco-2012/hall/?show=LC4`);
    await frame.goto(`${here.portal.url}/en/legco-2012/embed/constituencies/LC4/`);
    const before = await page.locator('section:visible').innerText();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await eventually(
      () => page.evaluate(async () => (await (await caches.open('open-returns-hall')).keys()).length),
      (kept) => kept > 3,
    );
    await here.portal.kill();
    for (const one of [page, frame])
      await one.locator('.live-alert').getByText('You are offline.').waitFor({ timeout: 60_000 });
    expect(await frame.locator('.asof').innerText()).toMatch(/as of \d+ \w+ \d{4}, \d\d:\d\d/);
    await page.reload();
    await page.locator('.live-alert').getByText('You are offline.').waitFor({ timeout: 60_000 });
    const after = await page.locator('section:visible').innerText();
    expect(after.replace(/\d+ \w+ ago/, '')).toBe(before.replace(/\d+ \w+ ago/, ''));
    await context.close();
  }, 120_000);
});
