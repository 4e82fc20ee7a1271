import type { Page } from 'playwright-core';
import { aPdf, shownDay } from './candidate.ts';
import { field } from './desk-portal.ts';

/** What a candidate does on one screen after the other, on English screens. */

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** A PDF as a file input takes it. */
export const pdf = (name: string, text: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: aPdf(text),
});

/** A leaflet as a candidate types it; its file is chosen next. */
export const typeLeaflet = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Submit election advertisements' }).click();
  await field(page, 'a1.kind').selectOption('leaflet');
  await field(page, 'a1.publishedOn').fill(shownDay());
  await field(page, 'a1.size').fill('A4');
  await field(page, 'a1.copiesPublished').fill('1,000');
};

export const toFiles = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continue: files' }).click();
  await page.locator('.p-drop').first().waitFor();
};

export const allSent = (page: Page, files: number) =>
  page.waitForFunction((count) => document.querySelectorAll('.p-row code').length === count, files, {
    timeout: 60_000,
  });

export const toCheck = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continue: check' }).click();
  await heading(page, 'Check before you submit');
};

/** From the files to the receipt, whose number it returns; impatient fingers press twice. */
export const toReceipt = async (page: Page): Promise<string> => {
  await toCheck(page);
  await page.getByRole('button', { name: 'Submit', exact: true }).dblclick();
  await heading(page, 'We have received your submission');
  return page.locator('.p-ref').innerText();
};
