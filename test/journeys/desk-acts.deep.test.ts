import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { looksRight, type OfficersDesk, officersDesk } from '../support/acts-browser.ts';
import { aNight, type Night, nightOf } from '../support/acts-night.ts';
import { eventually } from '../support/running-portal.ts';
import { usePortal } from '../support/use-portal.ts';

const here = usePortal();

const sit = (night: string, who: string): Promise<OfficersDesk> => {
  const account = who.includes('-') && !/^(ro|aro|A\.po)/.test(who) ? who : `${night}.LC1.${who}`;
  return officersDesk(here.browser, here.portal.url, account, { election: night, constituency: 'LC1' });
};

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const publicPage = async (path: string, says: RegExp): Promise<string> =>
  eventually(
    async () => (await fetch(`${here.portal.url}${path}`)).text(),
    (text) => says.test(text),
    60,
  );

/** The desk reads a constituency anew at most once a second. */
const elects = (night: Night, names: readonly string[]) =>
  eventually(
    () => night.progress(),
    ({ ready }) => JSON.stringify(ready?.elected) === JSON.stringify(names),
  );

/** Seconds a proposal that waits, as another officer, after reading it. */
const second = async (desk: OfficersDesk, night: string, number: number): Promise<void> => {
  const { page, go } = desk;
  await go(`#/${night}/LC1/acts/proposals/${number}`);
  await page.getByRole('radio', { name: /^I second it/ }).check();
  await goOn(page);
  await heading(page, 'Check your answers');
  await page.getByRole('button', { name: 'Second it' }).click();
  await heading(page, 'Your word is recorded');
};

const propose = async (page: Page): Promise<void> => {
  await heading(page, 'Check your answers');
  await page.getByRole('button', { name: 'Propose' }).click();
  await heading(page, 'Proposed');
};

const allIn = async (night: Night, votes: readonly Readonly<Record<string, number>>[]): Promise<void> => {
  const [a = {}, b = {}, ccs = {}] = votes;
  await night.report('A', a);
  await night.report('B', b);
  await night.report('CCS', ccs);
};

