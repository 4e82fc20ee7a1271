import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { NoticesView } from '#shared/desk/notices-view.ts';
import { looksRight, type OfficersDesk, officersDesk } from '../support/acts-browser.ts';
import { aNight, type Night, nightOf } from '../support/acts-night.ts';
import { chooseOfficer } from '../support/desk-browser.ts';
import { field } from '../support/desk-portal.ts';
import { eventually } from '../support/running-portal.ts';

/** Two officers at one thing: who is slower sees what the colleague did, loses nothing of their own, and decides. */
import { usePortal } from '../support/use-portal.ts';

const here = usePortal();

const aNightOf = async (id: string): Promise<Night> => {
  const night = nightOf(here.portal, id);
  await night.define(aNight(id, { entry: 'single' }));
  return night;
};

const sit = (night: string, who: string): Promise<OfficersDesk> =>
  officersDesk(here.browser, here.portal.url, `${night}.LC1.${who}`, {
    election: night,
    constituency: 'LC1',
  });

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const theirs = (page: Page) => page.getByRole('region', { name: 'Recorded by a colleague meanwhile' });
const yours = (page: Page) => page.getByRole('region', { name: 'Your answers' });

/** The colleague, over HTTP: another account of the same role. */
const colleague = async (night: Night, path: string, body: unknown, method = 'POST'): Promise<void> => {
  const as = { ...night.ro, account: night.ro.account?.replace('ro-1', 'ro-2') ?? '' };
  const answer = await night.call(path, as, body, method);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
};

const requested = (number: number, requestedBy: string, reason: string) => ({
  constituency: 'LC1',
  number,
  scope: 'constituency',
  requestedBy,
  decision: 'refused',
  reason,
});

/** A request for a recount as far as the sheet to check. */
const typeRequest = async ({ page, go }: OfficersDesk, id: string): Promise<void> => {
  await go(`#/${id}/LC1/acts/recount`);
  await page.getByRole('radio', { name: /^Request A/ }).check();
  await goOn(page);
  await page.getByRole('radio', { name: 'a candidate' }).check();
  await goOn(page);
  await page.getByRole('radio', { name: 'refused' }).check();
  await page.getByRole('textbox').fill('Too late.');
  await goOn(page);
  await heading(page, 'Check your answers');
};

const recounts = async (night: Night, count: number) =>
  (
    await eventually(
      () => night.progress(),
      (view) => view.recounts.length === count,
    )
  ).recounts;

