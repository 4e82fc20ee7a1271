import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { looksRight, officersDesk } from '../support/acts-browser.ts';
import {
  advertisedElection,
  aPdf,
  chiefPuts,
  openPlatform,
  shownDay,
  signInAsCandidate,
} from '../support/candidate.ts';
import { field } from '../support/desk-portal.ts';
import { eventually } from '../support/running-portal.ts';
import { usePortal } from '../support/use-portal.ts';

const ID = 'officered';
const here = usePortal();

beforeAll(async () => {
  await chiefPuts(here, `/api/elections/${ID}/definition`, advertisedElection(ID));
}, 60_000);

const sit = (account: string) =>
  officersDesk(here.browser, here.portal.url, account, { election: ID, constituency: 'LC1' });

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

describe('officers', () => {
  test('open an account from its application, give it a sign-in, and the candidate is in', async () => {
    const { page, go, said, close } = await sit('chief-1');
    await page.getByRole('link', { name: 'Central Platform: election advertisements' }).first().click();
    await heading(page, 'Central Platform');
    await page.getByText('No account is open yet.').waitFor();
    await looksRight(page, 'platform-accounts-none');
    await page.getByRole('link', { name: 'Open an account' }).click();
    await goOn(page);
    await page.getByRole('alert').getByRole('link', { name: 'Choose the constituency.' }).waitFor();
    await looksRight(page, 'platform-open-error');
    await field(page, 'constituency').selectOption('LC1');
    await field(page, 'id').fill('HKI-07');
    await goOn(page);
    await field(page, 'name-zh').fill('陳大文');
    await goOn(page);
    await field(page, 'appliedOn').fill(shownDay(-1));
    await page.getByLabel('It is signed').check();
    await field(page, 'email').fill('agent@example.hk');
    await field(page, 'mobile').fill('+852 0123 4512');
    await goOn(page);
    await heading(page, 'Check your answers');
    await page.getByText('The account is to be open by').waitFor();
    await looksRight(page, 'platform-open-check');
    await page.getByRole('button', { name: 'Open the account' }).click();
    await heading(page, 'The account is open');
    await go(`#/${ID}/platform/HKI-07/revise/candidate`);
    await field(page, 'contestant').selectOption('1');
    await goOn(page);
    await goOn(page);
    await field(page, 'reason').fill('Nominated.');
    await goOn(page);
    await page.getByRole('button', { name: 'Revise the account' }).click();
    await heading(page, 'The account is revised');
    await go('#/accounts/new');
    await page.getByLabel(/^Candidate/).check();
    await goOn(page);
    await field(page, 'elections').selectOption(ID);
    await page.getByLabel(/^HKI-07/).check();
    await goOn(page);
    await field(page, 'name').fill('Agent of Chan');
    await field(page, 'email').fill('agent@example.hk');
    expect(await field(page, 'id').inputValue()).toBe('candidate-HKI-07-agent-of-chan');
    await goOn(page);
    await page.getByRole('button', { name: 'Make the account' }).click();
    await heading(page, 'The account is made');
    await go('#/accounts');
    await page.getByRole('link', { name: /Agent of Chan/ }).waitFor();
    await go(`#/${ID}/platform`);
    await page.getByText(/^Opened .* due .*23:59/).waitFor();
    await looksRight(page, 'platform-accounts');
    expect(said).toEqual([]);
    await close();
    const context = await here.browser.newContext();
    const own = await signInAsCandidate(context, here.portal.url, {
      election: ID,
      signIn: 'candidate-HKI-07-agent-of-chan',
    });
    await heading(own, 'My submissions');
    await own.getByRole('link', { name: 'Sample Candidate · List 1' }).waitFor();
    await context.close();
  }, 120_000);

  test('remove an advertisement two by two, and leave its stub', async () => {
    await openPlatform(here, ID, { id: 'HKI-08', signIn: 'sample-8' });
    const context = await here.browser.newContext();
    const own = await signInAsCandidate(context, here.portal.url, { election: ID, signIn: 'sample-8' });
    await own.getByRole('link', { name: 'Submit election advertisements' }).click();
    await field(own, 'a1.kind').selectOption('poster');
    await field(own, 'a1.publishedOn').fill(shownDay());
    await own.getByRole('button', { name: 'Continue: files' }).click();
    await own
      .locator('input[type=file]')
      .setInputFiles({ name: 'Poster.pdf', mimeType: 'application/pdf', buffer: aPdf('Not mine') });
    await own.locator('.p-row code').waitFor();
    await own.getByRole('button', { name: 'Continue: check' }).click();
    await own.getByRole('button', { name: 'Submit', exact: true }).click();
    await heading(own, 'We have received your submission');
    await context.close();

    const first = await sit('chief-1');
    await first.go(`#/${ID}/platform/HKI-08/advertisements/HKI-08-0001-1`);
    await first.page.getByRole('link', { name: 'Remove from public view' }).click();
    await first.page.getByLabel('Court').check();
    await field(first.page, 'reason').fill('Order of the court.');
    await looksRight(first.page, 'platform-remove');
    await goOn(first.page);
    await first.page.getByRole('button', { name: 'Ask for the removal' }).click();
    await heading(first.page, 'The removal was asked for');
    expect(first.said).toEqual([]);
    await first.close();

    const second = await sit('commission-1');
    await second.go(`#/${ID}/platform`);
    await second.page.getByText('Removal waits for a second officer:').waitFor();
    await looksRight(second.page, 'platform-waits');
    await second.page.getByRole('link', { name: 'HKI-08-0001-1' }).first().click();
    await second.page.getByText('A colleague has asked for this removal.').waitFor();
    await second.page.getByRole('button', { name: 'Agree and remove it' }).click();
    await second.page.getByText('Order of the court.').waitFor();
    expect(second.said).toEqual([]);
    await second.close();
    const stub = await eventually(
      async () => (await fetch(`${here.portal.url}/en/${ID}/advertisements/HKI-08-0001-1/`)).text(),
      (text) => text.includes('Order of the court.'),
      60,
    );
    expect(stub).not.toContain('/Poster.pdf"');
  }, 120_000);
});
