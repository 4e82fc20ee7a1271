import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { LANGUAGES, type Language, languagePath } from '#shared/election/text.ts';
import { lead, openDesk } from './desk-browser.ts';
import { sideways, violations } from './soundness.ts';

/** An officer at the desk in a browser of their own. */
export interface OfficersDesk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything the console said that it should not. */
  readonly said: readonly string[];
  readonly go: (hash: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Place {
  readonly election: string;
  readonly constituency: string;
}

/** Signs in over the real sign-in page as one of the demonstration officers. */
export const officersDesk = async (
  browser: Browser,
  url: string,
  account: string,
  { election, constituency }: Place,
  language: Language = 'en',
): Promise<OfficersDesk> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A refusal is an answer: the browser logs its status, and nothing else may be said.
    if (!/Failed to load resource/.test(message.text())) said.push(`${message.type()}: ${message.text()}`);
  });
  const ofElection = account.startsWith(election) ? { election, constituency } : {};
  await openDesk(page, url, { account, ...ofElection }, '#/', language);
  return { page, context, said, go: (hash) => lead(page, hash), close: () => context.close() };
};

const WIDTHS = [1280, 320] as const;
/** Every language once, and each width: words and widths do not make each other wrong. */
const AXED: ReadonlySet<string> = new Set(['en 1280', 'zh-Hant 320', 'zh-Hans 1280']);

const speak = async (page: Page, language: Language): Promise<void> => {
  await page.locator(`.tongues a[lang="${language}"]`).first().click();
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('main .loading') === null);
};

/** English sentences on a Chinese screen: three words and more, beside what officers typed. */
const foreign = async (page: Page): Promise<readonly string[]> => {
  const text = await page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement;
    for (const typed of copy.querySelectorAll('textarea, .given, bdi, code, blockquote')) typed.remove();
    return copy.innerText;
  });
  return text.match(/[A-Za-z]+(?: [A-Za-z]+){2,}/g) ?? [];
};

/** Pictures of every screen are left here where somebody asks for them. */
const PICTURES = process.env['PICTURES'];

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

/** Looks at the screen as it stands in three languages and two widths: axe finds nothing, nothing is cut off. */
export const looksRight = async (page: Page, name: string): Promise<void> => {
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: width === 320 ? 'dark' : 'light' });
      if (AXED.has(`${language} ${width}`)) expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      if (language !== 'en') expect(await foreign(page)).toEqual([]);
      await picture(page, `${name}-${languagePath(language)}-${width}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await speak(page, 'en');
};
