import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import { nightOf } from '../support/acts-night.ts';
import {
  atConstituency,
  atStation,
  type DeskOfficer,
  deskAddress,
  lead,
  openDesk,
} from '../support/desk-browser.ts';
import { field, useDeskPortal, VALID, VOTES, vote } from '../support/desk-portal.ts';
import { FOUR_LOOKS, isSound, sideways, TWO_LOOKS } from '../support/soundness.ts';

const desk = useDeskPortal();

const report = (station: string): string => `#/single/LC1/stations/${station}/report`;

const open = async (officer: DeskOfficer, hash: string, language: Language): Promise<Page> => {
  const page = await (await desk.device()).newPage();
  await openDesk(page, desk.portal.url, officer, hash, language);
  return page;
};

const fill = async (page: Page, valid: number): Promise<void> => {
  for (const [index, votes] of VOTES.entries()) await vote(page, index + 1).fill(String(votes));
  await field(page, '$.validVotes').fill(String(valid));
};

/** A form has many parts: each width in each scheme, which other words do not change. */
const isFourfold = async (page: Page, state: string): Promise<void> => {
  const spoken = await page.evaluate(() => document.documentElement.lang);
  await isSound(page, state, spoken === 'en' ? FOUR_LOOKS : TWO_LOOKS);
};

const pasteColumn = async (page: Page, column: string): Promise<void> => {
  await vote(page, 1).focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const pasted = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', pasted));
  }, column);
};

const submit = (page: Page) => page.locator('form button[type=submit]');

describe.each(LANGUAGES)('every state of the desk in %s', (language) => {
  const place = LANGUAGES.indexOf(language) + 1;
  const station = `S0${place}`;
  const officer = atStation('single', 'LC1', station);

  test('before signing in, and without scripts', async () => {
    const page = await (await desk.device()).newPage();
    await page.goto(deskAddress(desk.portal.url, '#/', language));
    await page.locator('main .buttons button').waitFor();
    await isSound(page, 'signed out');
    const plain = await (await desk.device({ javaScriptEnabled: false })).newPage();
    await plain.goto(deskAddress(desk.portal.url, '#/', language));
    expect(await plain.locator('h1').count()).toBe(1);
    expect(await plain.locator('noscript').count()).toBe(1);
    await Promise.all([page.context().close(), plain.context().close()]);
  }, 60_000);

  test('places, loading, unknown and refused', async () => {
    const page = await open(officer, '#/', language);
    await page.locator('main h2').first().waitFor();
    await isSound(page, 'places');
    await lead(page, '#/no/such/screen/at/all');
    await page.locator('main a[href="#/"]').waitFor();
    await isSound(page, 'unknown');
    await lead(page, '#/single/LC1/stations/ZZ/report');
    await page.locator('.bad').waitFor();
    await isSound(page, 'refused');
    await page.route('**/api/**', async (route) => {
      await new Promise((done) => setTimeout(done, 60_000));
      await route.continue().catch(() => undefined);
    });
    await lead(page, report(station));
    await page.locator('.loading').waitFor();
    await isSound(page, 'loading');
    await page.context().close();
  }, 60_000);

  test('the form: empty, with errors, with something to explain, checked, kept offline and sent', async () => {
    const page = await open(officer, report(station), language);
    await vote(page, 1).waitFor();
    await isFourfold(page, 'empty form');
    await submit(page).click();
    await page.locator('.summary').waitFor();
    await isFourfold(page, 'missing figures');
    await pasteColumn(page, ['12x', '1 080', ...VOTES.slice(2)].join('\n'));
    await page.locator('.pasted .warn').waitFor();
    await isFourfold(page, 'pasted');
    await fill(page, VALID - 270);
    await submit(page).click();
    await page.locator('.hinted, .fault').first().waitFor();
    await isFourfold(page, 'sum that differs');
    await fill(page, VALID);
    for (const head of ['supplied', 'unissued', 'unused', 'spoilt']) {
      await field(page, `$.account.${head}`).fill(head === 'supplied' ? '2000' : '0');
    }
    await submit(page).click();
    await page.locator('#explain').waitFor();
    await isFourfold(page, 'something to explain');
    await submit(page).click();
    await page.locator('.answers').first().waitFor();
    await isFourfold(page, 'checked');
    await page.context().setOffline(true);
    await page.locator('main .buttons button').first().click();
    await page.locator('main .warn').waitFor();
    await isFourfold(page, 'kept offline');
    await page.context().setOffline(false);
    await page.locator('main .good').waitFor({ timeout: 30_000 });
    await isFourfold(page, 'sent');
    await page.locator('.who button').click();
    await page.locator('main .buttons button').waitFor();
    await page.context().close();
  }, 180_000);

  test('a form that was refused beside what stands, and two forms that differ', async () => {
    const night = nightOf(desk.portal, 'double');
    const own = atStation('double', 'LC1', station);
    const page = await open(own, `#/double/LC1/stations/${station}/report`, language);
    await vote(page, 1).waitFor();
    await fill(page, VALID);
    await submit(page).click();
    await page.locator('.answers').first().waitFor();
    const all = Object.fromEntries(VOTES.map((votes, index) => [String(index + 1), votes]));
    for (const votes of [all, { ...all, '12': 1141 }]) {
      const as = { role: 'presiding_officer', constituency: 'LC1', station } as const;
      const report = { constituency: 'LC1', station, count: 1, revision: 1, votes };
      const by = { ...as, account: `double.LC1.${station}.po-${votes === all ? 2 : 3}` };
      expect((await night.call('/entries', by, { attempt: 1, report })).status).toBe(201);
    }
    await page.locator('main .buttons button').first().click();
    await page.locator('.bad').first().waitFor();
    await isFourfold(page, 'refused, beside what stands');
    await lead(page, `#/double/LC1/stations/${station}/resolve`);
    await page.locator('main fieldset').first().waitFor();
    await submit(page).click();
    await page.locator('.summary').waitFor();
    await isFourfold(page, 'two forms that differ');
    await page.context().close();
  }, 120_000);

  test('rankings, with a row that nobody could have written', async () => {
    const page = await open(
      atConstituency('single', 'FC1', `ro-${place === 1 ? 1 : 2}`),
      '#/single/FC1/stations/CCS/report/type',
      language,
    );
    await field(page, '$.rankings[0].order').fill('9 1');
    await submit(page).click();
    await page.locator('.summary').waitFor();
    await isFourfold(page, 'rankings');
    await page.context().close();
  }, 60_000);
});

