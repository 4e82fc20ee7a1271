import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atStation, chooseOfficer, openDesk } from '../support/desk-browser.ts';
import {
  field,
  formReady,
  listen,
  stationOf,
  typeFigures,
  useDeskPortal,
  VALID,
  VOTES,
  vote,
} from '../support/desk-portal.ts';

const desk = useDeskPortal();

const report = (election: string, station: string): string => `#/${election}/LC1/stations/${station}/report`;

/** The form of a station, open and empty, on a device of its own. */
const openForm = async (station: string, election = 'single', person: 1 | 2 = 1): Promise<Page> => {
  const page = await (await desk.device()).newPage();
  await openDesk(
    page,
    desk.portal.url,
    atStation(election, 'LC1', station, person),
    report(election, station),
  );
  await formReady(page);
  return page;
};

const fill = async (page: Page, votes: readonly number[] = VOTES): Promise<void> => {
  await vote(page, 1).focus();
  await typeFigures(page, [...votes, votes.reduce((sum, one) => sum + one, 0)]);
};

const check = (page: Page) => page.getByRole('button', { name: 'Check answers' });
const send = (page: Page, station: string) =>
  page.getByRole('button', { name: `Send report of ${station}`, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** Posts that reached the server. */
const posts = (page: Page): string[] => {
  const made: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/')) made.push(request.url());
  });
  return made;
};

