import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#shared/election/text.ts';
import { loadWords } from '../../site/desk/words/load.ts';
import {
  atConstituency,
  atStation,
  chooseOfficer,
  type DeskOfficer,
  deskAddress,
  lead,
  openDesk,
} from '../support/desk-browser.ts';
import { field, useDeskPortal, VALID, VOTES, vote } from '../support/desk-portal.ts';
import { eventually } from '../support/running-portal.ts';
import { isSound } from '../support/soundness.ts';

// With the elections that come with the product: so many places are found by searching.
const desk = useDeskPortal(['--replay', 'none']);

const CHIEF: DeskOfficer = { account: 'chief-1' };

const open = async (officer: DeskOfficer, hash: string, language: Language = 'en'): Promise<Page> => {
  const page = await (await desk.device()).newPage();
  await openDesk(page, desk.portal.url, officer, hash, language);
  return page;
};
const goTo = (page: Page, hash: string) => page.goto(deskAddress(desk.portal.url, hash));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const goOn = (page: Page) => button(page, 'Continue').click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** An officer of a station, made on the screens. */
const make = async (page: Page, station: string): Promise<DeskOfficer> => {
  await goTo(page, '#/accounts/new');
  await page.getByLabel(/^Presiding officer/).check();
  await goOn(page);
  await page.getByLabel('Desk, single entry').check();
  await page.getByLabel(/^LC1/).check();
  await page.getByLabel(new RegExp(`^${station}`)).check();
  await goOn(page);
  await page.getByLabel('Name', { exact: true }).fill('Chan Tai Man 陳大文');
  await page.getByLabel('E-mail').fill('chan@example.org');
  await goOn(page);
  await button(page, 'Make the account').click();
  await heading(page, 'The account is made');
  const account = `po-${station}-chan-tai-man`;
  return { account, election: 'single', constituency: 'LC1', station };
};

const fillForm = async (page: Page): Promise<void> => {
  await vote(page, 1).waitFor();
  for (const [index, votes] of VOTES.entries()) await vote(page, index + 1).fill(String(votes));
  await field(page, '$.validVotes').fill(String(VALID));
  for (const [head, papers] of [
    ['supplied', '2992'],
    ['unissued', '0'],
    ['unused', '0'],
    ['spoilt', '0'],
  ]) {
    await field(page, `$.account.${head}`).fill(papers ?? '');
  }
};

const send = async (page: Page): Promise<void> => {
  const submit = page.locator('form button[type=submit]');
  await submit.click();
  await page.locator('.answers, #explain').first().waitFor();
  const asked = page.locator('[id^="explain"] textarea, textarea[id*=explanations]');
  for (const one of await asked.all()) await one.fill('Counted twice.');
  if (await submit.count()) await submit.click();
  await page.locator('.answers').first().waitFor();
  await page.locator('main .buttons button').first().click();
};

