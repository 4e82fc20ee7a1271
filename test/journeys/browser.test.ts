import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { legco2012 } from '#functions/elections/legco-2012.ts';
import { LANGUAGES, type Language, languagePath } from '#shared/election/text.ts';
import type { RegisterResult } from '#shared/recount/register-results.ts';
import type { LatestPointer } from '#shared/recount/results.ts';
import { overHttp, publishedKey } from '../support/public-index.ts';
import { eventually } from '../support/running-portal.ts';
import { faults } from '../support/soundness.ts';
import { usePortal } from '../support/use-portal.ts';

const here = usePortal(['--replay', 'legco-2012', '--speed', 'max']);

/** Everything a page says that it should not: errors, warnings, refused resources, failed requests. */
const listen = (page: Page): string[] => {
  const said: string[] = [];
  page.on('console', (message) =>
    said.push(`${message.type()}: ${message.text()} ${message.location().url}`),
  );
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  return said;
};

const constituencyPage = (language: Language): string =>
  `${here.portal.url}/${languagePath(language)}/legco-2012/constituencies/LC2/`;

const pointer = async (): Promise<LatestPointer> =>
  (await fetch(`${here.portal.url}/data/legco-2012/latest.json`)).json() as Promise<LatestPointer>;

describe('the night of 2012, followed in a browser', () => {
  test('ends, in three languages at once, in the declared result without going back or reloading', async () => {
    const contexts: BrowserContext[] = [];
    const followed = await Promise.all(
      LANGUAGES.map(async (language) => {
        const context = await here.browser.newContext();
        contexts.push(context);
        const page = await context.newPage();
        const said = listen(page);
        await eventually(
          // The first heartbeat follows the first page; a reader who comes in between would be told of it by the browser only.
          async () =>
            Math.max(
              (await fetch(constituencyPage(language))).status,
              (await fetch(`${here.portal.url}/data/legco-2012/heartbeat`)).status,
            ),
          (status) => status === 200,
        );
        await page.goto(constituencyPage(language));
        return { language, page, said };
      }),
    );
    await Promise.all(
      followed.map(async ({ language, page, said }) => {
        let shown = 0;
        let loads = 0;
        page.on('load', () => {
          loads += 1;
        });
        await eventually(
          async () => {
            const version = Number(await page.locator('html').getAttribute('data-version'));
            expect(version).toBeGreaterThanOrEqual(shown);
            shown = version;
            return page.locator('html').getAttribute('data-state');
          },
          (state) => state === 'declared',
          240,
        );
        expect(loads).toBe(0);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(said).toEqual([]);
      }),
    );
    await Promise.all(contexts.map((context) => context.close()));
  }, 300_000);

  test('reads the same without scripts, names and figures as officially declared', async () => {
    await eventually(pointer, ({ status }) => status === 'declared', 120);
    const official = legco2012().officiallyElected ?? {};
    const context = await here.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const language of LANGUAGES) {
      for (const [constituency, names] of Object.entries(official)) {
        const address = constituencyPage(language).replace('LC2', constituency);
        await eventually(
          async () => {
            await page.goto(address);
            return page.locator('html').getAttribute('data-state');
          },
          (state) => state === 'declared',
        );
        const text = await page.locator('main').innerText();
        expect(names.filter((name) => !text.includes(name))).toEqual([]);
      }
    }
    await context.close();
  }, 120_000);

  test('the register of notices filters in place, keeps the query in the address, and shows everything without scripts', async () => {
    const register = `${here.portal.url}/en/legco-2016-rehearsal/notices/`;
    await eventually(
      async () => (await fetch(`${register}c-HKI-2/`)).status,
      (status) => status === 200,
      120,
    );
    const page = await here.browser.newPage();
    const said = listen(page);
    const rows = page.locator('.notices tr[data-type]:visible');
    await eventually(
      async () => {
        await page.goto(register);
        return rows.count();
      },
      (count) => count === 8,
    );
    await page.getByLabel('Constituency', { exact: true }).selectOption('FIN');
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('Elected uncontested: Finance')]);
    expect(await page.getByRole('status').innerText()).toBe('1 of 8 notices shown');
    expect(page.url()).toBe(`${register}?constituency=FIN`);
    await page.goBack();
    expect(await rows.count()).toBe(8);
    await page.goto(`${register}?text=WRONG+order`);
    expect(await rows.count()).toBe(1);
    await page.getByLabel('Words').fill('nowhere to be found');
    await page.getByLabel('Words').press('Enter');
    expect(await rows.count()).toBe(0);
    expect(await page.getByRole('status').innerText()).toContain('No notice fits.');
    expect(said).toEqual([]);
    await page.close();
    const context = await here.browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${register}?constituency=FIN`);
    expect(await plain.locator('.notices tr[data-type]:visible').count()).toBe(8);
    expect(await plain.locator('.filter').isVisible()).toBe(false);
    await context.close();
  }, 180_000);

  /** Every kind of page in English; the pages most readers meet in every language. */
  const PAGES: Readonly<Record<Language, readonly string[]>> = {
    en: [
      '',
      'legco-2012/',
      'legco-2012/constituencies/LC4/',
      'legco-2012/constituencies/LC1/how/',
      'legco-2012/stations/A0101/',
      'legco-2012/open-data/',
      'legco-2012/verify/',
      'legco-2012/alerts/',
      'legco-2016-rehearsal/notices/',
      'legco-2016-rehearsal/notices/c-HKI-1/',
      'legco-2016-rehearsal/notices/e-2/',
      'popvote-2017/',
      'popvote-2017/constituencies/VOTE/',
      'popvote-2017/stations/VOTE-ONLINE/',
      '404/',
    ],
    'zh-Hant': [
      'legco-2012/',
      'legco-2012/constituencies/LC4/',
      'legco-2012/alerts/',
      'legco-2016-rehearsal/notices/',
    ],
    'zh-Hans': [
      'legco-2012/constituencies/LC4/',
      'legco-2012/constituencies/LC1/how/',
      'legco-2016-rehearsal/notices/c-HKI-2/',
    ],
  };

  test('is free of accessibility violations and quiet, on a desk’s screen in light and on the narrowest phone in dark', async () => {
    const context = await here.browser.newContext();
    const page = await context.newPage();
    const said = listen(page);
    const found: string[] = [];
    for (const language of LANGUAGES) {
      for (const path of PAGES[language]) {
        const address = `${here.portal.url}/${languagePath(language)}/${path}`;
        // Station pages are baked when nothing else is to do.
        if (!path.startsWith('404')) {
          await eventually(
            () => fetch(address),
            ({ ok }) => ok,
            120,
          );
        }
        await page.goto(address);
        found.push(...(await faults(page, `${language} ${path}`)));
        found.push(...said.splice(0).map((line) => `${language} ${path} said ${line}`));
      }
    }
    await context.close();
    expect(found).toEqual([]);
  }, 300_000);

  test('Escape closes the menu and gives the focus back to it', async () => {
    const page = await here.browser.newPage({ viewport: { width: 320, height: 256 } });
    await page.goto(`${here.portal.url}/en/legco-2012/`);
    await page.locator('.menu summary').press('Enter');
    await page.locator('.menu a').first().press('Escape');
    expect(await page.locator('.menu').getAttribute('open')).toBeNull();
    expect(await page.locator('.menu summary').evaluate((menu) => menu === document.activeElement)).toBe(
      true,
    );
    await page.close();
  });

  test('first view of a constituency stays within 60 kB and 5 requests', async () => {
    const context = await here.browser.newContext({ viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    let bytes = 0;
    let requests = 0;
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await page.goto(`${here.portal.url}/en/legco-2012/constituencies/LC4/`, { waitUntil: 'networkidle' });
    expect(requests).toBeLessThanOrEqual(5);
    expect(bytes).toBeLessThanOrEqual(60_000);
    await context.close();
  }, 60_000);
});

describe('the rehearsal for candidates', () => {
  test('brings a register of advertisements to look at, with something of each kind in it', async () => {
    const register = async (): Promise<RegisterResult> => {
      const read = overHttp(here.portal.url);
      return JSON.parse(await read(await publishedKey(read, 'platform-training', 'advertisements.json')));
    };
    const filed = ({ accounts }: RegisterResult) => accounts.flatMap(({ advertisements }) => advertisements);
    const all = filed(
      await eventually(
        register,
        (one) =>
          filed(one).length === 6 &&
          filed(one).every(({ files }) => files.every(({ state }) => state !== 'waiting')),
        60,
      ),
    );
    const states = all.flatMap(({ files }) => files.map(({ state }) => state));
    expect(states.toSorted()).toEqual(['public', 'public', 'public', 'refused', 'removed']);
    expect(all.filter(({ corrections }) => corrections.length > 0)).toHaveLength(1);
    expect(all.filter(({ consents }) => consents.some(({ revoked }) => revoked !== null))).toHaveLength(1);
    expect(all.filter(({ inTime }) => !inTime)).toHaveLength(1);
    expect(all.filter(({ links }) => links.length > 0)).toHaveLength(1);
    expect(all.filter(({ jointWith }) => jointWith.length > 0)).toHaveLength(1);
  }, 90_000);
});