describe('a recount that changes the last seat', () => {
  const id = 'acts-recount';
  test('is asked for, decided, reported, declared by one officer and seconded by another', async () => {
    const night = nightOf(here.portal, id);
    await night.define(aNight(id));
    await allIn(night, [
      { '1': 50, '2': 31, '3': 30 },
      { '1': 10, '2': 10, '3': 10 },
      { '1': 1, '2': 0, '3': 0 },
    ]);
    await elects(night, ['1a', '2a']);
    const ro = await sit(id, 'ro-1');
    const { page, go } = ro;
    await go(`#/${id}/LC1/acts`);
    await heading(page, 'Acts of the constituency');
    await looksRight(page, 'overview');
    await page.getByRole('link', { name: 'Record a request for a recount of the constituency' }).click();
    await heading(page, 'Which request is it?');
    await goOn(page);
    await page.getByRole('alert').getByRole('link', { name: 'Say which request it is.' }).waitFor();
    // The window's title follows the screen.
    await page.waitForFunction(() => document.title.startsWith('Error: '));
    await looksRight(page, 'recount-kind-error');
    await page.getByRole('radio', { name: /^Request B/ }).check();
    await goOn(page);
    await heading(page, 'Who asked?');
    await looksRight(page, 'recount-who');
    await page.getByRole('radio', { name: 'a candidate' }).check();
    await goOn(page);
    await heading(page, 'The estimated number of misplaced papers');
    await page.getByLabel('Number that was told').fill('０');
    await looksRight(page, 'recount-estimate');
    await goOn(page);
    await heading(page, 'What was decided?');
    await page.getByText('m is smaller than the smallest difference').waitFor();
    await looksRight(page, 'recount-test');
    await page.getByRole('radio', { name: 'allowed' }).check();
    await goOn(page);
    await heading(page, 'Check your answers');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('recount-barred').waitFor();
    await looksRight(page, 'recount-barred');
    // Request A needs no estimate: what was typed stays, one answer changes.
    await go(`#/${id}/LC1/acts/recount/kind`);
    await page.getByRole('radio', { name: /^Request A/ }).check();
    await goOn(page);
    await goOn(page);
    await goOn(page);
    await heading(page, 'Check your answers');
    await looksRight(page, 'recount-check');
    await page.getByRole('button', { name: 'Record the decision' }).dblclick();
    await heading(page, 'The decision is recorded');
    await looksRight(page, 'recount-sent');
    await eventually(
      () => night.progress(),
      ({ recounts }) => recounts.length === 1,
    );
    await night.report('A', { '1': 50, '2': 30, '3': 31 }, 2);
    await night.report('B', { '1': 10, '2': 9, '3': 10 }, 2);
    await elects(night, ['1a', '3a']);

    await go(`#/${id}/LC1/acts/declaration`);
    await heading(page, 'Declare the result');
    const words = page.locator('.read-aloud blockquote');
    await words.getByText('I declare that Candidate 1a and Candidate 3a are duly elected').waitFor();
    await page.locator('.tongue-choice').getByRole('button', { name: '繁體' }).click();
    await words.getByText('本人宣布').waitFor();
    expect(await words.getAttribute('lang')).toBe('zh-Hant');
    await looksRight(page, 'declaration');
    await goOn(page);
    await looksRight(page, 'declaration-check');
    await propose(page);
    await looksRight(page, 'declaration-proposed');

    const aro = await sit(id, 'aro-2');
    await aro.go(`#/${id}/LC1/acts/proposals/1`);
    await heading(aro.page, 'Proposal: declaration');
    await aro.page.locator('.read-aloud').getByText('Candidate 3a').first().waitFor();
    await looksRight(aro.page, 'proposal');
    await second(aro, id, 1);
    await looksRight(aro.page, 'seconded');
    const shown = await publicPage(`/en/${id}/constituencies/LC1/`, /data-state="declared"/);
    expect(shown).toContain('Candidate 3a');
    expect(shown).toContain('assistant returning officer');

    await correctsAfterwards(night, ro, aro, id);
    expect([...ro.said, ...aro.said]).toEqual([]);
  }, 600_000);
});

/** After the declaration a figure is corrected: old beside new, and the declared seats stay. */
const correctsAfterwards = async (
  night: Night,
  ro: OfficersDesk,
  aro: OfficersDesk,
  id: string,
): Promise<void> => {
  const { page, go } = ro;
  await go(`#/${id}/LC1/acts/correction`);
  await heading(page, 'Whose figures are corrected?');
  await looksRight(page, 'correction-station');
  await page.getByLabel('Counting station').selectOption('A');
  await goOn(page);
  await heading(page, 'New figures');
  await goOn(page);
  await page.getByRole('alert').getByText('No figure is changed').waitFor();
  await looksRight(page, 'correction-error');
  await page.getByLabel(/List 3/).fill('29');
  await goOn(page);
  await heading(page, 'Why?');
  await page.getByLabel('Reason').fill('Two bundles were <b>swapped</b>');
  await goOn(page);
  await heading(page, 'Check your answers');
  await looksRight(page, 'correction-check');
  await propose(page);
  await aro.go(`#/${id}/LC1/acts/proposals/2`);
  await heading(aro.page, 'Proposal: correction');
  await aro.page.getByRole('table').getByText('31').waitFor();
  await looksRight(aro.page, 'proposal-correction');
  await second(aro, id, 2);
  const shown = await publicPage(`/en/${id}/constituencies/LC1/`, /data-state="corrected"/);
  expect(shown).toContain('Two bundles were &lt;b&gt;swapped&lt;/b&gt;');
  const { standing } = await night.station('A');
  expect(standing).toMatchObject({ revision: 2, count: 2, votes: { '1': 50, '2': 30, '3': 29 } });
  await go(`#/${id}/LC1/acts`);
  await page.getByText('Figures of A were corrected after the declaration').waitFor();
  await looksRight(page, 'overview-declared');
};