describe('a report of 22 lists', () => {
  test('is entered, checked and sent by keyboard alone', async () => {
    const page = await openForm('S01');
    const said = listen(page);
    await vote(page, 1).focus();
    await typeFigures(page, [...VOTES, VALID, 21, 11, 0, 0, 0, 18, 1, 2, 0, 1, 4, 5100, 2026, 2, 6, 0]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Check answers');
    await page.keyboard.press('Enter');
    await heading(page, 'Check your answers').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await expect.poll(() => page.title()).toBe('Check your answers · Open Returns');
    expect(await page.locator('.answers dd:nth-of-type(1)').allTextContents()).toContain('1,411');
    await send(page, 'S01').focus();
    await page.keyboard.press('Enter');
    await heading(page, 'The report is in').waitFor();
    await page.getByText('The public does not see this report yet.').waitFor();
    const { settled, row } = await stationOf(desk, 'single', 'S01');
    expect(Object.values(settled.votes)).toEqual(VOTES);
    expect(settled.invalid).toMatchObject({ unmarked: 21, not_stamp: 11, overvote_list: 18 });
    expect(row.missing.map(({ step }: { step: string }) => step)).toEqual(['result_told', 'confirmation']);
    expect(said).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('that does not add up is told with both sums, the difference, the code and one hint, at both places', async () => {
    const page = await openForm('S02');
    const typed = VOTES.map((votes) => (votes === 1411 ? 1141 : votes));
    await vote(page, 1).focus();
    await typeFigures(page, [...typed, VALID]);
    await check(page).click();
    const sentence = `The lists add up to 2,641, but valid votes is 2,911: a difference of 270 (A6)`;
    await page.getByRole('heading', { name: 'There is 1 problem' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('summary');
    await expect.poll(() => page.title()).toBe('Error: Station report · Open Returns');
    expect(await page.locator('.summary a').allTextContents()).toEqual([sentence]);
    expect(await page.locator('.summary').innerText()).toContain(
      'Do not change a figure just to make the sum fit.',
    );
    const told = await page.locator('.fault').innerText();
    expect(told).toContain(sentence);
    expect(told).toContain('Two swapped digits in list 12 (1,141 for 1,411) would account for it.');
    await page.locator('.summary a').click();
    expect(await field(page, '$.validVotes').evaluate((input) => input === document.activeElement)).toBe(
      true,
    );
    await vote(page, 12).fill('1411');
    await check(page).click();
    await heading(page, 'Check your answers').waitFor();
    await page.context().close();
  }, 60_000);

  test('odd figures are asked about, and an explanation goes along', async () => {
    const page = await openForm('S03');
    await fill(page);
    await field(page, '$.account.supplied').fill('3000');
    await field(page, '$.account.unissued').fill('200');
    await field(page, '$.account.unused').fill('0');
    await field(page, '$.account.spoilt').fill('0');
    await check(page).click();
    const why = page.getByRole('textbox', { name: /^Why\? 2,911 papers were found/ });
    await why.fill('two packets were handed in late');
    await check(page).click();
    await heading(page, 'Check your answers').waitFor();
    await send(page, 'S03').click();
    await heading(page, 'The report is in').waitFor();
    const { settled } = await stationOf(desk, 'single', 'S03');
    expect(settled.explanations).toEqual({ A4: 'two packets were handed in late' });
    await page.context().close();
  }, 60_000);

  test('pasted as a column fills the fields in order, says how many, and can be undone', async () => {
    const page = await openForm('S04');
    await vote(page, 1).focus();
    const column = ['１，４１１', '1 080', '12x', ...VOTES.slice(3)].join('\r\n');
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, column);
    await page.getByText('22 fields were filled from what you pasted.').waitFor();
    expect(await vote(page, 1).inputValue()).toBe('1,411');
    expect(await vote(page, 2).inputValue()).toBe('1,080');
    expect(await vote(page, 3).inputValue()).toBe('12x');
    expect(await vote(page, 22).inputValue()).toBe('70');
    await vote(page, 3).focus();
    await page.keyboard.press('Tab');
    await page.getByText('“12x” is not a figure.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await vote(page, 1).inputValue()).toBe('');
    await page.context().close();
  }, 60_000);

  test('pressed twice is sent once, and Back leads through the steps without sending again', async () => {
    const page = await openForm('S05');
    const made = posts(page);
    await fill(page);
    await check(page).click();
    await heading(page, 'Check your answers').waitFor();
    await page.goBack();
    await heading(page, 'Station report').waitFor();
    expect(await vote(page, 12).inputValue()).toBe('1,411');
    await page.goForward();
    await send(page, 'S05').dblclick();
    await heading(page, 'The report is in').waitFor();
    expect(made.filter((url) => url.endsWith('/entries'))).toHaveLength(1);
    await page.goBack();
    await page.waitForTimeout(500);
    expect(made.filter((url) => url.endsWith('/entries'))).toHaveLength(1);
    await page.context().close();
  }, 60_000);

  test('a Change link leads back to its field', async () => {
    const page = await openForm('S06');
    await fill(page);
    await check(page).click();
    await page.getByRole('link', { name: 'Change list 12 Candidate 12' }).click();
    await heading(page, 'Station report').waitFor();
    await expect.poll(() => vote(page, 12).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.context().close();
  }, 60_000);

  test('names stay text, whatever they contain', async () => {
    const page = await openForm('S07');
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.locator('label', { hasText: 'onerror' }).innerText()).toContain('<img src=x');
    await page.context().close();
  }, 60_000);
});

describe('a session that ends in the middle of a form', () => {
  test('is taken up over the page, with every field as it was', async () => {
    const page = await openForm('S08');
    await fill(page);
    const account = 'single.LC1.S08.po-1';
    const token = desk.portal.token({
      role: 'presiding_officer',
      constituency: 'LC1',
      station: 'S08',
      account,
    });
    await fetch(`${desk.portal.url}/api/accounts/${account}/sign-outs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ request: 'a-lost-telephone' }),
    });
    await page.waitForTimeout(1500);
    await check(page).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    const sending = (): Promise<void> => send(page, 'S08').click();
    // The page that asks how the station stands may meet the end before the sending does.
    await Promise.race([dialog.waitFor(), sending()]);
    await dialog.waitFor();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      dialog.getByRole('button', { name: 'Sign in again' }).click(),
    ]);
    await chooseOfficer(popup, atStation('single', 'LC1', 'S08'));
    const sent = heading(page, 'The report is in');
    await Promise.race([sent.waitFor(), sending()]);
    await sent.waitFor();
    expect(Object.values((await stationOf(desk, 'single', 'S08')).settled.votes)).toEqual(VOTES);
    await page.context().close();
  }, 90_000);
});

describe('two entries', () => {
  test('are typed apart, compared, and settled by a third officer from the paper', async () => {
    const first = await openForm('S01', 'double', 1);
    await fill(first);
    await check(first).click();
    await send(first, 'S01').click();
    await heading(first, 'The report is in').waitFor();
    const second = await openForm('S01', 'double', 2);
    expect(await vote(second, 1).inputValue()).toBe('');
    expect(await second.locator('main').innerText()).not.toContain('1,411');
    await fill(
      second,
      VOTES.map((votes) => (votes === 1411 ? 1141 : votes)),
    );
    await check(second).click();
    await send(second, 'S01').click();
    await heading(second, 'The report is in').waitFor();
    const third = await (await desk.device()).newPage();
    const aro = { account: 'double.LC1.aro-1', election: 'double', constituency: 'LC1' };
    await openDesk(third, desk.portal.url, aro, '#/double/LC1/stations/S01/resolve');
    const group = third.getByRole('group', { name: 'The paper form says for list 12:' });
    await group.waitFor();
    expect(await third.getByRole('group').count()).toBe(1);
    expect(await group.locator('label').allTextContents()).toEqual(['1,141', '1,411', 'another figure']);
    await group.getByRole('radio').first().focus();
    await third.keyboard.press('ArrowDown');
    await third.getByRole('button', { name: 'Settle these figures' }).click();
    await heading(third, 'The report is in').waitFor();
    const { settled, row } = await stationOf(desk, 'double', 'S01');
    expect([settled.votes['12'], row.state]).toEqual([1411, 'to_confirm']);
    await Promise.all([first, second, third].map((page) => page.context().close()));
  }, 120_000);

  test('sent back, the reason stands on top and the own figures can be taken again', async () => {
    const page = await openForm('S02', 'double', 1);
    await fill(page);
    await check(page).click();
    await send(page, 'S02').click();
    await page.getByRole('button', { name: 'Take my form back' }).click();
    await page.getByRole('textbox', { name: 'Why is it typed anew?' }).fill('row 4 was smudged');
    await page.getByRole('dialog').getByRole('button', { name: 'Take my form back' }).click();
    await page.getByRole('link', { name: 'Fill in the report' }).click();
    await page.getByText('row 4 was smudged').waitFor();
    await page.getByRole('button', { name: 'Fill in what I typed before' }).click();
    expect(await vote(page, 12).inputValue()).toBe('1,411');
    await page.context().close();
  }, 60_000);
});
