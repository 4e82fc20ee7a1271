import { beforeAll, describe, expect, test } from 'vitest';
import { looksRight } from '../support/acts-browser.ts';
import {
  advertisedElection,
  chiefPuts,
  openPlatform,
  outboxOf,
  shownDay,
  signInAsCandidate,
} from '../support/candidate.ts';
import {
  allSent,
  heading,
  pdf,
  toCheck,
  toFiles,
  toReceipt,
  typeLeaflet,
} from '../support/candidate-steps.ts';
import { field } from '../support/desk-portal.ts';
import { eventually } from '../support/running-portal.ts';
import { usePortal } from '../support/use-portal.ts';

/** Whatever else a candidate can file, each on its screens: joint advertisements, links, replacements, declarations, an own platform. */

const ID = 'filings';
const here = usePortal();

beforeAll(async () => {
  await chiefPuts(here, `/api/elections/${ID}/definition`, advertisedElection(ID));
}, 60_000);

const sit = async (id: string) => {
  const signIn = `of-${id.toLowerCase()}`;
  await openPlatform(here, ID, { id, signIn });
  const context = await here.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await signInAsCandidate(context, here.portal.url, { election: ID, signIn });
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  await heading(page, 'My submissions');
  const publicPage = (id: string, has: (text: string) => boolean) =>
    eventually(
      async () => (await fetch(`${here.portal.url}/en/${ID}/advertisements/${id}/`)).text(),
      has,
      60,
    );
  return { page, said, publicPage, close: () => context.close() };
};

