import type { Page } from 'playwright-core';
import { type Language, languagePath } from '#shared/election/text.ts';

/** An officer of the demonstration: an account's id, and where the sign-in page lists it. */
export interface DeskOfficer {
  readonly account: string;
  readonly election?: string;
  readonly constituency?: string;
  readonly station?: string;
}

/** The Presiding Officer of a station, or the second officer there. */
export const atStation = (
  election: string,
  constituency: string,
  station: string,
  person: 1 | 2 = 1,
): DeskOfficer => ({
  account: `${election}.${constituency}.${station}.po-${person}`,
  election,
  constituency,
  station,
});

export const atConstituency = (election: string, constituency: string, who: string): DeskOfficer => ({
  account: `${election}.${constituency}.${who}`,
  election,
  constituency,
});

export const deskAddress = (url: string, hash = '#/', language: Language = 'en'): string =>
  `${url}/${languagePath(language)}/desk/${hash}`;

/** Chooses this officer on the local sign-in page that is shown. */
export const chooseOfficer = async (
  page: Page,
  { account, election, constituency, station }: DeskOfficer,
): Promise<void> => {
  await page.waitForURL(/\/oauth2\/authorize/);
  const here = new URL(page.url());
  if (election) here.searchParams.set('election', election);
  if (constituency) here.searchParams.set('constituency', constituency);
  if (station) here.searchParams.set('q', station);
  await page.goto(here.href);
  await page.locator(`button[name=account][value="${account}"]`).first().click();
};

/** Opens a screen of the desk as this officer. */
export const openDesk = async (
  page: Page,
  url: string,
  officer: DeskOfficer,
  hash = '#/',
  language: Language = 'en',
): Promise<void> => {
  await page.goto(deskAddress(url, hash, language));
  await page.locator('main .buttons button').first().click();
  await chooseOfficer(page, officer);
  await page.waitForURL(/\/desk\//);
  await page.locator('.who').waitFor();
};

/** Leads to a screen of the desk that is open, without loading the page: resolves once that screen is shown. */
export const lead = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate(
    (to) =>
      new Promise<void>((moved) => {
        if (location.hash === to) return moved();
        addEventListener('hashchange', () => moved(), { once: true });
        location.hash = to;
      }),
    hash,
  );
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('main .screen')?.dataset['address'] === location.hash,
  );
};