describe('a tie', () => {
  const id = 'acts-lots';
  test('is decided by balls typed round by round, the second one only among the tied', async () => {
    const night = nightOf(here.portal, id);
    await night.define(aNight(id, { constituencies: [{ ...aNight(id).constituencies[0]!, seats: 1 }] }));
    await allIn(night, [
      { '1': 5, '2': 5, '3': 5 },
      { '1': 5, '2': 5, '3': 5 },
      { '1': 0, '2': 0, '3': 0 },
    ]);
    const ro = await sit(id, 'ro-1');
    const { page, go } = ro;
    await go(`#/${id}/LC1/acts/lots`);
    await heading(page, 'Round 1 of drawing');
    expect(await page.getByRole('button', { name: /random|draw for me/i }).count()).toBe(0);
    const ball = (list: string) => page.getByRole('group', { name: new RegExp(`^List ${list}`) });
    const draw = async (list: string, number: string, by: string) => {
      await ball(list).getByLabel('Number on the ball').fill(number);
      await ball(list).getByLabel('Drawn by').selectOption(by);
    };
    await draw('1', '9', 'self');
    await draw('2', '11', 'representative');
    await draw('3', '4', 'returning_officer');
    await goOn(page);
    await page.getByRole('alert').getByText('The balls are numbered 1 to 10').waitFor();
    await looksRight(page, 'lots-error');
    await draw('2', '9', 'representative');
    await page.getByText('Equal numbers: those named draw again').waitFor();
    await looksRight(page, 'lots-round-1');
    await goOn(page);
    await heading(page, 'Round 2 of drawing');
    expect(await page.getByRole('group').count()).toBe(2);
    await draw('1', '3', 'self');
    await draw('2', '7', 'representative');
    await goOn(page);
    await looksRight(page, 'lots-check');
    await propose(page);
    const aro = await sit(id, 'aro-1');
    await aro.go(`#/${id}/LC1/acts/proposals/1`);
    await aro.page.getByText('draws again').first().waitFor();
    await looksRight(aro.page, 'proposal-lots');
    await second(aro, id, 1);
    await elects(night, ['2a']);
    const shown = await publicPage(`/en/${id}/constituencies/LC1/how/`, /class="ball">7/);
    expect(shown).toContain('a representative');
    expect(await publicPage(`/zh-hant/${id}/constituencies/LC1/how/`, /class="ball">7/)).toContain('代表');
    expect([...ro.said, ...aro.said]).toEqual([]);
  }, 600_000);
});

describe('a death after the poll', () => {
  const id = 'acts-death';
  test('replaces the elected with the next name, which is said before it is sent', async () => {
    const night = nightOf(here.portal, id);
    await night.define(aNight(id));
    await allIn(night, [
      { '1': 50, '2': 31, '3': 3 },
      { '1': 10, '2': 10, '3': 1 },
      { '1': 0, '2': 0, '3': 0 },
    ]);
    const ro = await sit(id, 'ro-1');
    const { page, go } = ro;
    await go(`#/${id}/LC1/acts/event`);
    await heading(page, 'What happened to whom?');
    await looksRight(page, 'event-who');
    await page.getByLabel('Candidate').selectOption('1a');
    await page.getByRole('radio', { name: /^died/ }).check();
    await goOn(page);
    await heading(page, 'When were you satisfied of it?');
    const at = new Date(Date.now() + 8 * 3_600_000).toISOString();
    await page.getByLabel('Day').fill(at.slice(0, 10).replaceAll('-', '/'));
    await page.getByLabel('Time in Hong Kong').fill(at.slice(11, 16).replace(':', ''));
    await page.getByText('the next name of the same list').waitFor();
    await looksRight(page, 'event-when');
    await goOn(page);
    await looksRight(page, 'event-check');
    await propose(page);
    const aro = await sit(id, 'aro-1');
    await aro.go(`#/${id}/LC1/acts/proposals/1`);
    await heading(aro.page, /^Proposal/);
    await looksRight(aro.page, 'proposal-event');
    // The same proposal open at two desks: the second word comes too late, and is told so.
    const late = await sit(id, 'ro-2');
    await late.go(`#/${id}/LC1/acts/proposals/1`);
    await late.page.getByRole('radio', { name: /^I refuse it/ }).check();
    await late.page.getByLabel('Reason').fill('It is another name');
    await goOn(late.page);
    await heading(late.page, 'Check your answers');
    await second(aro, id, 1);
    await late.page.getByText(/^Seconded on/).waitFor();
    await looksRight(late.page, 'proposal-decided');
    await elects(night, ['1b', '2a']);
    await go(`#/${id}/LC1/acts/declaration`);
    await page.locator('.read-aloud').getByText('Candidate 1b, the next name of the same list').waitFor();
    await looksRight(page, 'declaration-replaced');
    expect([...ro.said, ...aro.said, ...late.said]).toEqual([]);
  }, 600_000);
});