describe('an act that a colleague recorded meanwhile', () => {
  test('is shown beside the own one before anything is sent, and both stand once the officer has decided', async () => {
    const id = 'mw-recount';
    const night = await aNightOf(id);
    const desk = await sit(id, 'ro-1');
    const { page } = desk;
    await typeRequest(desk, id);
    await colleague(night, '/recounts', requested(1, 'election_agent', 'Counted twice already.'));
    await press(page, 'Record the decision');
    await page.getByRole('alert').getByText('Nothing was sent: a colleague recorded something').waitFor();
    await theirs(page).getByText('Counted twice already.').waitFor();
    expect(await theirs(page).innerText()).toContain('an election agent');
    expect(await yours(page).innerText()).toContain('Too late.');
    expect(await recounts(night, 1)).toHaveLength(1);
    await looksRight(page, 'beside');
    await press(page, 'Record the decision');
    await heading(page, 'The decision is recorded');
    expect((await recounts(night, 2)).map(({ reason }) => reason)).toEqual([
      'Counted twice already.',
      'Too late.',
    ]);
    expect(desk.said).toEqual([]);
    await desk.close();
  }, 120_000);

  test('is seen without sending, and the own answers can be discarded', async () => {
    const id = 'mw-discard';
    const night = await aNightOf(id);
    const desk = await sit(id, 'ro-1');
    const { page, go } = desk;
    await typeRequest(desk, id);
    await colleague(night, '/recounts', requested(1, 'candidate', 'The same request.'));
    await recounts(night, 1);
    await go(`#/${id}/LC1/acts/recount/decision`);
    await goOn(page);
    await theirs(page).getByText('The same request.').waitFor();
    await press(page, 'Discard my answers');
    await heading(page, 'Acts of the constituency');
    expect(await recounts(night, 1)).toHaveLength(1);
    await go(`#/${id}/LC1/acts/recount`);
    await heading(page, 'Which request is it?');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await desk.close();
  }, 120_000);

  test('about something else takes its number, and the own one is sent with the next', async () => {
    const id = 'mw-other';
    const night = await aNightOf(id);
    const desk = await sit(id, 'ro-1');
    await typeRequest(desk, id);
    const other = { ...requested(1, 'counting_agent', 'Only at A.'), scope: 'station', station: 'A' };
    await colleague(night, '/recounts', other);
    await press(desk.page, 'Record the decision');
    await heading(desk.page, 'The decision is recorded');
    expect((await recounts(night, 2)).map(({ scope }) => scope)).toEqual(['station', 'constituency']);
    await desk.close();
  }, 120_000);

  test('with the very same content is recorded once, and said so', async () => {
    const id = 'mw-same';
    const night = await aNightOf(id);
    const desk = await sit(id, 'ro-1');
    const { page } = desk;
    await typeRequest(desk, id);
    await colleague(night, '/recounts', requested(1, 'candidate', 'Too late.'));
    await press(page, 'Record the decision');
    await heading(page, 'The decision is recorded');
    await page.getByText(/^The same was recorded already, on .* Nothing was added\.$/).waitFor();
    expect(await recounts(night, 1)).toHaveLength(1);
    await desk.close();
  }, 120_000);

  test('proposed by a colleague first stands beside the own proposal, which is kept and not sent', async () => {
    const id = 'mw-proposal';
    const night = await aNightOf(id);
    const desk = await sit(id, 'ro-1');
    const { page, go } = desk;
    await go(`#/${id}/LC1/acts/ending`);
    await page.getByRole('radio', { name: /^Terminated|terminated/ }).check();
    await page.getByRole('textbox').fill('Candidate 2a died.');
    await goOn(page);
    await goOn(page);
    await heading(page, 'Check your answers');
    const body = { constituency: 'LC1', outcome: 'failed', elected: [], reason: 'Nobody is left.' };
    await colleague(night, '/proposals', {
      constituency: 'LC1',
      number: 1,
      act: { type: 'declaration', body },
    });
    await press(page, 'Propose');
    await page.getByText('Nothing was sent. One such act waits for a second officer.').waitFor();
    await theirs(page).getByRole('link', { name: 'Proposal: declaration' }).waitFor();
    expect(await theirs(page).innerText()).toContain('Nobody is left.');
    expect(await yours(page).innerText()).toContain('Candidate 2a died.');
    await looksRight(page, 'proposed');
    await desk.close();
  }, 120_000);
});

describe('a constituency that a colleague declared meanwhile', () => {
  test('is told when an act is sent, with what can still be done; what was typed stays', async () => {
    const id = 'mw-declared';
    const night = await aNightOf(id);
    for (const [station, votes] of Object.entries({ A: 50, B: 20, CCS: 0 })) {
      const report = { constituency: 'LC1', station, count: 1, revision: 1 };
      await colleague(night, '/reports', { ...report, votes: { '1': votes, '2': votes, '3': 0 } });
    }
    const desk = await sit(id, 'ro-1');
    const { page } = desk;
    await typeRequest(desk, id);
    await colleague(night, '/declarations', {
      constituency: 'LC1',
      outcome: 'elected',
      elected: ['1a', '2a'],
    });
    await press(page, 'Record the decision');
    await page
      .getByText('Nothing was sent. The constituency is declared. Figures change only by a correction')
      .waitFor();
    await page.getByText('What you typed is kept on this device.').waitFor();
    expect(await page.locator('main').innerText()).toContain('Too late.');
    await looksRight(page, 'declared');
    await page.getByRole('link', { name: 'Acts of LC1' }).first().click();
    await page.getByRole('link', { name: /^Correct/ }).waitFor();
    await desk.close();
  }, 120_000);
});

const notices = async (night: Night): Promise<NoticesView> =>
  (await night.call('/notices/drafts', night.ro)).body as NoticesView;

/** A short notice in words, as the API takes it. */
const aNotice = (changes: object = {}) => ({
  type: 'N7',
  constituency: 'LC1',
  number: 1,
  revision: 1,
  contents: { unfilled: 1 },
  text: { en: 'As the colleague wrote it.' },
  postedAt: { place: { en: 'City Hall' }, at: new Date(Date.now() - 60_000).toISOString() },
  ...changes,
});

