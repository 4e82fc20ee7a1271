import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NoticesView } from '#shared/desk/notices-view.ts';
import { looksRight, type OfficersDesk, officersDesk } from '../support/acts-browser.ts';
import { aNight, type Night, nightOf } from '../support/acts-night.ts';
import { field } from '../support/desk-portal.ts';
import { eventually } from '../support/running-portal.ts';
import { usePortal } from '../support/use-portal.ts';

const ID = 'notices-night';
const HOSTILE = '<img src=x onerror=alert(1)>]]>"&\u202eabc';
const here = usePortal();
let night: Night;

beforeAll(async () => {
  night = nightOf(here.portal, ID);
  await night.define(aNight(ID, { entry: 'single' }));
}, 60_000);

const sit = (account: string): Promise<OfficersDesk> =>
  officersDesk(here.browser, here.portal.url, account, { election: ID, constituency: 'LC1' });

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const read = (path: string, says: (text: string) => boolean): Promise<string> =>
  eventually(async () => (await fetch(`${here.portal.url}${path}`)).text(), says, 60);
const posted = async (): Promise<NoticesView> =>
  (await night.call('/notices/drafts', night.ro)).body as NoticesView;

/** Addresses of the feeds that the register names. */
const feedsOf = async (): Promise<readonly string[]> => {
  const register = await read(`/en/${ID}/notices/`, (text) => text.includes('feed'));
  const found = [...register.matchAll(/href="([^"]*feed[^"]*)"/g)].map(([, href = '']) => href);
  return [...new Set(found.map((href) => new URL(href, here.portal.url).pathname))];
};

const postedNow = async (page: Page): Promise<void> => {
  await heading(page, 'Where and when was it posted?');
  await page.getByRole('button', { name: 'It was posted at the legal place' }).click();
  await page.getByRole('button', { name: 'It was posted now' }).click();
  await goOn(page);
};

const declare = async (): Promise<void> => {
  const votes = {
    A: { '1': 50, '2': 31, '3': 30 },
    B: { '1': 10, '2': 10, '3': 10 },
    CCS: { '1': 0, '2': 0, '3': 0 },
  };
  for (const [station, own] of Object.entries(votes)) {
    const report = { constituency: 'LC1', station, count: 1, revision: 1, votes: own };
    const { status, body } = await night.call('/reports', night.ro, report);
    if (status !== 201) throw new Error(JSON.stringify(body));
  }
  const declaration = { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] };
  const { status, body } = await night.call('/declarations', night.ro, declaration);
  if (status !== 201) throw new Error(JSON.stringify(body));
};