describe('proceedings that end without a result', () => {
  const id = 'acts-ending';
  test('are declared terminated with a reason that is read aloud, and every other act is barred from then on', async () => {
    const night = nightOf(here.portal, id);
    await night.define(aNight(id));
    const ro = await sit(id, 'ro-1');
    const { page, go } = ro;
    await go(`#/${id}/LC1/acts/ending`);
    await heading(page, 'How does it end?');
    await page.getByRole('radio', { name: /^The proceedings are terminated/ }).check();
    await goOn(page);
    await page.getByRole('alert').getByText('Give the reason').waitFor();
    await looksRight(page, 'ending-error');
    await page.getByLabel('Reason').fill('A candidate died on polling day');
    await goOn(page);
    await heading(page, 'Words to read aloud');
    await page.locator('blockquote').getByText('are terminated').waitFor();
    await looksRight(page, 'ending-read');
    await goOn(page);
    await propose(page);
    // Who proposed it may take it back, never second it.
    await go(`#/${id}/LC1/acts/proposals/1`);
    await heading(page, 'Proposal: declaration');
    expect(await page.getByRole('radio').count()).toBe(1);
    await looksRight(page, 'proposal-own');
    const aro = await sit(id, 'aro-1');
    await second(aro, id, 1);
    await publicPage(`/zh-hans/${id}/constituencies/LC1/`, /data-state="terminated"/);
    await aro.go(`#/${id}/LC1/acts`);
    await aro.page.getByText('The proceedings were declared terminated').waitFor();
    await go(`#/${id}/LC1/acts/declaration`);
    await page.locator('p.warn').getByText('The constituency is declared.').waitFor();
    expect([...ro.said, ...aro.said]).toEqual([]);
  }, 600_000);
});

