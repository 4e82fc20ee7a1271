import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryRecords } from '#functions/adapters/local/memory-records.ts';
import { tokenVerifier } from '#functions/http/sign-in.ts';
import { gateway } from '#functions/local/gateway.ts';
import { demonstrationRecords } from '#functions/local/sign-in/demonstration-records.ts';
import { localSignIn } from '#functions/local/sign-in/local-sign-in.ts';
import { peopleOf } from '#functions/local/sign-in/people.ts';
import { issuerSessions, localDirectory } from '#functions/local/sign-in/sessions.ts';
import { localAuthority, tokenIssuer } from '#functions/local/token-issuer.ts';
import { type RunningServer, startWebServer } from '#functions/local/web-server.ts';
import { LANGUAGES, languagePath } from '#shared/election/text.ts';
import { SECURITY_HEADERS } from '#shared/publication/headers.ts';
import { actHandlers } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { aDefinition } from '../support/builders.ts';
import { memoryPlatform } from '../support/platform.ts';
import { isSound } from '../support/soundness.ts';

/** The real sign-in and the real API on one port, and beside them a page with the desk's own sign-in and nothing else. */
const folder = mkdtempSync(join(tmpdir(), 'open-returns-sign-in-'));
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let said: string[];

const BUTTONS = ['sign-in', 'silent', 'over', 'ask', 'wait', 'out', 'everywhere'];
const deskPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desk</title>
<link rel="icon" href="data:,"></head><body><main><h1>Desk</h1><p id="state"></p><p id="said"></p><label>Votes <input id="typed"></label>
${BUTTONS.map((id) => `<button id="${id}">${id}</button>`).join('')}</main><script type="module" src="/desk.js"></script></body></html>`;

const deskScript = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [new URL('sign-in-page.ts', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

const served = (path: string, script: string): { readonly type: string; readonly body: string } => {
  if (path === '/desk.js') return { type: 'text/javascript; charset=utf-8', body: script };
  if (path.startsWith('/_astro/'))
    return { type: 'text/css; charset=utf-8', body: readFileSync(join('site/dist/client', path), 'utf8') };
  return { type: 'text/html; charset=utf-8', body: deskPage };
};

const call = async (method: string, path: string, as: object, body: unknown): Promise<number> => {
  const token = tokenIssuer(folder)({ role: 'chief_electoral_officer', ...as }, new Date());
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
};

beforeAll(async () => {
  const script = await deskScript();
  const clock = { now: () => new Date() };
  const records = demonstrationRecords(memoryRecords(), clock.now);
  const sessions = issuerSessions();
  const ports = {
    ...memoryPlatform(clock),
    records,
    clock,
    verifyToken: tokenVerifier(localAuthority(folder)),
    salt: () => '0'.repeat(64),
    log: () => undefined,
    directory: localDirectory(sessions),
  };
  const now = (): number => Date.now();
  const people = peopleOf(records, clock.now);
  server = await startWebServer(0, {
    gateway: gateway(actHandlers(ports)),
    signIn: localSignIn({ dataFolder: folder, siteFolder: 'site/dist', people, sessions, now }),
    site: async (request, response) => {
      const { type, body } = served(request.url ?? '/', script);
      // As on AWS: a window that comes back from elsewhere no longer knows who opened it.
      const headers = { ...SECURITY_HEADERS, 'cross-origin-opener-policy': 'same-origin-allow-popups' };
      response.writeHead(200, { ...headers, 'content-type': type }).end(body);
    },
  });
  await call('PUT', '/api/elections/legco-2016/definition', {}, aDefinition());
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(`${server.url}/en/desk/#/legco-2016/LC1`);
  await page.waitForSelector('html[data-ready]');
});
afterEach(() => context.close());

const chooseLC1 = async (at: Page, name: string): Promise<void> => {
  await at.getByRole('link', { name: /2016/ }).click();
  await at.getByRole('link', { name: /LC1/ }).click();
  await at.locator(`button[value="${name}"]`).click();
};
const RO = 'legco-2016.LC1.ro-1';
const signInAs = async (name = RO): Promise<void> => {
  await page.click('#sign-in');
  await chooseLC1(page, name);
  await page.waitForSelector('html[data-ready]');
};
const state = (): Promise<string | null> => page.textContent('#state');
const saidBy = async (id: string): Promise<string> => {
  await page.waitForFunction(
    (one) => document.getElementById('said')?.textContent?.startsWith(one),
    `${id}:`,
  );
  return (await page.textContent('#said')) ?? '';
};
const click = async (id: string): Promise<string> => {
  await page.evaluate(() => {
    const last = document.getElementById('said');
    if (last) last.textContent = '';
  });
  await page.click(`#${id}`);
  return saidBy(id);
};

