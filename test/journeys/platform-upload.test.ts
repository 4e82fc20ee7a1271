import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/election/text.ts';
import { parseVerifierKey } from '#shared/ledger/verifier-key.ts';
import { verifyNote } from '#shared/ledger/verify-note.ts';
import {
  advertisedElection,
  aTiff,
  chiefPuts,
  chooseCandidate,
  openPlatform,
  outboxOf,
  shownDay,
  signInAsCandidate,
} from '../support/candidate.ts';
import { allSent, heading, pdf, toFiles, toReceipt, typeLeaflet } from '../support/candidate-steps.ts';
import { keptOn } from '../support/desk-browser.ts';
import { field } from '../support/desk-portal.ts';
import { eventually } from '../support/running-portal.ts';
import { sideways, violations } from '../support/soundness.ts';
import { usePortal } from '../support/use-portal.ts';

const ID = 'advertised';
const here = usePortal();

beforeAll(async () => {
  await chiefPuts(here, `/api/elections/${ID}/definition`, advertisedElection(ID));
  await openPlatform(here, ID);
  for (const [index, language] of LANGUAGES.entries()) {
    const number = `0${index + 2}`;
    await openPlatform(
      here,
      ID,
      { id: `HKI-${number}`, signIn: `sample-${language.toLowerCase()}` },
      { contestant: '2' },
    );
  }
}, 60_000);

const sit = async (signIn = 'sample-1', language: (typeof LANGUAGES)[number] = 'en') => {
  const context = await here.browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  });
  const page = await signInAsCandidate(context, here.portal.url, { election: ID, signIn }, language);
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  return { context, page, said };
};

const slow = async (page: Page, bytesASecond: number) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const limit = (offline: boolean, upload: number) =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 5,
      downloadThroughput: -1,
      uploadThroughput: upload,
    });
  await limit(false, bytesASecond);
  return limit;
};