describe('a presiding officer', () => {
  test('posts when the public may enter, at the own station, and loses nothing of what was typed', async () => {
    const { page, context, go, said, close } = await sit(`${ID}.LC1.A.po-1`);
    await page.getByRole('link', { name: 'Notices' }).click();
    await heading(page, 'Notices of Harbour');
    await page.getByRole('heading', { name: 'Owed and not posted' }).waitFor();
    await looksRight(page, 'po-overview');
    await page.getByRole('link', { name: /^When the public may enter the counting station N23/ }).click();
    await heading(page, 'Prescribed contents');
    await goOn(page);
    const summary = page.getByRole('alert');
    await summary.getByRole('link', { name: 'Fill in: Expected time.' }).waitFor();
    await summary.getByRole('link', { name: 'Fill in: Telephone.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field:content-telephone');
    expect(await page.title()).toMatch(/^Error: /);
    await looksRight(page, 'po-contents-error');
    await page.getByLabel('Telephone').fill('call me');
    await field(page, 'content-expectedAt-date').fill('2016-09-04');
    await field(page, 'content-expectedAt-time').fill('2345');
    await goOn(page);
    await page.getByRole('alert').getByText('not-a-telephone').waitFor();
    await page.getByLabel('Telephone').fill('２８９１ 1001');
    await goOn(page);
    await heading(page, 'What the notice says');
    await field(page, 'text-en').fill(`Ask A123456(3). ${HOSTILE}`);
    await goOn(page);
    await page
      .getByRole('alert')
      .getByText(/Such numbers are never published/)
      .waitFor();
    await field(page, 'text-en').fill(`The public may enter at 23:45. ${HOSTILE}`);
    await field(page, 'title-en').fill(HOSTILE);
    await looksRight(page, 'po-words');
    // Another visit of the same officer on this device: everything is still there.
    await page.waitForTimeout(300);
    await page.goto(`${here.portal.url}/en/desk/#/`);
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/oauth2\/authorize/);
    const choose = new URL(page.url());
    choose.searchParams.set('election', ID);
    choose.searchParams.set('constituency', 'LC1');
    await page.goto(choose.href);
    await page.locator(`button[value="${ID}.LC1.A.po-1"]`).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await go(`#/${ID}/LC1/notices/new/N23/words`);
    await heading(page, 'What the notice says');
    expect(await field(page, 'title-en').inputValue()).toBe(HOSTILE);
    await goOn(page);
    await heading(page, 'Where and when was it posted?');
    await goOn(page);
    await page.getByRole('alert').getByText('Say where it was posted, in at least one language.').waitFor();
    await looksRight(page, 'po-posted');
    await postedNow(page);
    await heading(page, 'Check your answers');
    await page.getByRole('heading', { name: 'What the public will read' }).waitFor();
    await page.getByText('23:45', { exact: false }).first().waitFor();
    await looksRight(page, 'po-check');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Post the notice' }).click();
    await page
      .getByRole('alert')
      .getByText(/There is no connection/)
      .waitFor();
    await looksRight(page, 'po-offline');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Post the notice' }).dblclick();
    await heading(page, 'The notice is posted');
    await page.getByText('Its number is s-A-1').waitFor();
    await looksRight(page, 'po-sent');
    const { posted: all } = await posted();
    expect(all.map(({ id, revision }) => [id, revision])).toEqual([['s-A-1', 1]]);
    expect(said).toEqual([]);
    await close();
  }, 240_000);

  test('shows hostile words as words on the public page and in the feeds', async () => {
    const path = `/en/${ID}/notices/s-A-1/`;
    const html = await read(path, (text) => text.includes('&lt;img src=x'));
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('\u202e');
    const feeds = await feedsOf();
    expect(feeds).toHaveLength(2);
    for (const feed of feeds) {
      const text = await read(feed, (words) => words.includes('s-A-1'));
      // JSON Feed knows plain text, where a mark is a mark; Atom is XML and escapes it.
      if (text.startsWith('{')) {
        expect(text).toContain('"content_text"');
        expect(text).not.toContain('"content_html"');
      } else expect(text).not.toContain('<img src=x');
      expect(text).not.toContain('\u202e');
    }
    const page = await here.browser.newPage();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => void dialogs.push(dialog.message()));
    await page.goto(`${here.portal.url}${path}`);
    expect(await page.locator('main img[src="x"]').count()).toBe(0);
    expect(dialogs).toEqual([]);
    await page.close();
  }, 120_000);

  test('sees no form of a notice that another role posts', async () => {
    const { page, go, close } = await sit(`${ID}.LC1.A.po-1`);
    await go(`#/${ID}/LC1/notices/new/N26`);
    await page.getByText(/You cannot post this notice.*returning officer/).waitFor();
    expect(await page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
    await looksRight(page, 'po-other-role');
    await close();
  }, 120_000);
});