describe('in a real browser an officer', () => {
  test('signs in, is back where they were, and no token or code is left anywhere', async () => {
    await signInAs();
    expect(await state()).toBe(`signed-in ${RO}`);
    expect(page.url()).toBe(`${server.url}/en/desk/#/legco-2016/LC1`);
    expect(await click('ask')).toBe('ask: [200,true]');
    const kept = await page.evaluate(async () => ({
      session: JSON.stringify(sessionStorage),
      local: JSON.stringify(localStorage),
      cookie: document.cookie,
      caches: await caches.keys(),
      databases: (await indexedDB.databases()).length,
    }));
    expect(kept).toEqual({ session: '{}', local: '{}', cookie: '', caches: [], databases: 0 });
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await state()).toBe('signed-out');
    expect(said).toEqual([]);
  });

  test('who signed in before goes on silently, and one who did not is not led in circles', async () => {
    await page.click('#silent');
    await page.waitForURL(/desk\/(#|$)/);
    await page.waitForSelector('html[data-ready]');
    expect(await state()).toBe('signed-out');
    await signInAs();
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await page.click('#silent');
    await page.waitForFunction(() => document.getElementById('state')?.textContent?.startsWith('signed-in'));
    expect(page.url()).toBe(`${server.url}/en/desk/#/legco-2016/LC1`);
  });

  test('whose session ends in the middle of a form signs in over it, and nothing typed is lost', async () => {
    await signInAs();
    await page.fill('#typed', '1,234');
    expect(await call('POST', `/api/accounts/${RO}/sign-outs`, {}, { request: 'r-1' })).toBe(201);
    // A token of the same second as the sign-out counts as older; an account may act for a second more.
    await page.waitForTimeout(1500);
    await page.click('#wait');
    await page.waitForFunction(() => document.getElementById('state')?.textContent?.startsWith('ended'));
    const opened = context.waitForEvent('page');
    await page.click('#over');
    const small = await opened;
    // Longer than the page that waits needs to see whether the window is still there.
    await small.waitForTimeout(2000);
    await chooseLC1(small, RO);
    await page.waitForFunction(() => document.getElementById('said')?.textContent !== '');
    await expect.poll(() => small.isClosed()).toBe(true);
    expect(await state()).toBe(`signed-in ${RO}`);
    expect(await page.inputValue('#typed')).toBe('1,234');
    await page.waitForFunction(() => /200|over/.test(document.getElementById('said')?.textContent ?? ''));
    expect(await click('ask')).toBe('ask: [200,true]');
  });

  test('who closes the small window stays as they were', async () => {
    await signInAs();
    const opened = context.waitForEvent('page');
    await page.click('#over');
    const small = await opened;
    await small.waitForLoadState();
    await small.close();
    expect(await saidBy('over')).toBe('over: false');
    expect(await state()).toBe(`signed-in ${RO}`);
  });

  test('signs out, and nobody goes on silently after them', async () => {
    await signInAs();
    await page.click('#out');
    await page.waitForURL(`${server.url}/en/desk/`);
    await page.waitForSelector('html[data-ready]');
    await page.click('#silent');
    await page.waitForFunction(() => document.getElementById('state')?.textContent === 'signed-out');
    expect(await context.cookies()).toEqual([]);
  });

  test('who signs out everywhere ends another browser’s session too', async () => {
    const aro = 'legco-2016.LC1.aro-1';
    await signInAs(aro);
    const second = await browser.newContext();
    const other = await second.newPage();
    await other.goto(`${server.url}/en/desk/`);
    await other.click('#sign-in');
    await chooseLC1(other, aro);
    await other.waitForSelector('html[data-ready]');
    await page.click('#everywhere');
    await page.waitForURL(`${server.url}/en/desk/`);
    await other.waitForTimeout(1500);
    await other.click('#ask');
    await other.waitForFunction(() => document.getElementById('state')?.textContent?.startsWith('ended'));
    await second.close();
  });
});

describe('the page to choose who to be', () => {
  const authorize = (language: string, more: Readonly<Record<string, string>> = {}): string =>
    `${server.url}/oauth2/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: 'open-returns-local',
      redirect_uri: `${server.url}/en/desk/`,
      code_challenge: 'c'.repeat(43),
      code_challenge_method: 'S256',
      state: 's',
      ui_locales: language,
      ...more,
    })}`;
  const place = { election: 'legco-2016', constituency: 'LC1' };

  test.each(LANGUAGES)('has nothing for axe in %s, on any step, and fits 320 px', async (language) => {
    const steps = [{}, { election: 'legco-2016' }, place, { ...place, q: 'zzz' }, { client_id: 'unknown' }];
    for (const more of steps) {
      await page.goto(authorize(languagePath(language), more));
      await isSound(page, JSON.stringify(more));
    }
  });

  test('works without scripts, and by keyboard alone', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const without = await plain.newPage();
    await without.goto(authorize('en', place));
    await without.getByRole('searchbox').focus();
    await without.keyboard.type('a');
    await without.keyboard.press('Enter');
    await without.waitForURL(/q=a/);
    const officer = without.locator('button[value="legco-2016.LC1.A.po-2"]');
    await without.getByRole('searchbox').focus();
    for (let step = 0; step < 6; step += 1) {
      if (await officer.evaluate((button) => button === document.activeElement)) break;
      await without.keyboard.press('Tab');
    }
    await without.keyboard.press('Enter');
    await without.waitForURL(/\/en\/desk\/\?code=/);
    await plain.close();
  });
});