describe('a form without its style sheet', () => {
  test('reads in the order of the paper, each field after its name', async () => {
    const page = await open(atStation('single', 'LC1', 'S05'), report('S05'), 'en');
    await vote(page, 1).waitFor();
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) sheet.remove();
    });
    const labels = await page.locator('main label').allInnerTexts();
    expect(labels.slice(0, 2)).toEqual(['1 Candidate 1', '2 Candidate 2']);
    expect(labels[22]).toBe('Valid votes');
    expect(labels.at(-1)).toBe('Tendered');
    const follows = await page
      .locator('main label')
      .evaluateAll((all) =>
        all.every((label) => label.nextElementSibling?.id === (label as HTMLLabelElement).htmlFor),
      );
    expect(follows).toBe(true);
    await page.context().close();
  }, 60_000);

  test('holds at 400 % zoom and with wider text, and every control is large enough to touch', async () => {
    const page = await open(atStation('single', 'LC1', 'S06'), report('S06'), 'en');
    await vote(page, 1).waitFor();
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    const small = await page
      .locator('main :is(input, button, a.button, textarea), .ink :is(a, button)')
      .evaluateAll((all) =>
        all
          .map((one) => ({ text: one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 0 && (box.height < 44 || box.width < 44))
          .map(({ text }) => text),
      );
    expect(small).toEqual([]);
    await vote(page, 22).focus();
    const covered = await vote(page, 22).evaluate((input) => {
      const { left, top, width, height } = input.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) !== input;
    });
    expect(covered).toBe(false);
    await page.context().close();
  }, 60_000);
});