describe('a candidate', () => {
  test('uploads three files, one of 45 MB, and reads a receipt that can be verified', async () => {
    const { page, context, said } = await sit();
    await heading(page, 'My submissions');
    expect(await page.locator('.ink').innerText()).toContain('Hong Kong Island');
    await typeLeaflet(page);
    await toFiles(page);
    await page.getByText('Mask identity-card numbers first.').waitFor();
    await slow(page, 20_000_000);
    await page
      .locator('input[type=file]')
      .setInputFiles([
        pdf('Leaflet.pdf', 'Vote for the sample'),
        { name: 'Banner.tif', mimeType: 'image/tiff', buffer: aTiff(7500, 6000) },
        pdf('Consent.pdf', 'The sample body agrees'),
        { name: 'Film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(10) },
      ]);
    await page.getByText('Cannot be taken:').waitFor();
    await page.getByRole('button', { name: 'Continue: check' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Remove Film\.mp4: .*AVI or MPEG/ })
      .waitFor();
    await page.getByRole('button', { name: 'Remove Film.mp4' }).click();
    await page.getByLabel('What Consent.pdf is').selectOption('consent');
    await page
      .locator('.p-whole')
      .getByText(/^3 files: .*1 on its way.* \d+%, about .* left\.$/)
      .waitFor();
    await allSent(page, 3);
    expect(await page.locator('.p-whole').innerText()).toBe('3 files: 3 sent. 100%.');
    const reference = await toReceipt(page);
    expect(reference).toMatch(/^EA-\d\d-HKI-01-0001-[0-9A-Z]$/);
    const table = page.getByRole('table', { name: '3 files' });
    expect(await table.getByRole('row').count()).toBe(4);
    await page.getByText(/^Entry \d+$/).waitFor({ timeout: 60_000 });
    await eventually(
      () => table.getByText('Nothing found').count(),
      (count) => count === 3,
      60,
    );
    await page.getByText('c•••@example.hk').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the signed receipt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${reference}.txt`);
    await page.getByText('The signed text').click();
    const note = await page.locator('.p-note').innerText();
    const key = parseVerifierKey(await page.locator('.p-note + p code').innerText());
    expect(key.ok && verifyNote(`${note.trimEnd()}\n`, [key.value]).ok).toBe(true);
    const [mail = ''] = outboxOf(here).filter((message) => message.includes('advertisement-received'));
    expect(mail).toContain(reference);
    expect(await keptOn(page)).not.toContain('a1.kind');
    expect(said).toEqual([]);
    await context.close();
  }, 180_000);

  test('loses nothing when the network is gone in the middle and the tab is closed', async () => {
    const { page, context } = await sit();
    await typeLeaflet(page);
    await toFiles(page);
    const limit = await slow(page, 4_000_000);
    await page
      .locator('input[type=file]')
      .setInputFiles([
        pdf('First.pdf', 'Vote early'),
        { name: 'Large.tif', mimeType: 'image/tiff', buffer: aTiff(5000, 4000) },
      ]);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('progress')].some(({ value, max }) => value > 0.2 * max && value < max),
    );
    await limit(true, 0);
    await page.getByText('There is no connection. It goes on by itself').waitFor();
    await limit(false, 1_000_000);
    await page.getByText('The network was lost; it was begun anew.').waitFor({ timeout: 60_000 });
    await page.close();
    const again = await signInAsCandidate(context, here.portal.url, { election: ID });
    await again.getByRole('heading', { name: 'Not submitted yet' }).waitFor();
    await again.getByText('1 of 2 files uploaded.').waitFor();
    await again.getByRole('link', { name: 'Go on: Election advertisement' }).click();
    expect(await field(again, 'a1.size').inputValue()).toBe('A4');
    await again.getByRole('button', { name: 'Continue: files' }).click();
    await allSent(again, 2);
    expect(await toReceipt(again)).toMatch(/-HKI-01-0002-/);
    await again.getByRole('link', { name: 'My submissions' }).click();
    await heading(again, 'My submissions');
    expect(await again.getByRole('heading', { name: 'Not submitted yet' }).count()).toBe(0);
    await context.close();
  }, 180_000);

  test('signs in over the page when the session ends during an upload, and it goes on', async () => {
    const { page, context } = await sit();
    await typeLeaflet(page);
    await toFiles(page);
    await page.locator('input[type=file]').setInputFiles(pdf('First.pdf', 'Vote soon'));
    await allSent(page, 1);
    const ended = await fetch(`${here.portal.url}/api/accounts/sample-1/sign-outs`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${here.portal.token({ role: 'chief_electoral_officer' })}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ request: 'lost-device' }),
    });
    expect(ended.ok).toBe(true);
    // Every request is held against the account as it was a second ago at most.
    const send = () => page.locator('input[type=file]').setInputFiles(pdf(`More ${Date.now()}.pdf`, 'Vote'));
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await eventually(
      async () => {
        await send();
        await page.waitForTimeout(300);
        return dialog.count();
      },
      (count) => count === 1,
    );
    await page.getByText('Your session has ended. Sign in again, and it goes on').waitFor();
    const [window] = await Promise.all([
      page.waitForEvent('popup'),
      dialog.getByRole('button', { name: 'Sign in again' }).click(),
    ]);
    await chooseCandidate(window, 'sample-1', ID);
    await dialog.waitFor({ state: 'detached' });
    await allSent(page, await page.locator('.p-row').count());
    expect(await toReceipt(page)).toMatch(/^EA-/);
    await context.close();
  }, 120_000);

  test('confirms a held file, corrects beside the original, and revokes a consent', async () => {
    const { page, context, said } = await sit();
    await typeLeaflet(page);
    await toFiles(page);
    await page
      .locator('input[type=file]')
      .setInputFiles([pdf('Numbers.pdf', 'Call G482715(4)'), pdf('Consent.pdf', 'I agree')]);
    await page.getByLabel('What Consent.pdf is').selectOption('consent');
    await page.getByLabel('Capacity in which Consent.pdf is given').selectOption('personal');
    await allSent(page, 2);
    await toReceipt(page);
    await page.getByText('Held: please confirm or replace').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'My submissions' }).click();
    await page.getByRole('heading', { name: '1 file waits for you' }).waitFor();
    await page
      .getByText(/look like those of identity cards|looks like that of an identity card/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Confirm it Numbers.pdf' }).click();
    await page.getByRole('button', { name: 'Yes, make it public' }).click();
    await page.getByRole('heading', { name: '1 file waits for you' }).waitFor({ state: 'detached' });
    const own = page.getByRole('link', { name: /HKI-01-0004-1$/ });
    await own.click();
    await heading(page, 'Advertisement HKI-01-0004-1');
    await page.getByRole('link', { name: 'Correct particulars' }).click();
    await field(page, 'a1.copiesPublished').fill('900');
    await toFiles(page);
    expect(await toReceipt(page)).toMatch(/-HKI-01-0005-/);
    await page.getByText('No deadline runs for this.').waitFor();
    await page.getByRole('link', { name: 'My submissions' }).click();
    await own.click();
    await page.getByRole('heading', { name: /^Correction of / }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/1,000[\s\S]*900/);
    await page.getByRole('link', { name: 'Revoke this consent Consent.pdf' }).click();
    await page.getByRole('button', { name: 'Continue: files' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: 'Give the date on which the consent was revoked.' })
      .click();
    await page.keyboard.type(shownDay());
    await toFiles(page);
    await page.locator('input[type=file]').setInputFiles(pdf('Notice.pdf', 'I take it back'));
    await allSent(page, 1);
    await toReceipt(page);
    await page.getByRole('link', { name: 'My submissions' }).click();
    await own.click();
    await page.getByText(`Revoked ${shownDay()}:`).waitFor();
    const register = await eventually(
      async () => (await fetch(`${here.portal.url}/en/${ID}/advertisements/HKI-01-0004-1/`)).text(),
      (text) => text.includes('900') && text.includes('Notice.pdf'),
      60,
    );
    expect(register).toMatch(/revoked/i);
    expect(said).toEqual([]);
    await context.close();
  }, 180_000);
});

// The other languages are looked at in `platform-filings.deep.test.ts`.
describe.each(['zh-Hant'] as const)('every step in %s', (language) => {
  test('is sound for a keyboard, a screen reader and 320 pixels', async () => {
    const { page, context, said } = await sit(`sample-${language.toLowerCase()}`, language);
    const isSound = async (): Promise<void> => {
      await page.waitForFunction(() => document.querySelector('main .loading') === null);
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await sideways(page)).toBe(0);
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await page.locator('main a.button').waitFor();
    await isSound();
    await page.locator('main a.button').focus();
    await page.keyboard.press('Enter');
    await field(page, 'a1.kind').selectOption('banner');
    await page.locator('main form button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    await isSound();
    await field(page, 'a1.publishedOn').fill(shownDay());
    await page.locator('main form button[type=submit]').press('Enter');
    await page.locator('.p-drop').waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles([
        pdf('A.pdf', 'Vote'),
        { name: 'B.exe', mimeType: 'application/octet-stream', buffer: Buffer.alloc(4) },
      ]);
    await allSent(page, 1);
    await page.locator('main .buttons button').press('Enter');
    await page.getByRole('alert').waitFor();
    await isSound();
    await page.locator('.p-row.bad .p-do button').press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
    await page.locator('main .buttons button').press('Enter');
    await page.locator('.p-checkfiles').waitFor();
    await isSound();
    await page.locator('main .buttons button').press('Enter');
    await page.locator('.p-receipt').waitFor();
    await isSound();
    const sheet = await page.pdf({ format: 'A4' });
    expect([...sheet.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
    await page.locator('.up a').click();
    await page.locator('main section a[href*="/advertisements/HKI"]').first().click();
    await page.locator('.p-facts').first().waitFor();
    await isSound();
    expect(said).toEqual([]);
    await context.close();
  }, 120_000);
});
