import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atConstituency, atStation, deskAddress, openDesk } from '../support/desk-browser.ts';
import { isSound } from '../support/soundness.ts';
import { usePortal } from '../support/use-portal.ts';

const ELECTION = 'desk-training';
const here = usePortal(['--replay', 'none']);
let page: Page;
let failed: string[];

const newPage = async (): Promise<void> => {
  const context = await here.browser.newContext({ acceptDownloads: true });
  page = await context.newPage();
  failed = [];
  page.on('pageerror', (error) => failed.push(String(error)));
};

/** Sound on a desk's screen and on the narrowest phone, and nothing failed on the way. */
const expectFit = async (): Promise<void> => {
  await isSound(page, 'as it stands');
  expect(failed).toEqual([]);
};

const inLanguage = async (index: number): Promise<void> => {
  await page.locator('nav.tongues a').nth(index).click();
  await page.locator(`nav.tongues a[aria-current]`).nth(0).waitFor();
};

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};

describe('the decision record', () => {
  test('takes one paper after the other by keyboard alone, says what is missing, and mends a row', async () => {
    await newPage();
    const address = `#/${ELECTION}/HKI/stations/A01/decisions`;
    await openDesk(page, here.portal.url, atStation(ELECTION, 'HKI', 'A01'), address);
    await page.locator('form.paper').waitFor();
    await page.locator('form.paper button[type=submit]').focus();
    await keys('Enter');
    expect(await page.locator('.summary a').allTextContents()).toHaveLength(3);
    await expectFit();
    await page.locator('form.paper input[type=radio]').first().focus();
    await keys('ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'Space', 'Tab');
    await page.keyboard.type('３');
    await keys('Enter');
    await page.locator('table.rows tbody tr').first().waitFor();
    // The next paper begins where the hands are.
    await keys('Space', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Enter');
    await page.locator('table.rows tbody tr').nth(1).waitFor();
    expect(await page.locator('table.rows tbody tr').first().innerText()).toContain(
      '反對此選票不獲接納 rejection objected to',
    );
    await page.locator('table.rows button').first().click();
    await page.locator('form.paper textarea').last().fill('typed for another paper');
    await page.locator('form.paper button[type=submit]').click();
    await page.locator('table.rows tbody tr').nth(2).waitFor();
    for (const language of [0, 1, 2]) {
      await inLanguage(language);
      await expectFit();
    }
  }, 180_000);
});

describe('the audit trail', () => {
  test('is searched and saved, says that nothing was found, and that there is no network', async () => {
    await newPage();
    const officer = atConstituency(ELECTION, 'HKI', 'ro-1');
    await openDesk(page, here.portal.url, officer, `#/${ELECTION}/HKI/decisions`);
    await page.locator('table.placelines').waitFor();
    await expectFit();
    await page.goto(deskAddress(here.portal.url, `#/${ELECTION}/HKI/audit`));
    await page.locator('table.trail tbody tr').nth(2).waitFor();
    for (const language of [0, 1, 2]) {
      await inLanguage(language);
      await expectFit();
    }
    const saving = page.waitForEvent('download');
    await page.locator('section .buttons button').first().click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^desk-training-audit-\w+\.csv$/);
    expect(readFileSync(await saved.path(), 'utf8')).toContain('typed for another paper');
    await page.locator('form.search input').first().fill('no such word');
    await keys('Enter');
    await page.locator('table.trail').waitFor({ state: 'detached' });
    await expectFit();
    await page.context().setOffline(true);
    await page.locator('form.search input').first().fill('another word');
    await keys('Enter');
    await page.locator('main [role=alert]').waitFor();
    await expectFit();
  }, 180_000);
});