const put = async (body: object, account: string): Promise<number> => {
  const token = desk.portal.token({ role: 'chief_electoral_officer', account: 'chief-2' });
  const response = await fetch(`${desk.portal.url}/api/accounts/${account}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
};

describe('the chief electoral officer', () => {
  test('makes an account that signs in and reports; closed, it is refused at once and can be chosen no more', async () => {
    const chief = await open(CHIEF, '#/accounts');
    const officer = await make(chief, 'S10');
    const page = await open(officer, '#/single/LC1/stations/S10/report');
    await fillForm(page);
    await send(page);
    await page.locator('main .good').first().waitFor();
    await goTo(chief, `#/accounts/${officer.account}`);
    await chief.getByRole('link', { name: 'Close the account' }).click();
    await goOn(chief);
    expect(await chief.locator('.summary a').allInnerTexts()).toEqual(['Give a reason.']);
    await chief.getByLabel('Reason').fill('Replaced tonight.');
    await goOn(chief);
    expect(await chief.locator('.consequences').innerText()).toContain('refused within a second');
    await button(chief, 'Close the account').click();
    await heading(chief, 'The account is closed');
    await page.waitForTimeout(1100);
    await goTo(page, '#/');
    await page.locator('.bad').waitFor();
    expect(await page.locator('.bad').innerText()).toContain('This account has been closed.');
    await goTo(chief, `#/accounts/${officer.account}`);
    await chief.getByText('Reason: “Replaced tonight.”').waitFor();
    const events = await chief.locator('.account-history h3').allInnerTexts();
    expect(events).toEqual(['Account changed', 'Account made']);
    const again = await (await desk.device()).newPage();
    await again.goto(deskAddress(desk.portal.url));
    await button(again, 'Sign in').click();
    await again.waitForURL(/authorize/);
    const here = new URL(again.url());
    for (const [name, value] of Object.entries({ election: 'single', constituency: 'LC1', q: 'S10' }))
      here.searchParams.set(name, value);
    await again.goto(here.href);
    expect(await again.locator('button[value$=".S10.po-1"]').count()).toBe(1);
    expect(await again.locator(`button[value="${officer.account}"]`).count()).toBe(0);
    await Promise.all([chief, page, again].map((one) => one.context().close()));
  }, 180_000);

  test('is told of an id that is taken and of answers that are missing', async () => {
    const page = await open(CHIEF, '#/accounts/new');
    await goOn(page);
    expect(await page.locator('.summary a').allInnerTexts()).toEqual(['Choose a role.']);
    await page.getByLabel(/^Returning officer/).check();
    await goOn(page);
    await page.getByLabel(/Find among \d+ by name/).fill('heung yee');
    await page
      .getByLabel(/^HYK|^FC1/)
      .first()
      .check();
    await goOn(page);
    await goOn(page);
    expect(await page.locator('.summary a').allInnerTexts()).toEqual([
      'Give the name.',
      'Give an e-mail address.',
    ]);
    await page.getByLabel('Account', { exact: true }).fill('chief-1');
    await page.getByLabel('Name', { exact: true }).fill('A');
    await page.getByLabel('E-mail').fill('a@example.org');
    await page.waitForResponse(/accounts\/chief-1$/);
    await goOn(page);
    expect(await page.locator('.summary a').allInnerTexts()).toEqual([
      '“chief-1” is taken already. Choose another id.',
    ]);
    await page.locator('.summary a').click();
    expect(
      await page.getByLabel('Account', { exact: true }).evaluate((one) => one === document.activeElement),
    ).toBe(true);
    // What was typed is still there after the page is gone.
    await page.reload();
    await button(page, 'Sign in').click();
    await chooseOfficer(page, CHIEF);
    await page.getByLabel('Account', { exact: true }).waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe('a@example.org');
    await page.context().close();
  }, 120_000);

  test('who is overtaken by a colleague is told what changed, and neither’s change is lost', async () => {
    const account = atStation('single', 'LC1', 'S11').account;
    const page = await open(CHIEF, `#/accounts/${account}/change`);
    await page.getByLabel('Telephone').fill('+852 1234 5678');
    for (const _ of ['role', 'places', 'reason']) await goOn(page);
    await page.getByLabel('Reason').fill('New telephone.');
    await goOn(page);
    await page.locator('.account-changes').waitFor();
    const standing = await page.evaluate(() => document.querySelector('.facts')?.textContent);
    expect(standing).toContain('Change the account of');
    const token = desk.portal.token({ role: 'chief_electoral_officer', account: 'chief-2' });
    const read = await fetch(`${desk.portal.url}/api/accounts/${account}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { changedAt: _, ...before } = ((await read.json()) as { account: { changedAt: string } }).account;
    expect(await put({ ...before, email: 'new@example.org', revision: 2, reason: 'Moved.' }, account)).toBe(
      201,
    );
    await button(page, 'Change the account').click();
    await page.locator('.summary').waitFor();
    await page.locator('.account-meanwhile').waitFor();
    expect(await page.locator('.account-meanwhile').innerText()).toContain('new@example.org');
    const own = page.locator('.screen > .account-changes li');
    expect([await own.count(), (await own.innerText()).includes('+852 1234 5678')]).toEqual([1, true]);
    await button(page, 'Change the account').click();
    await heading(page, 'The account is changed');
    await goTo(page, `#/accounts/${account}`);
    await page.locator('.account-facts').waitFor();
    const facts = () => page.locator('.account-facts').innerText();
    await expect.poll(facts).toContain('+852 1234 5678');
    expect(await facts()).toContain('new@example.org');
    await page.context().close();
  }, 120_000);

  test('ends all sessions of an officer, who signs in again', async () => {
    const officer = atStation('single', 'LC1', 'S12');
    const page = await open(officer, '#/single/LC1/stations/S12/report');
    await vote(page, 1).fill('321');
    const chief = await open(CHIEF, `#/accounts/${officer.account}`);
    await button(chief, 'Sign out everywhere').click();
    const question = chief.getByRole('dialog');
    expect(await question.innerText()).toContain('end within a second');
    await question.getByRole('button', { name: 'Sign out everywhere' }).click();
    await question.waitFor({ state: 'detached' });
    await chief.locator('.account-history h3', { hasText: 'Signed out everywhere' }).waitFor();
    await page.waitForTimeout(1100);
    await goTo(page, '#/');
    await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    await Promise.all([chief, page].map((one) => one.context().close()));
  }, 120_000);

  test('cannot close the own account', async () => {
    const page = await open(CHIEF, '#/accounts/chief-1');
    await page.getByText('This is your own account.').waitFor();
    expect(await page.getByRole('link', { name: 'Close the account' }).count()).toBe(0);
    await goTo(page, '#/accounts/chief-1/close');
    await page.locator('main .warn').waitFor();
    expect(await page.getByLabel('Reason').count()).toBe(0);
    await page.context().close();
  }, 60_000);
});

