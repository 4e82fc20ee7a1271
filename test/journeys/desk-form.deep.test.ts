import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { nightOf } from '../support/acts-night.ts';
import { atStation, chooseOfficer, deskAddress, openDesk } from '../support/desk-browser.ts';
import {
  deskElection,
  field,
  formReady,
  stationOf,
  typeFigures,
  useDeskPortal,
  VOTES,
  vote,
} from '../support/desk-portal.ts';
import { eventually } from '../support/running-portal.ts';

/** A station's form among others: what others did shows, and nothing typed is lost. */
const desk = useDeskPortal();

const report = (election: string, station: string): string => `#/${election}/LC1/stations/${station}/report`;

const openForm = async (station: string, election = 'single'): Promise<Page> => {
  const page = await (await desk.device()).newPage();
  await openDesk(page, desk.portal.url, atStation(election, 'LC1', station), report(election, station));
  await formReady(page);
  return page;
};

const fill = async (page: Page, votes: readonly number[] = VOTES): Promise<void> => {
  await vote(page, 1).focus();
  await typeFigures(page, [...votes, votes.reduce((sum, one) => sum + one, 0)]);
};

const check = (page: Page) => page.getByRole('button', { name: 'Check answers' }).click();
/** The page to check asks once more where the station stands: what others do after this, it learns when it sends. */
const checked = async (page: Page, station: string): Promise<void> => {
  await check(page);
  await page.getByRole('button', { name: `Send report of ${station}`, exact: true }).waitFor();
};
const send = (page: Page, station: string) =>
  page.getByRole('button', { name: `Send report of ${station}`, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

const votesOf = (votes: readonly number[]) =>
  Object.fromEntries(votes.map((figure, index) => [String(index + 1), figure]));

/** A figure in a row that has next to nothing elsewhere. */
const ODD = VOTES.map((votes, index) => (index === 2 ? 2500 : votes));

const first = (station: string) => ({ constituency: 'LC1', station, count: 1, revision: 1 });

/** Ten stations report as usual, over HTTP. */
const asUsual = async (election: string): Promise<void> => {
  const night = nightOf(desk.portal, election);
  const usual = Array.from({ length: 10 }, (_, index) => ({
    ...first(`S${String(index + 1).padStart(2, '0')}`),
    votes: votesOf(VOTES),
  }));
  const { status, body } = await night.call('/reports', night.ro, usual);
  if (status !== 201) throw new Error(JSON.stringify(body));
};

const redefine = async (definition: ElectionDefinition): Promise<void> => {
  const chief = { role: 'chief_electoral_officer' } as const;
  const { status, body } = await nightOf(desk.portal, definition.id).call(
    '/definition',
    chief,
    definition,
    'PUT',
  );
  if (status !== 201) throw new Error(JSON.stringify(body));
};

const workerReady = (page: Page): Promise<unknown> =>
  page.evaluate(() => navigator.serviceWorker.ready.then((found) => found.active?.state));

describe('a share that is odd beside the rest of the constituency', () => {
  test('is asked about while the form is checked; the answer is stored, and shown to who confirms and to everybody', async () => {
    await asUsual('single');
    const page = await openForm('S11');
    await fill(page, ODD);
    await check(page);
    const why = page.getByRole('textbox', {
      name: /^Why\? Number 3 has 2,500 of the 5,393 votes here \(46\.36%\), but 0\.62%/,
    });
    await why.fill('It is <b>their</b> own village.');
    await check(page);
    await heading(page, 'Check your answers').waitFor();
    await send(page, 'S11');
    await heading(page, 'The report is in').waitFor();
    const { warnings, sha256, settled } = await stationOf(desk, 'single', 'S11');
    expect(settled.explanations).toEqual({ outlier: 'It is <b>their</b> own village.' });
    expect(warnings).toMatchObject([{ code: 'outlier', explanation: 'It is <b>their</b> own village.' }]);
    const night = nightOf(desk.portal, 'single');
    const own = {
      role: 'presiding_officer',
      constituency: 'LC1',
      station: 'S11',
      account: 'single.LC1.S11.po-1',
    } as const;
    await night.call('/steps', own, { constituency: 'LC1', station: 'S11', count: 1, step: 'result_told' });
    const confirmed = await night.call('/confirmations', night.aro, { ...first('S11'), attempt: 1, sha256 });
    expect(confirmed.status).toBe(201);
    const shown = await eventually(
      async () => (await fetch(`${desk.portal.url}/en/single/stations/S11/`)).text(),
      (text) => text.includes('own village'),
      60,
    );
    expect(shown).not.toContain('<b>their</b>');
    await page.context().close();
  }, 120_000);

  test('is told once the report is in where no network was there to ask, with what can be done', async () => {
    const page = await openForm('S12');
    await workerReady(page);
    const context = page.context();
    await context.setOffline(true);
    await page.close();
    const again = await context.newPage();
    await again.goto(deskAddress(desk.portal.url, report('single', 'S12')));
    await again.getByRole('button', { name: /^Go on as presiding officer/ }).click();
    await formReady(again);
    await fill(again, ODD);
    await check(again);
    await send(again, 'S12');
    await heading(again, 'The report is kept on this device').waitFor();
    await context.setOffline(false);
    const dialog = again.getByRole('dialog', { name: 'Sign in again' });
    const [popup] = await Promise.all([
      again.waitForEvent('popup'),
      dialog.getByRole('button', { name: 'Sign in again' }).click(),
    ]);
    await chooseOfficer(popup, atStation('single', 'LC1', 'S12'));
    await heading(again, 'The report is in').waitFor();
    await again.getByRole('heading', { name: 'Shown with the report, without an explanation' }).waitFor();
    await again.getByText('To explain, take your form back').waitFor();
    await context.close();
  }, 120_000);
});

describe('a report for which a colleague was faster', () => {
  test('is refused with both contents beside each other; the own figures stay', async () => {
    const page = await openForm('S01', 'double');
    await fill(page);
    await checked(page, 'S01');
    const night = nightOf(desk.portal, 'double');
    const other = (account: string) =>
      ({ role: 'presiding_officer', constituency: 'LC1', station: 'S01', account }) as const;
    const votes = { ...votesOf(VOTES), '12': 1141 };
    for (const account of ['double.LC1.S01.po-2', 'double.LC1.S01.po-3']) {
      const entry = { attempt: 1, report: { ...first('S01'), votes } };
      expect((await night.call('/entries', other(account), entry)).status).toBe(201);
    }
    await send(page, 'S01');
    await heading(page, 'The report was not taken').waitFor();
    await page.locator('.besides').waitFor();
    const rows = await page.locator('.besides tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([['list 12', '1,411', '1,141']]);
    expect(await page.locator('main').innerText()).toContain('Nothing is lost');
    await page.getByRole('button', { name: 'Change the form' }).click();
    await vote(page, 12).waitFor();
    expect(await vote(page, 12).inputValue()).toBe('1,411');
    await page.context().close();
  }, 120_000);
});

describe('a form that is sent back while somebody types it', () => {
  const reason = 'The form was of another station.';

  /** The other officer's form of this station goes in, and is sent back. */
  const sendBack = async (station: string): Promise<void> => {
    const night = nightOf(desk.portal, 'double');
    const { account } = atStation('double', 'LC1', station, 2);
    const other = { role: 'presiding_officer', constituency: 'LC1', station, account } as const;
    const entry = { attempt: 1, report: { ...first(station), votes: votesOf(VOTES) } };
    expect((await night.call('/entries', other, entry)).status).toBe(201);
    const back = { ...first(station), attempt: 1, reason };
    expect((await night.call('/sent-back', night.aro, back)).status).toBe(201);
  };

  const fillsInWhatWasTyped = async (page: Page, station: string): Promise<void> => {
    await page.getByText(reason).waitFor();
    await page.getByRole('button', { name: 'Fill in what I typed before' }).click();
    expect(await vote(page, 12).inputValue()).toBe('1,411');
    await checked(page, station);
    await send(page, station);
    await heading(page, 'The report is in').waitFor();
    await page.context().close();
  };

  test('is told when it is sent, and what was typed is filled into the new one', async () => {
    const page = await openForm('S04', 'double');
    await fill(page);
    await checked(page, 'S04');
    await sendBack('S04');
    await send(page, 'S04');
    await heading(page, 'The report was not taken').waitFor();
    await page.locator('.bad').getByText('(attempt-differs)').waitFor();
    await page.getByRole('button', { name: 'Change the form' }).click();
    await fillsInWhatWasTyped(page, 'S04');
  }, 120_000);

  test('is told when it is checked, where that comes first', async () => {
    const page = await openForm('S05', 'double');
    await fill(page);
    await sendBack('S05');
    await eventually(
      () => stationOf(desk, 'double', 'S05'),
      ({ form }) => form.attempt === 2,
      10,
    );
    await check(page);
    await fillsInWhatWasTyped(page, 'S05');
  }, 120_000);
});

describe('a candidate list that changes under an open form', () => {
  test('is told when it is sent: figures stay with their contestants, the rows that moved are named, and it can be sent', async () => {
    const before = deskElection('moving', 'single');
    await redefine(before);
    const page = await openForm('S01', 'moving');
    await fill(page);
    // The sheet of the page to check is still the old one.
    const asked = page.waitForResponse((response) => response.url().endsWith('/desk/LC1/form'));
    await check(page);
    await asked;
    await heading(page, 'Check your answers').waitFor();
    const swapped = before.constituencies.map((one) =>
      one.id === 'LC1'
        ? {
            ...one,
            contestants: one.contestants.map((list) =>
              list.id === '1' ? { ...list, number: '2' } : list.id === '2' ? { ...list, number: '1' } : list,
            ),
          }
        : one,
    );
    await redefine({ ...before, constituencies: swapped });
    await send(page, 'S01');
    await heading(page, 'The report was not taken').waitFor();
    await page.getByRole('button', { name: 'Change the form' }).click();
    const told = page.getByRole('alert').filter({ hasText: 'The candidate list has changed' });
    await told.getByText(/was number 1, is number 2/).waitFor();
    expect(await vote(page, 1).inputValue()).toBe('23');
    expect(await vote(page, 2).inputValue()).toBe('80');
    await told.getByRole('button', { name: 'I have compared these rows' }).click();
    await check(page);
    await send(page, 'S01');
    await heading(page, 'The report is in').waitFor();
    expect(await stationOf(desk, 'moving', 'S01')).toMatchObject({
      settled: { votes: { '1': 23, '2': 80 } },
    });
    await page.context().close();
  }, 120_000);
});

describe('a form left half filled by the browser’s Back', () => {
  test('has every figure when Forward leads to it again', async () => {
    const page = await openForm('S02', 'double');
    await page.locator('.product a').click();
    await page.getByRole('link', { name: /S02/ }).first().click();
    await formReady(page);
    await vote(page, 1).focus();
    await typeFigures(page, [23, 80, 18]);
    await page.keyboard.type('20');
    await page.goBack();
    await page.getByRole('link', { name: /S02/ }).first().waitFor();
    await page.goForward();
    await vote(page, 4).waitFor();
    expect(await Promise.all([1, 2, 3, 4, 5].map((list) => vote(page, list).inputValue()))).toEqual([
      '23',
      '80',
      '18',
      '20',
      '',
    ]);
    await page.context().close();
  }, 60_000);
});

/** Through the clipboard, as a hand does it. */
const paste = async (page: Page, text: string): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
};

describe('a column copied from a spreadsheet', () => {
  test('with a heading, names, thousands and its sum fills the form, and what is no figure is named and can be undone', async () => {
    const page = await openForm('S03', 'double');
    const marks = ['2３', '80', '1 8', '206.00', '7'];
    const cells = VOTES.map((votes, index) =>
      votes === 1411 ? '"1\u00a0411"' : (marks[index] ?? String(votes)),
    );
    const rows = cells.map((cell, index) => `${index + 1}\tCandidate ${index + 1}\t${cell}\t0.5%`);
    const total = VOTES.reduce((sum, votes) => sum + votes, 0);
    await vote(page, 1).focus();
    await paste(page, ['No.\tName\tVotes\tShare', ...rows, '', `Total\t\t${total}\t100%`].join('\r\n'));
    const told = page.locator('.pasted');
    await told.getByText('The heading “Votes” was left out. 1 of them holds no figure: “1 8”.').waitFor();
    expect(await told.innerText()).toContain('23 fields were filled');
    expect(await field(page, '$.validVotes').inputValue()).toBe('2,911');
    expect(await vote(page, 1).inputValue()).toBe('23');
    expect(await vote(page, 4).inputValue()).toBe('206');
    expect(await vote(page, 12).inputValue()).toBe('1,411');
    await page.getByText('“1 8” is not a figure.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await vote(page, 12).inputValue()).toBe('');
    await vote(page, 22).focus();
    await paste(page, '７０\t\t２，９１１');
    expect(await vote(page, 22).inputValue()).toBe('70');
    await told.getByText('3 fields were filled').waitFor();
    // Said where it can be seen, however far down the form was pasted into, and not over the field.
    const seen = await told.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      const at = document.activeElement?.getBoundingClientRect();
      return [top >= 0, bottom <= innerHeight, (at?.top ?? 0) >= bottom];
    });
    expect(seen).toEqual([true, true, true]);
    await page.context().close();
  }, 60_000);
});