describe('a candidate files', () => {
  test('a poster together with another list and a message by its link, in one submission', async () => {
    const { page, said, publicPage, close } = await sit('HKI-21');
    await page.getByRole('link', { name: 'Submit election advertisements' }).click();
    await field(page, 'a1.kind').selectOption('poster');
    await field(page, 'a1.publishedOn').fill(shownDay());
    await field(page, 'a1.producedOn').fill(shownDay(-3));
    await field(page, 'a1.producer-en').fill('AA Printing');
    await field(page, 'a1.address-en').fill('1 Sample Road');
    await field(page, 'a1.copiesProduced').fill('500');
    await field(page, 'a1.copiesPublished').fill('450');
    await page.getByRole('button', { name: 'Name another candidate or list' }).click();
    await field(page, 'a1.joint-0').selectOption('FC1');
    await field(page, 'a1.joint-0-name-en').fill('Candidate of the Heung Yee Kuk');
    await page.getByRole('button', { name: 'Add another advertisement' }).click();
    await field(page, 'a2.kind').selectOption('message');
    await field(page, 'a2.publishedOn').fill(shownDay());
    await page.getByLabel('Yes, I give the link').check();
    await page.getByRole('button', { name: 'Continue: files' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Give the link.' }).waitFor();
    await field(page, 'a2.links').fill('ftp://example.org');
    await page
      .getByRole('alert')
      .getByRole('link', { name: /is not a web address/ })
      .click();
    await field(page, 'a2.links').fill('https://social.example.org/list-1');
    await looksRight(page, 'filing-several');
    await toFiles(page);
    await page.locator('input[type=file]').first().setInputFiles(pdf('Poster.pdf', 'Vote for both'));
    await allSent(page, 1);
    await looksRight(page, 'filing-several-files');
    await toCheck(page);
    await page.getByText('Candidate of the Heung Yee Kuk').waitFor();
    await looksRight(page, 'filing-several-check');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await heading(page, 'We have received your submission');
    await looksRight(page, 'filing-several-receipt');
    const joint = await publicPage('HKI-21-0001-1', (text) =>
      text.includes('Candidate of the Heung Yee Kuk'),
    );
    expect(joint).toContain('Heung Yee Kuk');
    await publicPage('HKI-21-0001-2', (text) => text.includes('https://social.example.org/list-1'));
    // The printer is not typed again.
    await page.getByRole('link', { name: 'My submissions' }).click();
    await typeLeaflet(page);
    await field(page, 'a1.maker').selectOption({ label: 'AA Printing · 1 Sample Road' });
    expect(await field(page, 'a1.producer-en').inputValue()).toBe('AA Printing');
    expect(await field(page, 'a1.address-en').inputValue()).toBe('1 Sample Road');
    expect(said).toEqual([]);
    await close();
  }, 240_000);

  test('another copy in the place of a refused one, and hears what became of it', async () => {
    const { page, said, publicPage, close } = await sit('HKI-22');
    await typeLeaflet(page);
    await toFiles(page);
    const scripted = '<html><body><script>alert(1)</script>Vote</body></html>';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Leaflet.html', mimeType: 'text/html', buffer: Buffer.from(scripted) });
    await allSent(page, 1);
    await toReceipt(page);
    await page.getByText('Refused: please replace').first().waitFor({ timeout: 60_000 });
    await looksRight(page, 'filing-refused-receipt');
    await page.getByRole('link', { name: 'My submissions' }).click();
    await page.getByRole('heading', { name: '1 file waits for you' }).waitFor();
    await looksRight(page, 'filing-refused');
    await page.getByRole('link', { name: 'Replace the file Leaflet.html' }).click();
    await page.getByText('Replaces:').waitFor();
    await page.locator('input[type=file]').setInputFiles(pdf('Leaflet.pdf', 'Vote'));
    await allSent(page, 1);
    await looksRight(page, 'filing-replacement');
    expect(await toReceipt(page)).toMatch(/-HKI-22-0002-/);
    await page.getByRole('link', { name: 'My submissions' }).click();
    await page.getByRole('heading', { name: '1 file waits for you' }).waitFor({ state: 'detached' });
    await publicPage(
      'HKI-22-0001-1',
      (text) => text.includes('Leaflet.pdf') && text.includes('Leaflet.html'),
    );
    const told = outboxOf(here).filter((message) => message.includes('Leaflet.html'));
    expect(told.some((message) => /script/i.test(message))).toBe(true);
    expect(said).toEqual([]);
    await close();
  }, 240_000);

  test('a statutory declaration of what was not printed, and a copy with the number that was allotted', async () => {
    const { page, said, publicPage, close } = await sit('HKI-23');
    await typeLeaflet(page);
    await toFiles(page);
    await page.locator('input[type=file]').setInputFiles(pdf('Leaflet.pdf', 'Vote'));
    await allSent(page, 1);
    await toCheck(page);
    await page.getByText(/^Printed matter must state this, and it is missing/).waitFor();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await heading(page, 'We have received your submission');
    await page.getByRole('link', { name: 'My submissions' }).click();
    const own = page.getByRole('link', { name: /HKI-23-0001-1$/ });
    await own.click();
    await page.getByText(/^Printing details are missing/).waitFor();
    await looksRight(page, 'filing-own-ad');
    await page.getByRole('link', { name: 'File a statutory declaration of printing details' }).click();
    await page.locator('input[type=file]').setInputFiles(pdf('Declaration.pdf', 'I declare'));
    await allSent(page, 1);
    await looksRight(page, 'filing-declaration');
    await toReceipt(page);
    await page.getByRole('link', { name: 'My submissions' }).click();
    await own.click();
    await page.getByText('Declaration.pdf').waitFor();
    await page.getByRole('link', { name: 'Correct particulars, or add the allotted number' }).click();
    await looksRight(page, 'filing-correction');
    await toFiles(page);
    await page.locator('input[type=file]').first().setInputFiles(pdf('With number.pdf', 'Vote for list 1'));
    await allSent(page, 1);
    await toReceipt(page);
    const text = await publicPage(
      'HKI-23-0001-1',
      (html) => html.includes('Declaration.pdf') && html.includes('With number.pdf'),
    );
    expect(text).toContain('Leaflet.pdf');
    expect(said).toEqual([]);
    await close();
  }, 240_000);

  test('the address of an own platform, from which day on it may be used', async () => {
    const { page, said, close } = await sit('HKI-24');
    await page.getByRole('link', { name: 'Give an address' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Give the web address.' }).click();
    await page.keyboard.type('https://list-1.example.hk/ads');
    await looksRight(page, 'filing-address');
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, 'Check your answers');
    await page.getByRole('button', { name: 'Give this address' }).click();
    await heading(page, 'The address was received');
    await page.getByRole('link', { name: 'My submissions' }).first().click();
    await page.getByText(/Advertisements may be published there from \d\d-\d\d-\d{4}\./).waitFor();
    await looksRight(page, 'filing-own');
    const register = await eventually(
      async () => (await fetch(`${here.portal.url}/en/${ID}/advertisements/`)).text(),
      (html) => html.includes('https://list-1.example.hk/ads'),
      60,
    );
    expect(register).toContain('Advertisements from');
    await page.goto(`${here.portal.url}/en/${ID}/advertisements/`);
    expect(said).toEqual([]);
    await close();
  }, 240_000);
});