describe('a notice', () => {
  test('to which a colleague added something is shown as it stands, with what was typed for the same', async () => {
    const id = 'mw-added';
    const night = await aNightOf(id);
    await colleague(night, '/notices', aNotice());
    const desk = await sit(id, 'ro-1');
    const { page, go } = desk;
    await go(`#/${id}/LC1/notices/c-LC1-1/add`);
    await heading(page, 'Add to notice c-LC1-1');
    await page.getByLabel('Gazette number').fill('4901');
    await page.getByLabel('Date of the Gazette').fill('2030-09-09');
    await page.getByLabel('What is added, and why').fill('Its number.');
    await field(page, 'text-zh-Hant').fill('中文文本');
    await goOn(page);
    await heading(page, 'Check your answers');
    const gazette = { number: '4902', date: '2030-09-09' };
    await colleague(night, '/notices', {
      ...(await notices(night)).bodies['c-LC1-1'],
      revision: 2,
      gazette,
      reason: 'First.',
    });
    await press(page, 'Add to the notice');
    await page.getByRole('alert').getByText('Nothing was sent').waitFor();
    expect(await theirs(page).innerText()).toMatch(/First\.[\s\S]*4902/);
    expect(await yours(page).innerText()).toMatch(/A colleague added this first[\s\S]*4901/);
    await looksRight(page, 'added');
    await press(page, 'Add to the notice');
    await heading(page, 'The notice is posted');
    expect((await notices(night)).bodies['c-LC1-1']).toMatchObject({
      revision: 3,
      gazette,
      text: { 'zh-Hant': '中文文本' },
    });
    expect(desk.said).toEqual([]);
    await desk.close();
  }, 120_000);

  test('that a colleague superseded first can be superseded no more: theirs stands beside what was typed', async () => {
    const id = 'mw-superseded';
    const night = await aNightOf(id);
    await colleague(night, '/notices', aNotice());
    const desk = await sit(id, 'ro-1');
    const { page, go } = desk;
    await go(`#/${id}/LC1/notices/c-LC1-1/supersede/words`);
    await field(page, 'text-en').fill('As I would have put it.');
    await goOn(page);
    await heading(page, 'Where and when was it posted?');
    await colleague(
      night,
      '/notices',
      aNotice({
        number: 2,
        supersedes: 'c-LC1-1',
        reason: 'A slip.',
        text: { en: 'Put right.' },
      }),
    );
    // What a screen is told may be a second old.
    await eventually(
      async () => JSON.stringify((await night.call('/notices/drafts', night.ro)).body),
      (told) => told.includes('c-LC1-2'),
    );
    await page.getByRole('button', { name: 'It was posted at the legal place' }).click();
    await page.getByRole('button', { name: 'It was posted now' }).click();
    await goOn(page);
    await go(`#/${id}/LC1/notices/c-LC1-1/supersede/check`);
    await page.getByText('c-LC1-2', { exact: false }).first().waitFor();
    expect(await theirs(page).innerText()).toContain('Put right.');
    expect(await yours(page).innerText()).toContain('As I would have put it.');
    await looksRight(page, 'superseded');
    await desk.close();
  }, 120_000);
});

describe('a session that ends in the middle of an act', () => {
  test('is taken up over the page with everything typed, and the act is sent once', async () => {
    const id = 'mw-session';
    const night = await aNightOf(id);
    const desk = await sit(id, 'ro-1');
    const { page, context } = desk;
    const sent: string[] = [];
    context.on('response', (response) => {
      if (response.url().endsWith('/recounts') && response.ok()) sent.push(response.url());
    });
    await typeRequest(desk, id);
    const account = `${id}.LC1.ro-1`;
    const headers = {
      authorization: `Bearer ${here.portal.token(night.ro)}`,
      'content-type': 'application/json',
    };
    const out = `${here.portal.url}/api/accounts/${account}/sign-outs`;
    await fetch(out, { method: 'POST', headers, body: JSON.stringify({ request: 'a-lost-telephone' }) });
    // The token from before: one that is issued later is good again.
    await eventually(
      async () => (await fetch(`${here.portal.url}/api/elections/${id}/desk/LC1`, { headers })).status,
      (status) => status === 401,
    );
    await press(page, 'Record the decision');
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      dialog.getByRole('button', { name: 'Sign in again' }).click(),
    ]);
    await chooseOfficer(popup, { account, election: id, constituency: 'LC1' });
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('main').innerText()).toContain('Too late.');
    await press(page, 'Record the decision');
    await heading(page, 'The decision is recorded');
    expect(sent).toHaveLength(1);
    await desk.close();
  }, 120_000);
});