describe('an officer', () => {
  test('sees who they are, and ends the own sessions on all devices', async () => {
    const officer = atConstituency('double', 'LC1', 'ro-1');
    const [page, other] = [await open(officer, '#/'), await open(officer, '#/')];
    await page.getByRole('link', { name: /Your account/ }).click();
    await page.locator('.account-facts').waitFor();
    await page.getByText('Hong Kong Island').waitFor();
    expect(await page.locator('.account-facts').innerText()).toMatch(/Returning officer.*Signed in until/s);
    await button(page, 'Sign out everywhere').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await button(page, 'Sign out everywhere').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await button(page, 'Sign in').waitFor();
    await other.waitForTimeout(1100);
    await goTo(other, '#/accounts');
    await other.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    await Promise.all([page, other].map((one) => one.context().close()));
  }, 120_000);

  test('of the whole portal sees more accounts than a page page by page, and finds the others by searching', async () => {
    const page = await open(CHIEF, '#/accounts');
    const rows = page.locator('.account-list tbody tr');
    await rows.nth(49).waitFor();
    expect(await rows.count()).toBe(50);
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await rows.nth(50).waitFor();
    const ids = await page.locator('.account-list th .account-code').allTextContents();
    expect(new Set(ids).size).toBe(ids.length);
    await page.getByLabel('Place: name or code').fill('heung yee kuk');
    await page.getByLabel('Role').selectOption('returning_officer');
    await page.locator('.account-list').getByText('single.FC1.ro-1').waitFor();
    await eventually(
      () => rows.locator('td').first().innerText(),
      (role) => role === 'Returning officer',
      10,
    );
    expect(new URL(page.url()).hash).toBe('#/accounts?place=heung+yee+kuk&role=returning_officer');
    await page.context().close();
  }, 60_000);

  test('of a constituency reads its accounts and changes none', async () => {
    const page = await open(atConstituency('single', 'FC1', 'ro-1'), '#/accounts');
    await page.locator('.account-list').waitFor();
    expect(await page.getByRole('link', { name: 'Make an account' }).count()).toBe(0);
    await page.getByLabel('Name, account or e-mail').fill('single.FC1.aro-1');
    await page.getByText(/^1 of \d+ accounts$/).waitFor();
    expect(new URL(page.url()).hash).toBe('#/accounts?name=single.FC1.aro-1');
    await page.locator('.account-list a').click();
    await page.locator('.account-facts').waitFor();
    await page.locator('.up a').click();
    await page.getByText(/^1 of \d+ accounts$/).waitFor();
    expect(await page.getByLabel('Name, account or e-mail').inputValue()).toBe('single.FC1.aro-1');
    await page.locator('.account-list a').click();
    await page.locator('.account-facts').waitFor();
    expect(await page.locator('.account-history, #account-acts').count()).toBe(0);
    await goTo(page, '#/accounts/new');
    await page.locator('main .warn').waitFor();
    await page.context().close();
  }, 60_000);
});