describe('a count that moves and is put off', () => {
  const id = 'acts-moves';
  test('is directed by the commission, suspended by the returning officer, and told in public', async () => {
    const night = nightOf(here.portal, id);
    await night.define(aNight(id));
    const eac = await sit(id, 'commission-1');
    const { page, go } = eac;
    await go(`#/${id}/LC1/acts/relocation`);
    await heading(page, 'Which count moves, and why?');
    await looksRight(page, 'relocation-station');
    await page.getByLabel('Counting station').selectOption('B');
    await page.getByLabel('Reason').fill('A burst water main');
    // What was typed outlives the page: the same officer comes back to it.
    await page.getByText('Kept here').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('button[value="commission-1"]').first().click();
    await heading(page, 'Which count moves, and why?');
    expect(await page.getByLabel('Reason').inputValue()).toBe('A burst water main');
    await goOn(page);
    await heading(page, 'Where does it move to?');
    await goOn(page);
    await page.getByRole('alert').getByText('at least one language').waitFor();
    await looksRight(page, 'relocation-error');
    await page.getByLabel('New place (English)').fill('Town Hall <script>');
    await page.getByLabel('New place (繁體)').fill('大會堂');
    await goOn(page);
    await looksRight(page, 'relocation-check');
    await page.getByRole('button', { name: 'Direct the move' }).click();
    await heading(page, 'The move is recorded');
    const ro = await sit(id, 'ro-1');
    await ro.go(`#/${id}/LC1/acts/adjournment`);
    await ro.page.getByRole('radio', { name: 'suspended' }).check();
    await ro.page.getByRole('radio', { name: 'In the whole constituency' }).check();
    await looksRight(ro.page, 'adjournment-what');
    await goOn(ro.page);
    await ro.page.getByRole('radio', { name: /^Tropical cyclone/ }).check();
    await ro.page.getByLabel('In words').fill('Signal number 10');
    await looksRight(ro.page, 'adjournment-why');
    await goOn(ro.page);
    // Without a network nothing is lost, and pressing again sends it once.
    await ro.context.setOffline(true);
    await ro.page.getByRole('button', { name: 'Suspend' }).click();
    await ro.page.getByRole('alert').getByText('There is no connection.').waitFor();
    await looksRight(ro.page, 'adjournment-offline');
    await ro.context.setOffline(false);
    await ro.page.getByRole('button', { name: 'Suspend' }).click();
    await heading(ro.page, 'Suspended');
    const shown = await publicPage(`/en/${id}/constituencies/LC1/`, /Signal number 10/);
    expect(shown).toContain('Town Hall &lt;script&gt;');
    expect(await publicPage(`/zh-hant/${id}/stations/B/`, /Signal number 10/)).toContain('大會堂');
    await ro.go(`#/${id}/LC1/acts/adjournment/what`);
    await ro.page.getByRole('radio', { name: 'resumed from where it stood' }).check();
    await ro.page.getByRole('radio', { name: 'In the whole constituency' }).check();
    await goOn(ro.page);
    await ro.page.getByRole('radio', { name: /^Tropical cyclone/ }).check();
    await ro.page.getByLabel('In words').fill('The signal was lowered');
    await goOn(ro.page);
    await ro.page.getByRole('button', { name: 'Resume' }).click();
    await heading(ro.page, 'Resumed');
    await publicPage(`/zh-hans/${id}/constituencies/LC1/`, /The signal was lowered/);
    expect([...eac.said, ...ro.said]).toEqual([]);
  }, 600_000);

  test('shows nobody the acts of others, and takes none from them', async () => {
    const watch = await sit(id, 'observer-1');
    await watch.go(`#/${id}/LC1/acts`);
    await watch.page.getByText('Nothing here is for your role to do.').waitFor();
    await looksRight(watch.page, 'overview-observer');
    const presiding = await sit(id, 'A.po-1');
    for (const act of ['lots', 'declaration', 'event', 'ending', 'correction', 'adjournment', 'relocation']) {
      await watch.go(`#/${id}/LC1/acts/${act}`);
      await watch.page.locator('p.warn').getByText('This is not for your role.').waitFor();
      expect(await watch.page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
    }
    await presiding.go(`#/${id}/LC1/acts`);
    await presiding.page.getByRole('link', { name: 'Request for a recount at A' }).click();
    await heading(presiding.page, 'Who asked?');
    await looksRight(presiding.page, 'station-recount');
    await presiding.page.getByRole('radio', { name: 'a counting agent' }).check();
    await goOn(presiding.page);
    await presiding.page.getByText('must comply unless the request is unreasonable').waitFor();
    await presiding.page.getByRole('radio', { name: 'refused' }).check();
    await goOn(presiding.page);
    await presiding.page.getByRole('alert').getByText('Say why the request was refused.').waitFor();
    await looksRight(presiding.page, 'station-recount-error');
    await presiding.page.getByLabel('Why was it refused?').fill('The third request without a reason');
    await goOn(presiding.page);
    await presiding.page.getByRole('button', { name: 'Record the decision' }).click();
    await heading(presiding.page, 'The decision is recorded');
    await eventually(
      () => nightOf(here.portal, id).progress(),
      ({ recounts }) => recounts[0]?.station === 'A' && recounts[0].decision === 'refused',
    );
    expect([...watch.said, ...presiding.said]).toEqual([]);
  }, 600_000);
});