describe('a returning officer', () => {
  test('posts the draft that a declaration made, and corrects it by another notice', async () => {
    await declare();
    const { page, go, said, close } = await sit(`${ID}.LC1.ro-1`);
    await go(`#/${ID}/LC1/acts`);
    await page.getByRole('link', { name: 'Notice of result · Harbour: check and post' }).waitFor();
    await looksRight(page, 'ro-acts');
    await go(`#/${ID}/LC1/notices`);
    await heading(page, 'Notices of Harbour');
    await page.getByText('Made from the declaration.').first().waitFor();
    await looksRight(page, 'ro-overview');
    await page.getByRole('link', { name: 'Notice of result · Harbour: check and post' }).click();
    await heading(page, 'Prescribed contents');
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await page.getByLabel('Candidate 3a').check();
    await looksRight(page, 'ro-contents');
    await goOn(page);
    await heading(page, 'What the notice says');
    expect(await field(page, 'text-zh-Hant').inputValue()).not.toBe('');
    await goOn(page);
    await postedNow(page);
    await heading(page, 'Check your answers');
    await page.getByRole('button', { name: 'Post the notice' }).click();
    // The server holds it against the declaration; the same sentence leads to the field and stands there.
    const refused = page.getByRole('alert').getByRole('link', { name: /elected-differs/ });
    const sentence = await refused.innerText();
    await looksRight(page, 'ro-refused');
    await refused.click();
    await heading(page, 'Prescribed contents');
    await page.locator('.fault').getByText(sentence).waitFor();
    await page.getByLabel('Candidate 3a').uncheck();
    await goOn(page);
    await heading(page, 'What the notice says');
    await goOn(page);
    await heading(page, 'Where and when was it posted?');
    await goOn(page);
    await heading(page, 'Check your answers');
    await page.getByRole('button', { name: 'Post the notice' }).dblclick();
    await heading(page, 'The notice is posted');
    await page.getByText('Its number is c-LC1-1').waitFor();
    await read(`/en/${ID}/notices/c-LC1-1/`, (text) => text.includes('Candidate 1a'));

    await page
      .getByRole('link', { name: /Notices of Harbour/ })
      .last()
      .click();
    await heading(page, 'Notices of Harbour');
    await page.getByRole('link', { name: 'Supersede c-LC1-1' }).click();
    await heading(page, 'Why does it supersede c-LC1-1?');
    await goOn(page);
    await page
      .getByRole('alert')
      .getByRole('link', { name: /reason-required/ })
      .waitFor();
    await page.getByLabel('Reason').fill('The first one had a slip in its text.');
    await goOn(page);
    await heading(page, 'Prescribed contents');
    await goOn(page);
    await field(page, 'text-en').fill('Elected: Candidate 1a and Candidate 2a.');
    await goOn(page);
    await postedNow(page);
    await heading(page, 'Check your answers');
    await looksRight(page, 'ro-correction');
    await page.getByRole('button', { name: 'Post the notice' }).click();
    await page.getByText('Its number is c-LC1-2').waitFor();
    await go(`#/${ID}/LC1/notices`);
    await page.getByText('superseded by c-LC1-2').waitFor();
    await looksRight(page, 'ro-superseded');
    await read(`/en/${ID}/notices/c-LC1-1/`, (text) => text.includes('uperseded'));
    await read(`/en/${ID}/notices/c-LC1-2/`, (text) => text.includes('had a slip'));
    await read(`/en/${ID}/notices/`, (text) => text.includes('c-LC1-1') && text.includes('c-LC1-2'));
    for (const feed of await feedsOf()) {
      await read(feed, (text) => text.includes('c-LC1-1') && text.includes('c-LC1-2'));
    }
    expect(said).toEqual([]);
    await close();
  }, 300_000);

  test('adds the number in the Gazette once it is known', async () => {
    const { page, go, close } = await sit(`${ID}.LC1.ro-1`);
    await go(`#/${ID}/LC1/notices`);
    await page.getByRole('link', { name: 'Result in the Gazette · Harbour: check and post' }).click();
    await heading(page, 'Prescribed contents');
    await goOn(page);
    await heading(page, 'What the notice says');
    await goOn(page);
    await postedNow(page);
    await heading(page, 'Gazette');
    await page.getByLabel('Gazette number').fill('4901');
    await goOn(page);
    await page.getByRole('alert').getByText('Give both the number and the date, or neither.').waitFor();
    await page.getByLabel('Gazette number').fill('');
    await goOn(page);
    await heading(page, 'Check your answers');
    await page.getByRole('button', { name: 'Post the notice' }).click();
    await page.getByText('Its number is c-LC1-3').waitFor();
    await go(`#/${ID}/LC1/notices/c-LC1-3/add`);
    await heading(page, 'Add to notice c-LC1-3');
    await page.getByLabel('Gazette number').fill('4901');
    await page.getByLabel('Date of the Gazette').fill('2030/9/9');
    await page.getByLabel('What is added, and why').fill('Its number in the Gazette.');
    await looksRight(page, 'ro-add');
    await goOn(page);
    await heading(page, 'Check your answers');
    await page.getByRole('button', { name: 'Add to the notice' }).click();
    await heading(page, 'The notice is posted');
    const { posted: all } = await posted();
    expect(all.find(({ id }) => id === 'c-LC1-3')).toMatchObject({
      revision: 2,
      gazette: { number: '4901', date: '2030-09-09' },
    });
    await close();
  }, 240_000);
});

describe('an officer of the whole election', () => {
  test('posts for it from home, a plan of a station with a file of which only the hash is sent', async () => {
    const { page, said, close } = await sit('chief-1');
    await page.locator(`a[href="#/${ID}/notices"]`).click();
    await heading(page, 'Notices of the election');
    await looksRight(page, 'ceo-overview');
    await page.getByRole('link', { name: 'Plan of the polling station N16' }).click();
    await heading(page, 'Which place is it about?');
    await page.getByLabel('The notice belongs to').selectOption('s-B');
    await goOn(page);
    await heading(page, 'What the notice says');
    await field(page, 'text-en').fill('The plan of station B.');
    await field(page, 'attachment').setInputFiles({
      name: 'plan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7'),
    });
    await page.getByText('plan.pdf').waitFor();
    await looksRight(page, 'ceo-file');
    await goOn(page);
    await postedNow(page);
    await heading(page, 'Check your answers');
    await page.getByRole('button', { name: 'Post the notice' }).click();
    await page.getByText('Its number is s-B-1').waitFor();
    const { bodies } = await posted();
    expect(bodies['s-B-1']?.attachment).toMatchObject({ name: 'plan.pdf', bytes: 8 });
    expect(said).toEqual([]);
    await close();
  }, 240_000);
});