describe.each(LANGUAGES)('every state of the accounts in %s', (language) => {
  test('has nothing for axe, on a desk’s screen and on the narrowest phone', async () => {
    const { accounts, acts } = await loadWords(language);
    const next = (page: Page) => button(page, acts.form.next).click();
    const page = await open({ account: 'chief-2' }, '#/accounts', language);
    await page.locator('.account-list').waitFor();
    await isSound(page, 'the list');
    await page.getByLabel(accounts.find.name).fill('nobody of this name');
    await page.getByText(accounts.noneFound).waitFor();
    await isSound(page, 'nothing found');
    await lead(page, '#/accounts/new');
    await button(page, acts.form.next).waitFor();
    await next(page);
    await isSound(page, 'no role');
    await page.locator('input[type=radio]').first().check();
    await next(page);
    await page.locator('fieldset.several').nth(2).waitFor();
    await next(page);
    await page.locator('.summary').waitFor();
    await isSound(page, 'no place');
    await lead(page, '#/accounts/new/person');
    await page.getByLabel(accounts.fields.email).waitFor();
    await next(page);
    await isSound(page, 'nobody');
    const account = atStation('double', 'LC1', `S0${LANGUAGES.indexOf(language) + 1}`).account;
    await lead(page, `#/accounts/${account}/change/person`);
    await page.getByLabel(accounts.fields.phone).fill('+852 1234 5678');
    for (let step = 0; step < 3; step += 1) await next(page);
    await page.getByLabel(accounts.form.reasonLabel).fill('x');
    await next(page);
    await page.locator('.account-changes').waitFor();
    await isSound(page, 'checked');
    await button(page, accounts.change.button).click();
    await page.locator('main .good').waitFor();
    await isSound(page, 'changed');
    await lead(page, `#/accounts/${account}`);
    await page.locator('.account-history').waitFor();
    await isSound(page, 'one account');
    await button(page, accounts.sessions.end).click();
    await isSound(page, 'the question');
    await page.keyboard.press('Escape');
    await lead(page, '#/account');
    await button(page, accounts.own.leave).click();
    await page.locator('dialog').waitFor();
    await isSound(page, 'the own account');
    await page.keyboard.press('Escape');
    await lead(page, '#/accounts/nobody');
    await page.locator('.bad').waitFor();
    await isSound(page, 'unknown');
    await page.route('**/api/accounts/*', (route) => route.fulfill({ status: 500, body: '' }));
    await lead(page, '#/accounts/observer-1');
    await page.locator('.bad').waitFor();
    await isSound(page, 'failed');
    await page.unroute('**/api/accounts/*');
    await page.route('**/api/accounts/*', () => undefined);
    await lead(page, '#/accounts/commission-1');
    await page.locator('.loading').waitFor();
    await isSound(page, 'loading');
    await page.unroute('**/api/accounts/*');
    await page.context().setOffline(true);
    await lead(page, '#/accounts/chief-1');
    await page.locator('main .warn').waitFor({ timeout: 20_000 });
    await isSound(page, 'offline');
    await page.context().close();
  }, 180_000);
});
