import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK_TOKEN_SECONDS } from '#functions/local/sign-in/desk-token.ts';
import { LANGUAGES } from '#shared/election/text.ts';
import { loadWords } from '../../site/desk/words/load.ts';
import { atStation, chooseOfficer, openDesk } from '../support/desk-browser.ts';
import { useDeskPortal, vote } from '../support/desk-portal.ts';
import { isSound } from '../support/soundness.ts';

/** The end of a session as an officer meets it: the browser's clock runs ahead, everything else is real. */
const desk = useDeskPortal();

const officer = atStation('single', 'LC1', 'S09');
const FORM = '#/single/LC1/stations/S09/report';
const MINUTE = 60_000;
const SESSION = DESK_TOKEN_SECONDS * 1000;

const openForm = async (language: (typeof LANGUAGES)[number] = 'en'): Promise<Page> => {
  const page = await (await desk.device()).newPage();
  await page.clock.install();
  await openDesk(page, desk.portal.url, officer, FORM, language);
  await vote(page, 1).waitFor();
  await vote(page, 1).fill('123');
  return page;
};

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

describe('two minutes before a session ends', () => {
  test.each(LANGUAGES)(
    'an officer is warned, in %s, and nothing is in the way before',
    async (language) => {
      const { shell } = await loadWords(language);
      const page = await openForm(language);
      await page.clock.fastForward(SESSION - 3 * MINUTE);
      expect(await page.locator('dialog').count()).toBe(0);
      await page.clock.fastForward(MINUTE);
      const warning = dialog(page, shell.ending.title);
      await warning.waitFor();
      // Said when it comes: the focus is inside, and the words belong to its name.
      expect(await warning.getAttribute('aria-describedby')).toBe('session-words');
      const [before, after = ''] = shell.ending.words('#').split('#');
      const said = await page.locator('#session-words').innerText();
      expect([said.startsWith(before ?? ''), said.endsWith(after)]).toEqual([true, true]);
      expect(
        await page.evaluate(() => document.querySelector('dialog')?.contains(document.activeElement)),
      ).toBe(true);
      await isSound(page, 'the warning');
      await page.keyboard.press('Escape');
      await warning.waitFor({ state: 'detached' });
      expect(await vote(page, 1).inputValue()).toBe('123');
      await page.context().close();
    },
    120_000,
  );

  test('who stays signed in types on, and is asked again only at the end of the new session', async () => {
    const page = await openForm();
    await page.clock.fastForward(SESSION - 2 * MINUTE);
    const opened = page.context().waitForEvent('page');
    await dialog(page, 'Your session ends soon').getByRole('button', { name: 'Stay signed in' }).click();
    await chooseOfficer(await opened, officer);
    await dialog(page, 'Your session ends soon').waitFor({ state: 'detached' });
    expect(await vote(page, 1).inputValue()).toBe('123');
    await page.clock.fastForward(5 * MINUTE);
    expect(await page.locator('dialog').count()).toBe(0);
    await page.clock.fastForward(SESSION - 7 * MINUTE);
    await dialog(page, 'Your session ends soon').waitFor();
    await page.context().close();
  }, 120_000);

  test('who puts it off is told at the end over the form, whose fields stay, and goes on there', async () => {
    const page = await openForm();
    await page.clock.fastForward(SESSION - 2 * MINUTE);
    await dialog(page, 'Your session ends soon').getByRole('button', { name: 'Not now' }).click();
    await vote(page, 2).fill('45');
    await page.clock.fastForward(2 * MINUTE + 1000);
    const over = dialog(page, 'Sign in again');
    await over.waitFor();
    expect(await page.locator('#session-words').innerText()).toContain('Everything you typed is still');
    expect(await vote(page, 2).inputValue()).toBe('45');
    await over.getByRole('button', { name: 'Look at the form first' }).click();
    expect(await vote(page, 1).inputValue()).toBe('123');
    await page.context().close();
  }, 120_000);

  test('whose session is over signs in over the form', async () => {
    const page = await openForm();
    await page.clock.fastForward(SESSION + 1000);
    const over = dialog(page, 'Sign in again');
    await over.waitFor();
    const opened = page.context().waitForEvent('page');
    await over.getByRole('button', { name: 'Sign in again' }).click();
    await chooseOfficer(await opened, officer);
    await over.waitFor({ state: 'detached' });
    expect(await vote(page, 1).inputValue()).toBe('123');
    await page.context().close();
  }, 120_000);
});
